import type * as Electron from 'electron';
import { nameAbsentMembers } from '../runtime/absent.ts';
import type { Desktop } from './desktop.ts';

type GlobalShortcut = Pick<
  Electron.GlobalShortcut,
  'register' | 'registerAll' | 'unregister' | 'unregisterAll' | 'isRegistered'
>;

/** `globalShortcut`: keys that only a test presses. */
export function createGlobalShortcut(
  { shortcuts }: Desktop,
  isReady: () => boolean,
): GlobalShortcut {
  const requireReady = (): void => {
    if (!isReady()) throw new Error('globalShortcut cannot be used before the app is ready');
  };
  const register = (accelerator: string, callback: () => void): boolean => {
    requireReady();
    const keys = normalizeAccelerator(accelerator);
    if (shortcuts.has(keys)) return false;
    shortcuts.set(keys, callback);
    return true;
  };
  const globalShortcut = {
    register,
    registerAll: (accelerators: string[], callback: () => void) => {
      for (const accelerator of accelerators) register(accelerator, callback);
    },
    unregister: (accelerator: string) => {
      requireReady();
      shortcuts.delete(normalizeAccelerator(accelerator));
    },
    unregisterAll: () => {
      requireReady();
      shortcuts.clear();
    },
    isRegistered: (accelerator: string) => shortcuts.has(normalizeAccelerator(accelerator)),
  } satisfies GlobalShortcut;
  return nameAbsentMembers(globalShortcut, 'globalShortcut');
}

/** One spelling for each combination of keys. */
export function normalizeAccelerator(accelerator: string): string {
  const command = process.platform === 'darwin' ? 'command' : 'control';
  const names: Readonly<Record<string, string>> = {
    commandorcontrol: command,
    cmdorctrl: command,
    cmd: 'command',
    ctrl: 'control',
    option: 'alt',
  };
  const keys = accelerator.toLowerCase().split('+');
  return keys
    .map((key) => names[key] ?? key)
    .toSorted()
    .join('+');
}

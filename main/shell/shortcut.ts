import type { Clipboard, GlobalShortcut } from 'electron';
import type { ShortcutView } from '../../shared/model/links.ts';
import type { Log, PickedText, ShortcutName, Shortcuts } from '../core/ports.ts';

export type ShortcutTools = {
  readonly keys: Pick<GlobalShortcut, 'register' | 'unregister'>;
  /** `selection` is there on Linux alone. */
  readonly clipboard: Pick<Clipboard, 'readText'> & {
    readonly selection?: Pick<Clipboard, 'readText'> | undefined;
  };
  readonly session: ShortcutView['session'];
  readonly log: Log;
};

export type ShortcutLender = { lend(): Shortcuts };

type Held = { readonly accelerator: string; readonly by: symbol; press(): void };

/**
 * The global shortcuts of this computer's Sidetone, lent to one core after the other: when cores
 * change places the new one takes them, and the old one's letting go changes nothing any more.
 */
export function createShortcutLender(tools: ShortcutTools): ShortcutLender {
  const { keys, session } = tools;
  const held = new Map<ShortcutName, Held>();

  const take = (name: ShortcutName, next: Held): ShortcutView['standing'] => {
    if (session === 'wayland') return 'unsupported';
    const old = held.get(name);
    if (old?.accelerator === next.accelerator) {
      held.set(name, next);
      return 'on';
    }
    const isOurs = [...held.values()].some(({ accelerator }) => accelerator === next.accelerator);
    // The new ones first: while another program has them, the old ones stay.
    if (isOurs || !register(name, next.accelerator)) return 'taken';
    if (old !== undefined) keys.unregister(old.accelerator);
    held.set(name, next);
    return 'on';
  };

  const register = (name: ShortcutName, accelerator: string): boolean => {
    try {
      return keys.register(accelerator, () => held.get(name)?.press());
    } catch (error) {
      // Electron throws for keys it cannot name; they were checked, so this is news.
      tools.log.error('a shortcut could not be registered', error);
      return false;
    }
  };

  return {
    lend() {
      const by = Symbol('core');
      return {
        set(name, accelerator, onPress) {
          if (accelerator !== undefined) {
            const press = (): void => void readPicked(tools).then(onPress);
            return take(name, { accelerator, by, press });
          }
          const old = held.get(name);
          if (old?.by === by) {
            keys.unregister(old.accelerator);
            held.delete(name);
          }
          return session === 'wayland' ? 'unsupported' : 'off';
        },
        describe: () => ({ session, reads: readsOf(session) }),
      };
    },
  };
}

/** The selection where there is one with a text, else the clipboard. */
export async function readPicked(
  tools: Pick<ShortcutTools, 'clipboard' | 'session' | 'log'>,
): Promise<PickedText | undefined> {
  const { clipboard, session } = tools;
  const read = async (from: Pick<Clipboard, 'readText'> | undefined): Promise<string> => {
    try {
      return (await from?.readText()) ?? '';
    } catch (error) {
      tools.log.error('the clipboard could not be read', error);
      return '';
    }
  };
  const selected = session === 'x11' ? await read(clipboard.selection) : '';
  if (selected.trim() !== '') return { text: selected, source: 'selection' };
  const copied = await read(clipboard);
  return copied.trim() === '' ? undefined : { text: copied, source: 'clipboard' };
}

/** What a press reads; a Wayland session lets no program see another's selection. */
export function readsOf(session: ShortcutView['session']): ShortcutView['reads'] {
  return session === 'x11' ? ['selection', 'clipboard'] : ['clipboard'];
}

/**
 * What draws the desktop. Under Wayland `globalShortcut.register` may say it worked and never fire:
 * Electron gets no keys there that are meant for others.
 */
export function readDesktopSession(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): ShortcutView['session'] {
  if (platform === 'win32') return 'windows';
  if (platform === 'darwin') return 'mac';
  const { XDG_SESSION_TYPE: type, WAYLAND_DISPLAY: wayland, DISPLAY: display } = environment;
  if (type === 'x11' || type === 'wayland') return type;
  if (wayland !== undefined && wayland !== '') return 'wayland';
  return display !== undefined && display !== '' ? 'x11' : 'unknown';
}

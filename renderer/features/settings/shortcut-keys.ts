import type { ShortcutView } from '../../../shared/model/links.ts';
import { readAccelerator } from '../../../shared/accelerator.ts';
import { strings } from '../../../shared/strings/strings.ts';

const words = strings.shortcut;

/** What is held while keys are chosen: modifiers alone, keys that can be had, or others. */
export type Pressed =
  | { readonly kind: 'modifiers'; readonly keys: string }
  | { readonly kind: 'accelerator'; readonly accelerator: string }
  | { readonly kind: 'unusable'; readonly keys: string };

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const modifierKeys = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'OS']);
const codes: Readonly<Record<string, string>> = {
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** What a press of keys comes to, in Electron's words. */
export function toPressed(event: KeyPress, session: ShortcutView['session']): Pressed {
  const held = [
    event.ctrlKey && 'Control',
    event.metaKey && (session === 'mac' ? 'Command' : 'Super'),
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
  ].filter((modifier) => modifier !== false);
  if (modifierKeys.has(event.key)) return { kind: 'modifiers', keys: held.join('+') };
  const keys = [...held, keyOf(event)].join('+');
  const accelerator = readAccelerator(keys);
  return accelerator === undefined
    ? { kind: 'unusable', keys }
    : { kind: 'accelerator', accelerator };
}

/** By what it writes where that is plain, by its place where Shift or Option change it. */
function keyOf({ key, code }: KeyPress): string {
  if (/^[a-z\d]$/i.test(key)) return key.toUpperCase();
  const [, character] = /^(?:Key|Digit)([A-Z\d])$/.exec(code) ?? [];
  return character ?? codes[code] ?? key;
}

/** The keys as they are written on the keyboard. */
export function keyCaps(keys: string, session: ShortcutView['session']): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    ...words.names,
    ...(session === 'mac' && words.macNames),
    ...(session === 'windows' && { Super: words.windowsKey }),
  };
  return keys
    .split('+')
    .filter((key) => key !== '')
    .map((key) => names[key] ?? key);
}

/** Modifiers by all the names that Electron knows, as the one that is kept. */
const modifierNames: Readonly<Record<string, string>> = {
  commandorcontrol: 'CommandOrControl',
  cmdorctrl: 'CommandOrControl',
  control: 'Control',
  ctrl: 'Control',
  command: 'Command',
  cmd: 'Command',
  super: 'Super',
  meta: 'Super',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
};
const modifierOrder = ['CommandOrControl', 'Control', 'Command', 'Super', 'Alt', 'Shift'] as const;

const namedKeys = ['Space', 'Insert', 'Home', 'End', 'PageUp', 'PageDown'] as const;
const arrows = ['Up', 'Down', 'Left', 'Right'] as const;
const keyNames: ReadonlyMap<string, string> = new Map(
  [...namedKeys, ...arrows].map((name) => [name.toLowerCase(), name]),
);
const functionKey = /^f(?:[1-9]|1\d|2[0-4])$/i;
const letterOrDigit = /^[a-z\d]$/i;

/** What every program needs for itself: editing, and closing a window. */
const everyPrograms = /^(?:(?:CommandOrControl|Control|Command)\+[ACVXZ]|Alt\+F4|Alt\+Space)$/;

/**
 * A combination of keys in Electron's form and one spelling, `CommandOrControl+Shift+D`; undefined
 * where it is none that could be taken from all programs: it has to have Ctrl, Alt, Cmd or Super.
 */
export function readAccelerator(text: string): string | undefined {
  const parts = text.split('+').map((part) => part.trim());
  const key = toKey(parts.at(-1) ?? '');
  const modifiers = parts.slice(0, -1).map((part) => modifierNames[part.toLowerCase()]);
  if (key === undefined || modifiers.includes(undefined)) return undefined;
  const held = modifierOrder.filter((modifier) => modifiers.includes(modifier));
  if (held.length !== modifiers.length || held.every((modifier) => modifier === 'Shift')) {
    return undefined;
  }
  const accelerator = [...held, key].join('+');
  return everyPrograms.test(accelerator) ? undefined : accelerator;
}

function toKey(name: string): string | undefined {
  if (letterOrDigit.test(name) || functionKey.test(name)) return name.toUpperCase();
  return keyNames.get(name.toLowerCase());
}

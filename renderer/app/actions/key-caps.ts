import { acceleratorOf, keysOf, type ShortcutId } from '../../../shared/shortcuts.ts';
import { strings } from '../../../shared/strings/strings.ts';

const { palette, shortcut } = strings;

/** Whether the window is on a Mac, whose keys have signs and names of their own. */
export function isMac(): boolean {
  return navigator.userAgent.includes('Mac');
}

/** Keys as they are written on the keyboard, one by one. */
export function capsOf(keys: string, onMac: boolean): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    ...shortcut.names,
    ...palette.keyNames,
    ...(onMac && { ...shortcut.macNames, ...palette.macKeyNames }),
  };
  return keysOf(keys).map((key) => names[key] ?? key);
}

/** The first keys of a shortcut in one word, for a hint: *Ctrl+K*, *⌘K*. */
export function keysInWords(id: ShortcutId): string {
  const onMac = isMac();
  return capsOf(acceleratorOf(id), onMac).join(onMac ? '' : '+');
}

/** Keys as `aria-keyshortcuts` has them. */
export function ariaKeysOf(keys: string): string {
  return ['Control', 'Meta']
    .map((held) => keys.replace('CmdOrCtrl', held))
    .filter((each, at, all) => all.indexOf(each) === at)
    .join(' ');
}

import type { SettingsGroup } from '../../app/settings-entries/entry.ts';

/** A group that is shown, and how far below the top of the page it begins, in CSS pixels. */
export type GroupTop = { readonly group: SettingsGroup; readonly top: number };

/** The group being read: the last that began in the upper third, and at the end of the page the last. */
export function currentGroup(
  groups: readonly GroupTop[],
  page: { readonly height: number; readonly isAtEnd: boolean },
): SettingsGroup | undefined {
  if (page.isAtEnd) return groups.at(-1)?.group;
  return (groups.findLast(({ top }) => top <= page.height / 3) ?? groups[0])?.group;
}

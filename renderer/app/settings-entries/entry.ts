import type { Settings } from '../../../shared/model/app.ts';

/** The parts of the settings, in their order on the page. */
export const settingsGroups = [
  'general',
  'calling',
  'texts',
  'notifications',
  'outside',
  'account',
  'archive',
  'about',
] as const;
export type SettingsGroup = (typeof settingsGroups)[number];

export type Said = {
  readonly title: string;
  /** What the card does. */
  readonly sentence: string;
  /** Labels and choices on the card, which people look for as well. */
  readonly also: readonly string[];
};

export type Entry = {
  readonly group: SettingsGroup;
  /** The settings on the card: what a reset of it takes back. */
  readonly holds?: readonly (keyof Settings)[];
  /** Looked up at use, so that it follows the language. */
  readonly say: () => Said;
};

/** Every text of a group of words; those that need a value are left out. */
export function textsOf(group: object): readonly string[] {
  return Object.values(group).flatMap((each: unknown) => {
    if (typeof each === 'string') return [each];
    return typeof each === 'object' && each !== null ? textsOf(each) : [];
  });
}

/** A card that is found by every text of its words. */
export function sayAll(words: { readonly title: string }, sentence: string): Said {
  return { title: words.title, sentence, also: textsOf(words) };
}

import type { strings } from '../../../shared/strings/strings.ts';

export type Emoji = {
  readonly emoji: string;
  readonly name: string;
  readonly hasTones: boolean;
  /** What it is found by, in lower case. */
  readonly words: string;
};

export type EmojiGroup = {
  readonly slug: keyof typeof strings.emoji.groups;
  readonly emoji: readonly Emoji[];
};

/** Skin tones by the names they have in the words, with their modifiers (UTS #51). */
export const tones = {
  none: '',
  light: '\u{1F3FB}',
  mediumLight: '\u{1F3FC}',
  medium: '\u{1F3FD}',
  mediumDark: '\u{1F3FE}',
  dark: '\u{1F3FF}',
} as const;
export type Tone = keyof typeof tones;

const mostFound = 120;
export const mostRecent = 24;
const emojiVariation = '\u{FE0F}';

/** People, in emoji of several; anything else that is joined to them has no tone (🧑‍🤝‍🧑). */
const people = new Set(['🧑', '👩', '👨']);

/** An emoji in a skin tone: of several people in it, each has it. */
export function inTone({ emoji, hasTones }: Pick<Emoji, 'emoji' | 'hasTones'>, tone: Tone): string {
  if (!hasTones || tone === 'none') return emoji;
  return emoji
    .split('\u{200D}')
    .map((part, index) => {
      const [base = '', ...rest] = Array.from(part);
      // The modifier says already that it is shown as a picture.
      const kept = rest.filter((sign) => sign !== emojiVariation);
      const hasTone = index === 0 ? /\p{Emoji_Modifier_Base}/u.test(base) : people.has(base);
      return hasTone ? base + tones[tone] + kept.join('') : part;
    })
    .join('\u{200D}');
}

/** The emoji that all words of a search are about: those named so before those merely found by it. */
export function findEmoji(groups: readonly EmojiGroup[], search: string): readonly Emoji[] {
  const wanted = search
    .toLowerCase()
    .split(/[\s:_]+/)
    .filter(Boolean);
  if (wanted.length === 0) return [];
  const [first = ''] = wanted;
  const rank = ({ name, words }: Emoji): number =>
    name.startsWith(first) ? 0 : words.startsWith(first) || words.includes(` ${first}`) ? 1 : 2;
  return groups
    .flatMap(({ emoji }) => emoji)
    .filter(({ words }) => wanted.every((word) => words.includes(word)))
    .map((emoji) => ({ emoji, rank: rank(emoji) }))
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, mostFound)
    .map(({ emoji }) => emoji);
}

/** The recent ones with one that was just used, the latest first. */
export function withRecent(recent: readonly string[], emoji: string): readonly string[] {
  return [emoji, ...recent.filter((other) => other !== emoji)].slice(0, mostRecent);
}

/** Where an arrow leads in a grid of rows of one width, which the last of may be shorter. */
export function stepInGrid(
  key: string,
  at: number,
  { count, columns }: { readonly count: number; readonly columns: number },
): number | undefined {
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: count - 1,
  }[key];
  if (to === undefined) return undefined;
  // From above a short last row the way down leads to its end.
  if (key === 'ArrowDown' && to >= count) {
    const isLastRow = Math.floor(at / columns) === Math.floor((count - 1) / columns);
    return isLastRow ? at : count - 1;
  }
  return to < 0 || to >= count ? at : to;
}

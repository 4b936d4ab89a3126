import Fuse from 'fuse.js';
import { strings } from '../../../shared/strings/strings.ts';
import { actionGroups, type Action } from './action.ts';

/** A stretch of a label that was typed. */
export type Mark = { readonly start: number; readonly end: number };

/** A card of the settings is meant less often than what can be done at once. */
const settingsMalus = 0.3;
/** Words of so many letters may have a slip in them. */
const longEnough = 5;
/** How much better a command counts that was done lately, for each place it has among those. */
const recentBonus = 0.08;
/** What begins a word of the label was meant; what only resembles one may have been. */
const startBonus = 0.5;

type Entry = {
  readonly action: Action;
  readonly group: string;
  /** All that it is found by, as it is compared. */
  readonly folded: string;
};

/** Made once for the actions of an opening: every letter asks again. */
const indexes = new WeakMap<readonly Action[], Fuse<Entry>>();

/**
 * The actions that a text means, group by group, the group of the best first. Each word has to be in
 * the label, among its other words or in the name of its group; a slip of the finger is forgiven.
 */
export function matchActions(
  actions: readonly Action[],
  text: string,
  recent: readonly string[] = [],
): readonly Action[] {
  const typed = wordsOf(text);
  const scored = indexOf(actions)
    .search(text)
    .filter(({ item }) => typed.every((word) => isIn(word, item.folded)))
    .map(({ item: { action }, score = 1 }, order) => {
      const place = recent.indexOf(action.id);
      const lately = place < 0 ? 0 : recentBonus * (recent.length - place);
      const starts = hasWords(action.label, text) ? startBonus : 0;
      const card = action.group === 'settings' ? settingsMalus : 0;
      return { action, score: score - lately - starts + card, order };
    });
  scored.sort((one, other) => one.score - other.score || one.order - other.order);
  return byGroup(scored.map(({ action }) => action));
}

function indexOf(actions: readonly Action[]): Fuse<Entry> {
  const known = indexes.get(actions);
  if (known !== undefined) return known;
  const { groups } = strings.palette;
  const entries = actions.map((action): Entry => {
    const { label, detail, keywords } = action;
    const group = groups[action.group];
    return { action, group, folded: foldText([label, detail, keywords, group].join(' ')) };
  });
  const fuse = new Fuse(entries, {
    keys: [
      { name: 'label', weight: 4, getFn: ({ action }) => action.label },
      { name: 'detail', weight: 1, getFn: ({ action }) => action.detail ?? '' },
      { name: 'keywords', weight: 1, getFn: ({ action }) => action.keywords ?? '' },
      { name: 'group', weight: 0.5 },
    ],
    useTokenSearch: true,
    tokenMatch: 'all',
    ignoreDiacritics: true,
    ignoreLocation: true,
    threshold: 0.25,
    includeScore: true,
  });
  indexes.set(actions, fuse);
  return fuse;
}

/** A short word resembles too many others for a slip in it to be forgiven. */
function isIn(word: string, folded: string): boolean {
  return word.length >= longEnough || folded.includes(word);
}

/** The same in another order: group by group, as each group's first comes. */
function byGroup(actions: readonly Action[]): readonly Action[] {
  const groups = [...new Set(actions.map(({ group }) => group))];
  return groups.flatMap((group) => actions.filter((action) => action.group === group));
}

/** Before anything is typed: what was done lately, then everything in its order. */
export function allActions(
  actions: readonly Action[],
  recent: readonly string[],
): readonly Action[] {
  const lately = recent.flatMap((id) => actions.find((action) => action.id === id) ?? []);
  const others = actions.filter((action) => !lately.includes(action));
  return [
    ...lately.map(asRecent),
    ...actionGroups.flatMap((group) => others.filter((action) => action.group === group)),
  ];
}

function asRecent(action: Action): Action {
  return { ...action, group: 'recent' };
}

/** Where in a label the words typed are: at the start of a word if anywhere, without accents. */
export function marksOf(label: string, text: string): readonly Mark[] {
  const folded = foldEach(label);
  const marks = wordsOf(text).flatMap((word) => {
    const at = startOfWord(folded, word) ?? folded.indexOf(word);
    return at < 0 ? [] : [{ start: at, end: at + word.length }];
  });
  return withoutOverlap(marks);
}

/** Letters as they are compared: small, without accents. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The same, letter for letter, so that places in it are places in the text. */
function foldEach(text: string): string {
  return Array.from({ length: text.length }, (_each, at) => {
    const letter = text.charAt(at);
    const folded = foldText(letter);
    return folded.length === 1 ? folded : letter;
  }).join('');
}

function wordsOf(text: string): readonly string[] {
  return foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Whether every word typed begins a word of a label. */
export function hasWords(label: string, text: string): boolean {
  const folded = foldEach(label);
  return wordsOf(text).every((word) => startOfWord(folded, word) !== undefined);
}

/** Whether a label begins with what was typed. */
export function isBeginning(label: string, text: string): boolean {
  return foldText(label).startsWith(foldText(text.trim()));
}

function startOfWord(folded: string, word: string): number | undefined {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))) return at;
  }
  return undefined;
}

function withoutOverlap(marks: readonly Mark[]): readonly Mark[] {
  return marks
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter((mark, at, all) => !all.slice(0, at).some(({ end }) => end > mark.start));
}

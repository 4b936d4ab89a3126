import type { Database } from 'better-sqlite3';
import type { Sought, Word } from '../parse.ts';
import { findFitting, judgeSides, reachOf, type People, type Reach } from '../people/rows.ts';
import { byTime, placeOf, placeThrough, topAfter, type Hit, type Place } from './cursor.ts';
import {
  findByReach,
  findBySide,
  findByWords,
  type Found,
  type RecordKind,
  type Stretch,
} from './rows.ts';

/** Words of a query that name someone, and those that are left. */
type Split = { readonly named: readonly Word[]; readonly rest: readonly Word[] };
type NamedSearch = { readonly reach: Reach; readonly rest: readonly Word[] };

export type Narrowing = {
  readonly kinds: readonly RecordKind[];
  readonly place: Place | undefined;
  /** Row ids, the first and the last that are wanted. */
  readonly bottom: number;
  readonly top: number;
  readonly limit: number;
};

/** A name is seldom longer; a query that begins with a sentence names nobody with it. */
const longestName = 3;

/**
 * What happened that fits, newest first, all kinds in one order. Each kind is looked through as far
 * as one query may; what lies beyond the nearest end of any of them comes with the next page.
 */
export function findRecords(
  db: Database,
  sought: Sought,
  /** Whom all words fit. */
  getPeople: () => People,
  narrowing: Narrowing,
): { readonly hits: readonly Hit[]; readonly next: Place | undefined } {
  const { kinds, place, bottom, limit } = narrowing;
  const ofNamed = kinds.every((kind) => kind === 'call') ? [] : listNamed(db, sought);
  // Texts are found by their words: nobody has to be looked up for them.
  const reach = kinds.every((kind) => kind === 'text') ? undefined : reachOf(db, getPeople());
  const search: Search = { sought, reach, ofNamed };
  const hits = new Map<string, Hit>();
  let reached = 0;
  for (const kind of kinds) {
    const top = Math.min(narrowing.top, topAfter(place, kind));
    for (const look of looksFor(db, kind, search)) {
      // What lies before the end of another look is not shown with this page.
      const from = Math.max(bottom, reached);
      if (top < from) break;
      const found = look({ top, bottom: from, limit });
      found.ids.forEach((id, index) => {
        const key = `${kind}:${id}`;
        const text = found.texts?.[index] ?? hits.get(key)?.text;
        hits.set(key, { kind, id, text });
      });
      reached = Math.max(reached, found.reached ?? 0);
    }
  }
  const sorted = [...hits.values()].filter(({ id }) => id >= reached).toSorted(byTime);
  const shown = sorted.slice(0, limit);
  const lastShown = shown.at(-1);
  if (sorted.length > limit && lastShown) return { hits: shown, next: placeOf(lastShown) };
  return { hits: shown, next: reached === 0 ? undefined : placeThrough(reached) };
}

type Search = {
  readonly sought: Sought;
  /** Where what is theirs is whom all words fit; undefined for too many. */
  readonly reach: Reach | undefined;
  readonly ofNamed: readonly NamedSearch[];
};

/** The ways in which a record of a kind can fit, those that find most first. */
function looksFor(
  db: Database,
  kind: RecordKind,
  search: Search,
): readonly ((stretch: Stretch) => Found)[] {
  const ofPeople = (stretch: Stretch): Found =>
    findOfPeople(db, kind as Exclude<RecordKind, 'text'>, search, stretch);
  if (kind === 'call') return [ofPeople];
  const byWords = (stretch: Stretch): Found => findByWords(db, kind, search.sought.words, stretch);
  const ofNamed = search.ofNamed.map(
    (named) =>
      (stretch: Stretch): Found =>
        findByReach(db, kind, named, stretch),
  );
  // Every text of someone's is not what their name is looked for.
  return kind === 'text' ? [byWords, ...ofNamed] : [byWords, ofPeople, ...ofNamed];
}

function findOfPeople(
  db: Database,
  kind: Exclude<RecordKind, 'text'>,
  { reach, sought }: Search,
  stretch: Stretch,
): Found {
  if (reach !== undefined) return findByReach(db, kind, { reach, rest: [] }, stretch);
  return findBySide(db, kind, (sides) => judgeSides(db, sides, sought.people), stretch);
}

/** The ways to read the first or the last words as a name that someone has. */
function listNamed(db: Database, sought: Sought): readonly NamedSearch[] {
  return splitsOf(sought).flatMap(({ named, rest }) => {
    const reach = reachOf(db, findFitting(db, named));
    return reach === undefined ? [] : [{ reach, rest }];
  });
}

/** A name at the beginning or at the end, and the rest: `ada rate`, `rate ada`. */
function splitsOf({ words, people }: Sought): readonly Split[] {
  // A number in groups is one number.
  if (people.length === 1) return [];
  const splits: Split[] = [];
  for (let length = 1; length <= Math.min(longestName, words.length - 1); length += 1) {
    splits.push({ named: words.slice(0, length), rest: words.slice(length) });
    splits.push({ named: words.slice(-length), rest: words.slice(0, -length) });
  }
  return splits;
}

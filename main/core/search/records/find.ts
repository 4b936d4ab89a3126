import type { Database } from 'better-sqlite3';
import { toParty, type PartyRow } from '../../contacts/rows.ts';
import { hasAll } from '../excerpt.ts';
import type { Sought, Word } from '../parse.ts';
import { findFitting, reachOf, type People, type Reach } from '../people/rows.ts';
import { byTime, placeOf, placeThrough, topAfter, type Hit, type Place } from './cursor.ts';
import {
  findByReach,
  findBySide,
  findByWords,
  nothing,
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
  people: People,
  narrowing: Narrowing,
): { readonly hits: readonly Hit[]; readonly next: Place | undefined } {
  const { kinds, place, bottom, limit } = narrowing;
  const ofNamed = kinds.every((kind) => kind === 'call') ? [] : listNamed(db, sought);
  const search: Search = { sought, reach: reachOf(db, people), ofNamed };
  const searches = kinds.flatMap((kind) => {
    const top = Math.min(narrowing.top, topAfter(place, kind));
    if (top < bottom) return [];
    const found = findOf(db, kind, search, { top, bottom, limit });
    return found.map((one) => ({ kind, one }));
  });
  const hits = searches.flatMap(({ kind, one }) => one.ids.map((id): Hit => ({ kind, id })));
  const unique = [...new Map(hits.map((hit) => [`${hit.kind}:${hit.id}`, hit])).values()];
  const reached = Math.max(...searches.map(({ one }) => one.reached ?? 0), 0);
  const sorted = unique.filter(({ id }) => id >= reached).toSorted(byTime);
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

function findOf(
  db: Database,
  kind: RecordKind,
  search: Search,
  stretch: Stretch,
): readonly Found[] {
  // Every text of someone's is not what their name is looked for.
  const ofPeople = kind === 'text' ? nothing : findOfPeople(db, kind, search, stretch);
  if (kind === 'call') return [ofPeople];
  const ofNamed = search.ofNamed.map((named) => findByReach(db, kind, named, stretch));
  return [findByWords(db, kind, search.sought.words, stretch), ofPeople, ...ofNamed];
}

function findOfPeople(
  db: Database,
  kind: Exclude<RecordKind, 'text'>,
  { reach, sought }: Search,
  stretch: Stretch,
): Found {
  if (reach !== undefined) return findByReach(db, kind, { reach, rest: [] }, stretch);
  const known = new Map<string, boolean>();
  const fits = (side: PartyRow): boolean => {
    const key = `${side.number ?? ''} ${side.extension_number ?? ''} ${side.name ?? ''}`;
    const isFitting = known.get(key) ?? fitsSide(db, side, sought.people);
    known.set(key, isFitting);
    return isFitting;
  };
  return findBySide(db, kind, fits, stretch);
}

function fitsSide(db: Database, side: PartyRow, words: readonly Word[]): boolean {
  const { name, company } = toParty(db, side);
  const text = `${name ?? ''}\n${company ?? ''}`;
  return words.every(
    (word) =>
      hasAll(text, [word]) ||
      (word.digits !== undefined && side.number?.includes(word.digits) === true),
  );
}

/** The ways to read the first or the last words as a name that someone has. */
function listNamed(db: Database, sought: Sought): readonly NamedSearch[] {
  return splitsOf(sought).flatMap(({ named, rest }) => {
    const reach = reachOf(db, findFitting(db, named));
    return reach === undefined ? [] : [{ reach, rest }];
  });
}

/** A name at the beginning or at the end, and the rest: `ada rate`, `rate ada`. */
function splitsOf({ words }: Sought): readonly Split[] {
  const splits: Split[] = [];
  for (let length = 1; length <= Math.min(longestName, words.length - 1); length += 1) {
    splits.push({ named: words.slice(0, length), rest: words.slice(length) });
    splits.push({ named: words.slice(-length), rest: words.slice(0, -length) });
  }
  return splits;
}

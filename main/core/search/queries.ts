import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { SearchKind, SearchPage } from '../../../shared/model/search.ts';
import { defineQuery } from '../db/define-query.ts';
import { firstRowIdOf } from '../db/row-id.ts';
import { parseSought, type Sought } from './parse.ts';
import { rankPeople } from './people/find.ts';
import { findFitting, type People } from './people/rows.ts';
import { readPlace, writePlace } from './records/cursor.ts';
import { findRecords } from './records/find.ts';
import type { RecordKind } from './records/rows.ts';
import { toHits } from './records/views.ts';

export type SearchInput = {
  readonly text: string;
  readonly kind: SearchKind;
  readonly from?: EpochMs | undefined;
  readonly until?: EpochMs | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** How many people stand above what happened; the rest are under People. */
const peopleAbove = 5;
const latest = Number.MAX_SAFE_INTEGER;

const kinds: Readonly<Record<Exclude<SearchKind, 'people'>, readonly RecordKind[]>> = {
  all: ['text', 'voicemail', 'note', 'call'],
  texts: ['text'],
  calls: ['call'],
  voicemails: ['voicemail'],
  notes: ['note'],
};

/**
 * A page of what the archive has of some words. A page can be short of hits and yet have a next
 * one: every query looks through so many rows and no more, and the next goes on from there.
 */
export const find = defineQuery('search.find', (db, input: SearchInput): SearchPage => {
  const sought = parseSought(input.text);
  if (sought === undefined) return { items: [], next: undefined };
  return input.kind === 'people'
    ? findPeople(db, sought, input)
    : findHistory(db, sought, { ...input, kind: input.kind });
});

/** People are not dated: they are found whatever the range. */
function findPeople(db: Database, sought: Sought, { after, limit }: SearchInput): SearchPage {
  const ranked = rankPeople(db, findFitting(db, sought.people), sought.people);
  const start = /^\d{1,6}$/.test(after ?? '') ? Number(after) : 0;
  const end = start + limit;
  return {
    items: ranked.slice(start, end),
    next: end < ranked.length ? String(end) : undefined,
  };
}

function findHistory(
  db: Database,
  sought: Sought,
  input: SearchInput & { readonly kind: Exclude<SearchKind, 'people'> },
): SearchPage {
  const { kind, after, limit, from, until } = input;
  let known: People | undefined;
  const getPeople = (): People => (known ??= findFitting(db, sought.people));
  const isFirst = kind === 'all' && after === undefined;
  const above = isFirst ? rankPeople(db, getPeople(), sought.people).slice(0, peopleAbove) : [];
  const { hits, next } = findRecords(db, sought, getPeople, {
    kinds: kinds[kind],
    place: readPlace(after),
    bottom: from === undefined ? 0 : firstRowIdOf(from),
    top: until === undefined ? latest : Math.min(firstRowIdOf(until) - 1, latest),
    limit: limit - above.length,
  });
  return {
    items: [...above, ...toHits(db, hits, sought)],
    next: next && writePlace(next),
  };
}

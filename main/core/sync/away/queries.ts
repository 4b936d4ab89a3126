import type { Database } from 'better-sqlite3';
import type { AwayView } from '../../../../shared/model/backfill.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { defineQuery } from '../../db/define-query.ts';
import { getRow } from '../../db/statement.ts';
import { missedOutcomes } from '../calls/mapping.ts';
import { getMark, setMark } from '../rows.ts';

/** The ids of the rows between two instants, as `BETWEEN` takes them (row ids are times). */
const range = ({ since, until }: Pick<AwayView, 'since' | 'until'>): readonly [number, number] => [
  since * 1024,
  until * 1024 + 1023,
];
const missedList = missedOutcomes.map((outcome) => `'${outcome}'`).join(', ');

/**
 * Notes that texts and calls are all known up to an instant. When that is long after the last one,
 * nobody was there meanwhile, and what came in is told until it is dismissed. Answers whether there
 * is something to tell that was not there before.
 */
export const moveKnown = defineQuery(
  'away.move-known',
  (db, input: { readonly knownAt: EpochMs; readonly leastMs: number }): boolean => {
    const { knownAt: until, leastMs } = input;
    const since = getMark(db, 'known');
    setMark(db, 'known', until);
    if (since === undefined || until - since < leastMs) return false;
    if (!hasAny(countBetween(db, { since, until }))) return false;
    // An absence that was not dismissed goes on in this one.
    setMark(db, 'away-since', getMark(db, 'away-since') ?? since);
    setMark(db, 'away-until', until);
    return true;
  },
);

/** What came in during the absence that has not been dismissed. */
export const readAway = defineQuery('away.read', (db): AwayView | undefined => {
  const since = getMark(db, 'away-since');
  const until = getMark(db, 'away-until');
  if (since === undefined || until === undefined) return undefined;
  const counts = countBetween(db, { since, until });
  return hasAny(counts) ? { since, until, ...counts } : undefined;
});

export const dismissAway = defineQuery('away.dismiss', (db): void => {
  setMark(db, 'away-since', undefined);
  setMark(db, 'away-until', undefined);
});

type Counts = Pick<AwayView, 'missedCalls' | 'texts' | 'voicemails'>;

function hasAny({ missedCalls, texts, voicemails }: Counts): boolean {
  return missedCalls + texts + voicemails > 0;
}

function countBetween(db: Database, absence: Pick<AwayView, 'since' | 'until'>): Counts {
  const count = (sql: string): number =>
    getRow<{ count: number }>(db, sql, ...range(absence))?.count ?? 0;
  return {
    missedCalls: count(`SELECT count(*) AS count FROM call WHERE id BETWEEN ? AND ?
      AND direction = 'inbound' AND outcome IN (${missedList})`),
    texts: count(`SELECT count(*) AS count FROM message WHERE id BETWEEN ? AND ?
      AND direction = 'inbound' AND availability = 'Alive'`),
    voicemails: count(`SELECT count(*) AS count FROM voicemail WHERE id BETWEEN ? AND ?
      AND availability = 'Alive'`),
  };
}

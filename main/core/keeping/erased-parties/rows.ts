import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { allRows, run } from '../../db/statement.ts';

/** A side of a call or text, as far as it tells who that is. */
export type Party = {
  readonly number?: string | undefined;
  readonly extensionNumber?: string | undefined;
};

/** Whose records from an instant are not wanted. */
export type IsErasedParty = (party: Party, at: EpochMs) => boolean;

/** A record may be of a call that ran, or a text that was on its way, when all was last known. */
const lateMs = 12 * 60 * 60_000;

/**
 * Remembers that nothing of these from before an instant is wanted: what a backfill or a sync has
 * not brought yet has no id to be remembered by. Only digests are kept.
 */
export function rememberParties(
  db: Database,
  whose: { readonly numbers: readonly string[]; readonly extensionNumbers: readonly string[] },
  until: EpochMs,
): void {
  const parties = [
    ...whose.numbers.map((number) => ({ number })),
    ...whose.extensionNumbers.map((extensionNumber) => ({ extensionNumber })),
  ];
  for (const digest of parties.flatMap(digestsOf)) {
    run(
      db,
      `INSERT INTO erased_party (party, until_at) VALUES (?, ?)
       ON CONFLICT (party) DO UPDATE SET until_at = max(until_at, excluded.until_at)`,
      digest,
      until,
    );
  }
}

/** Tells erased parties; undefined where there is none, which is nearly always. */
export function readErasedParties(db: Database): IsErasedParty | undefined {
  const rows = allRows<{ party: string; until_at: number }>(
    db,
    'SELECT party, until_at FROM erased_party',
  );
  if (rows.length === 0) return undefined;
  const untils = new Map(rows.map((row) => [row.party, row.until_at]));
  return (party, at) => digestsOf(party).some((digest) => at < (untils.get(digest) ?? -Infinity));
}

/** Forgets those of whom nothing old can come any more: call it when a cursor or a backfill moves. */
export function settleErasedParties(db: Database): void {
  run(
    db,
    `DELETE FROM erased_party WHERE until_at <= (
         SELECT min(CAST(position AS INTEGER)) - ? FROM sync_cursor
         WHERE feed IN ('messages', 'calls') HAVING count(position) = 2
       )
       AND NOT EXISTS (SELECT 1 FROM backfill_gap)
       AND 2 = (SELECT count(*) FROM backfill WHERE is_done = 1
         OR reached_at <= (SELECT from_at FROM archive_floor))`,
    lateMs,
  );
}

function digestsOf({ number, extensionNumber }: Party): readonly string[] {
  const digest = (kind: string, text: string): string =>
    createHash('sha256').update(`${kind}:${text}`).digest('hex');
  return [
    ...(number === undefined ? [] : [digest('number', number)]),
    ...(extensionNumber === undefined ? [] : [digest('extension', extensionNumber)]),
  ];
}

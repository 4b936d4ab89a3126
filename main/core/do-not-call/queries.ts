import type { Page } from '../../../shared/model/app.ts';
import type { DoNotCallEntry } from '../../../shared/model/calls.ts';
import type { E164, EpochMs } from '../../../shared/model/ids.ts';
import { readParties } from '../contacts/rows.ts';
import { defineQuery } from '../db/define-query.ts';
import { allRows, run } from '../db/statement.ts';
import { isDoNotCall } from './rows.ts';

type EntryRow = { readonly number: E164; readonly reason: string; readonly added_at: EpochMs };

/** The last added first, in the order of the index `do_not_call_by_time`. */
export const listDoNotCallSql = `
  SELECT number, reason, added_at FROM do_not_call
  WHERE added_at < ? OR (added_at = ? AND number > ?)
  ORDER BY added_at DESC, number LIMIT ?`;

/** The list, the last added first, with whose the numbers are. */
export const listDoNotCall = defineQuery(
  'do-not-call.list',
  (
    db,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Page<DoNotCallEntry> => {
    const [at, number = ''] = after?.split(' ') ?? [];
    const before = at === undefined ? Number.MAX_SAFE_INTEGER : Number(at);
    const rows = allRows<EntryRow>(db, listDoNotCallSql, before, before, number, limit + 1);
    const shown = rows.slice(0, limit);
    const partyOf = readParties(
      db,
      shown.map((row) => row.number),
    );
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => ({
        number: row.number,
        party: partyOf({ number: row.number, extension_number: null, name: null }),
        reason: row.reason,
        addedAt: row.added_at,
      })),
      next: last && `${last.added_at} ${last.number}`,
    };
  },
);

/** Adds numbers; one that is there already stays as it is. Answers how many are new. */
export const addDoNotCall = defineQuery(
  'do-not-call.add',
  (
    db,
    input: { readonly numbers: readonly E164[]; readonly reason: string; readonly at: EpochMs },
  ): number =>
    input.numbers.reduce(
      (added, number) =>
        added +
        run(
          db,
          `INSERT INTO do_not_call (number, reason, added_at) VALUES (?, ?, ?)
           ON CONFLICT (number) DO NOTHING`,
          number,
          input.reason,
          input.at,
        ),
      0,
    ),
);

/** Takes a number off the list; answers whether it was on it. */
export const removeDoNotCall = defineQuery(
  'do-not-call.remove',
  (db, number: E164): boolean => run(db, 'DELETE FROM do_not_call WHERE number = ?', number) > 0,
);

/** Whether a number is on the list. */
export const hasDoNotCall = defineQuery('do-not-call.has', (db, number: E164) =>
  isDoNotCall(db, number),
);

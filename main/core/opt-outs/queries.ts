import type { Database } from 'better-sqlite3';
import type { Page } from '../../../shared/model/app.ts';
import type { OptOut } from '../../../shared/model/drafts.ts';
import type { E164, EpochMs } from '../../../shared/model/ids.ts';
import { readParties } from '../contacts/rows.ts';
import { recordActivity } from '../db/activity.ts';
import { defineQuery } from '../db/define-query.ts';
import { allRows, getRow, run } from '../db/statement.ts';
import {
  everyOwnNumber,
  holdsSql,
  noteStart,
  noteStop,
  type OwnNumber,
  type Pair,
} from './rows.ts';

type OptOutRow = {
  readonly own_number: OwnNumber;
  readonly number: E164;
  readonly stopped_at: EpochMs;
  readonly source: OptOut['source'];
  readonly word: string | null;
};

/** The latest first, in the order of the index `opt_out_by_time`; digests of the erased are nobody's. */
export const listOptOutsSql = `
  SELECT own_number, number, stopped_at, source, word FROM opt_out
  WHERE ${holdsSql} AND number GLOB '+*'
    AND (stopped_at < ? OR (stopped_at = ? AND (number, own_number) > (?, ?)))
  ORDER BY stopped_at DESC, number, own_number LIMIT ?`;

/** Who wants no texts, the latest first, with whose the numbers are. */
export const listOptOuts = defineQuery(
  'opt-outs.list',
  (
    db,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Page<OptOut> => {
    const [at, number = '', ownNumber = ''] = after?.split(' ') ?? [];
    const before = at === undefined ? Number.MAX_SAFE_INTEGER : Number(at);
    const place = [before, before, number, ownNumber] as const;
    const rows = allRows<OptOutRow>(db, listOptOutsSql, ...place, limit + 1);
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
        ownNumber: row.own_number === everyOwnNumber ? undefined : row.own_number,
        at: row.stopped_at,
        source: row.source,
        word: row.word ?? undefined,
      })),
      next: last && `${last.stopped_at} ${last.number} ${last.own_number}`,
    };
  },
);

/**
 * Notes or lifts an opt-out by hand, with its activity; RingCentral is to be told. The user's word
 * is later than whatever was known, also where the clocks of this computer and of RingCentral differ.
 * Answers whether anything changed.
 */
export const setOptOut = defineQuery(
  'opt-outs.set',
  (
    db,
    input: {
      readonly pair: Pair;
      readonly isOptedOut: boolean;
      readonly reason: string;
      readonly at: EpochMs;
    },
  ): boolean => {
    const { pair, isOptedOut, reason, at } = input;
    const { stoppedAt, liftedAt } = timesOf(db, pair);
    const isOut = stoppedAt !== undefined && stoppedAt >= (liftedAt ?? 0);
    if (isOut === isOptedOut) return false;
    const later = Math.max(at, (stoppedAt ?? 0) + 1, (liftedAt ?? 0) + 1);
    if (isOptedOut) noteStop(db, pair, { at: later, source: 'user', word: undefined });
    else noteStart(db, pair, later);
    run(
      db,
      'UPDATE opt_out SET is_to_tell = 1 WHERE own_number = ? AND number = ?',
      pair.ownNumber,
      pair.number,
    );
    const detail = { ownNumber: pair.ownNumber, isOptedOut, reason };
    const activity = { kind: 'opt-out', subject: '', detail, number: pair.number, at } as const;
    recordActivity(db, activity, isOptedOut ? 'noted' : 'lifted');
    return true;
  },
);

/** A consent record of RingCentral's. */
export type Consent = {
  readonly ownNumber: OwnNumber;
  readonly number: E164;
  readonly isOptedOut: boolean;
  readonly at: EpochMs;
};

/**
 * Takes over what RingCentral knows; what was changed here and it has not been told stays. Answers
 * whether anything changed.
 */
export const applyConsents = defineQuery(
  'opt-outs.apply-consents',
  (db, { consents }: { readonly consents: readonly Consent[] }): boolean => {
    const changed = consents.filter(({ ownNumber, number, isOptedOut, at }) => {
      const pair = { ownNumber, number };
      if (isToTell(db, pair)) return false;
      if (!isOptedOut) return noteStart(db, pair, at);
      return noteStop(db, pair, { at, source: 'consents', word: undefined });
    });
    return changed.length > 0;
  },
);

/** Changes by hand that RingCentral has not been told, and where each stands. */
export const listToTell = defineQuery(
  'opt-outs.list-to-tell',
  (db, { limit }: { readonly limit: number }): readonly Consent[] =>
    allRows<{ own_number: OwnNumber; number: E164; is_out: number; at: EpochMs }>(
      db,
      `SELECT own_number, number, (${holdsSql}) IS 1 AS is_out,
         max(coalesce(stopped_at, 0), coalesce(lifted_at, 0)) AS at
       FROM opt_out WHERE is_to_tell = 1 LIMIT ?`,
      limit,
    ).map((row) => ({
      ownNumber: row.own_number,
      number: row.number,
      isOptedOut: row.is_out === 1,
      at: row.at,
    })),
);

/** RingCentral has taken these, or never will; one that has changed since is told again. */
export const setOptOutsTold = defineQuery(
  'opt-outs.set-told',
  (db, { consents }: { readonly consents: readonly Consent[] }): void => {
    for (const { ownNumber, number, at } of consents) {
      run(
        db,
        `UPDATE opt_out SET is_to_tell = 0 WHERE own_number = ? AND number = ?
           AND max(coalesce(stopped_at, 0), coalesce(lifted_at, 0)) = ?`,
        ownNumber,
        number,
        at,
      );
    }
  },
);

function isToTell(db: Database, { ownNumber, number }: Pair): boolean {
  const sql = 'SELECT 1 FROM opt_out WHERE own_number = ? AND number = ? AND is_to_tell = 1';
  return getRow(db, sql, ownNumber, number) !== undefined;
}

/** When somebody last ended texts or allowed them, also with a word for all of the user's numbers. */
function timesOf(
  db: Database,
  { ownNumber, number }: Pair,
): { readonly stoppedAt: EpochMs | undefined; readonly liftedAt: EpochMs | undefined } {
  const row = getRow<{ stopped: EpochMs | null; lifted: EpochMs | null }>(
    db,
    `SELECT max(stopped_at) AS stopped, max(lifted_at) AS lifted FROM opt_out
     WHERE number = ? AND own_number IN (?, ?)`,
    number,
    ownNumber,
    everyOwnNumber,
  );
  return { stoppedAt: row?.stopped ?? undefined, liftedAt: row?.lifted ?? undefined };
}

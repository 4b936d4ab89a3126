import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Failure } from '../../../shared/failure.ts';
import type { OptOut } from '../../../shared/model/drafts.ts';
import type { E164, EpochMs } from '../../../shared/model/ids.ts';
import { readOptAnswer } from '../../../shared/opt-out.ts';
import { allRows, run } from '../db/statement.ts';

/** Stands for all numbers of the account, as RingCentral writes it (SPEC PhoneNumberE164orWildcard). */
export const everyOwnNumber = '*';
export type OwnNumber = E164 | typeof everyOwnNumber;

/** One of the user's numbers and somebody else's: an opt-out holds between the two. */
export type Pair = { readonly ownNumber: OwnNumber; readonly number: E164 };

/** Which opt-outs hold; the expression of the index `opt_out_by_time`. */
export const holdsSql = 'stopped_at >= coalesce(lifted_at, 0)';

/** They want no texts from then on; of several, the latest is kept. */
export function noteStop(
  db: Database,
  { ownNumber, number }: Pair,
  stop: Pick<OptOut, 'at' | 'source' | 'word'>,
): boolean {
  return (
    run(
      db,
      `INSERT INTO opt_out (own_number, number, stopped_at, source, word) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (own_number, number) DO UPDATE SET stopped_at = excluded.stopped_at,
         source = excluded.source, word = excluded.word
       WHERE excluded.stopped_at > coalesce(stopped_at, 0)`,
      ownNumber,
      number,
      stop.at,
      stop.source,
      stop.word,
    ) > 0
  );
}

/** They allow texts again from then on: what they said before then counts no more. */
export function noteStart(db: Database, { ownNumber, number }: Pair, at: EpochMs): boolean {
  return (
    run(
      db,
      `INSERT INTO opt_out (own_number, number, lifted_at) VALUES (?, ?, ?)
       ON CONFLICT (own_number, number) DO UPDATE SET lifted_at = excluded.lifted_at
       WHERE excluded.lifted_at > coalesce(lifted_at, 0)`,
      ownNumber,
      number,
      at,
    ) > 0
  );
}

/** What is known of a pair: when they last said no, how, and when they last allowed texts. */
export type Standing = {
  readonly stopped_at: EpochMs | null;
  readonly lifted_at: EpochMs | null;
  readonly source: OptOut['source'] | null;
  readonly word: string | null;
};

/**
 * The opt-out that holds for a pair, one for all of the user's numbers and one of somebody who was
 * erased since included.
 */
export function readOptOut(
  db: Database,
  { ownNumber, number }: Pair,
): Pick<OptOut, 'at' | 'source' | 'word'> | undefined {
  const rows = allRows<Standing>(
    db,
    `SELECT stopped_at, lifted_at, source, word FROM opt_out
     WHERE number IN (?, ?) AND own_number IN (?, ?)`,
    number,
    digestOf(number),
    ownNumber,
    everyOwnNumber,
  );
  const lifted = Math.max(0, ...rows.map((row) => row.lifted_at ?? 0));
  const [last] = rows.toSorted((one, other) => (other.stopped_at ?? 0) - (one.stopped_at ?? 0));
  if (last === undefined || last.source === null || last.stopped_at === null) return undefined;
  if (last.stopped_at < lifted) return undefined;
  return { at: last.stopped_at, source: last.source, word: last.word ?? undefined };
}

/**
 * Somebody is erased: that they want no texts has to be honoured all the same, so the opt-outs that
 * hold stay as digests of their numbers; with those numbers at hand they can be told again, but not
 * read off the archive.
 */
export function eraseOptOuts(db: Database, numbers: readonly string[]): void {
  for (const number of numbers) {
    run(db, `DELETE FROM opt_out WHERE number = ? AND (${holdsSql}) IS NOT 1`, number);
    const digest = digestOf(number);
    run(
      db,
      `UPDATE OR REPLACE opt_out SET number = ?, word = NULL, is_to_tell = 0 WHERE number = ?`,
      digest,
      number,
    );
  }
}

/** The same for everyone: contacts come back after all has been erased, and may be texted again. */
export function eraseAllOptOuts(db: Database): void {
  const rows = allRows<{ number: string }>(
    db,
    `SELECT DISTINCT number FROM opt_out WHERE number GLOB '+*'`,
  );
  eraseOptOuts(
    db,
    rows.map(({ number }) => number),
  );
}

function digestOf(number: string): string {
  return `erased:${createHash('sha256').update(`opt-out:${number}`).digest('hex')}`;
}

/** A text of the message store, as far as it tells who may be sent texts. */
export type TellingText = {
  readonly direction: 'inbound' | 'outbound';
  readonly body: string;
  readonly ownNumber: E164;
  readonly parties: readonly { readonly number: E164 | undefined }[];
  readonly failure: Failure | undefined;
  readonly createdAt: EpochMs;
  readonly modifiedAt: EpochMs;
};

/**
 * Notes what a text tells: a word that ends texts or allows them again, or a refusal because of an
 * earlier one. Only conversations of two count: carriers act on no word in a group, where it may be
 * said to anybody, and a group's refusal does not tell whose it is. Call it in the transaction that
 * writes the text; the same texts in any order come to the same. Answers whether anything changed.
 */
export function noteFromText(
  db: Database,
  text: TellingText,
  stopWords: readonly string[],
): boolean {
  const [party, ...others] = text.parties;
  if (party?.number === undefined || others.length > 0 || party.number === text.ownNumber)
    return false;
  const pair = { ownNumber: text.ownNumber, number: party.number };
  if (text.direction === 'outbound') {
    if (text.failure?.message !== 'text.recipient-opted-out') return false;
    return noteStop(db, pair, { at: text.modifiedAt, source: 'delivery', word: undefined });
  }
  const answer = readOptAnswer(text.body, stopWords);
  if (answer === undefined) return false;
  if (answer.says === 'start') return noteStart(db, pair, text.createdAt);
  return noteStop(db, pair, { at: text.createdAt, source: 'answer', word: answer.word });
}

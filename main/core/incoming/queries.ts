import type { Database } from 'better-sqlite3';
import type { CallOutcome } from '../../../shared/model/calls.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { writeConnected } from '../calls/rows.ts';
import { toParty, type PartyRow } from '../contacts/rows.ts';
import { beginActivity, settleActivity } from '../db/activity.ts';
import { defineQuery } from '../db/define-query.ts';
import { firstRowIdOf, nextRowId } from '../db/row-id.ts';
import { allRows, getRow, insert, run } from '../db/statement.ts';
import { sameCallMs } from '../sync/calls/seen-calls.ts';

/** A call as it is written down at its first ring. */
export type SeenCall = {
  readonly telephonySessionId: string;
  readonly number: string | undefined;
  readonly extensionNumber: string | undefined;
  readonly name: string | undefined;
  readonly queue: string | undefined;
  /** By this computer's clock. */
  readonly startedAt: EpochMs;
  /** How far this computer's clock is ahead of RingCentral's, by which records are dated. */
  readonly clockAheadMs: number;
};

/**
 * Writes the row of a call that rings, with its activity, or finds the one that a record of the
 * call log or an earlier run has made of it already. Answers the row's id and who calls.
 */
export const beginIncoming = defineQuery(
  'incoming.begin',
  (db, call: SeenCall): { readonly id: number; readonly party: Party } => {
    const known = findSeen(db, call);
    const id = known ?? insertSeen(db, call);
    if (known !== undefined) takeUp(db, known, call);
    const row = getRow<PartyRow>(db, partySql, id);
    return { id, party: toParty(db, row ?? { number: null, extension_number: null, name: null }) };
  },
);

const partySql = 'SELECT number, extension_number, name FROM call WHERE id = ?';

function insertSeen(db: Database, call: SeenCall): number {
  const { startedAt: at } = call;
  const id = nextRowId(db, 'call', at);
  insert(
    db,
    `INSERT INTO call (id, direction, outcome, number, extension_number, name, queue,
       telephony_session_id, started_at)
     VALUES (?, 'inbound', 'in-progress', ?, ?, ?, ?, ?, ?)`,
    id,
    call.number,
    call.extensionNumber,
    call.name,
    call.queue,
    call.telephonySessionId,
    at,
  );
  const number = call.number ?? call.extensionNumber;
  const detail = { direction: 'inbound', queue: call.queue };
  beginActivity(db, { kind: 'call', subject: `call:${id}`, detail, number, at });
  return id;
}

/** What is known better by now stays: how it ended, and whoever its record names. */
function takeUp(db: Database, id: number, call: SeenCall): void {
  run(
    db,
    `UPDATE call SET telephony_session_id = coalesce(telephony_session_id, ?),
       number = coalesce(number, ?), extension_number = coalesce(extension_number, ?),
       name = coalesce(name, ?), queue = coalesce(queue, ?),
       outcome = iif(outcome = 'unknown'
         AND NOT EXISTS (SELECT 1 FROM call_record WHERE call_id = call.id), 'in-progress', outcome)
     WHERE id = ?`,
    call.telephonySessionId,
    call.number,
    call.extensionNumber,
    call.name,
    call.queue,
    id,
  );
}

export const findSeenSql = {
  bySession: 'SELECT id FROM call WHERE telephony_session_id = ? ORDER BY id LIMIT 1',
  byRecord: `SELECT call_record.call_id AS id FROM call_record
      JOIN call ON call.id = call_record.call_id
    WHERE call_record.started_at BETWEEN ? AND ? AND call_record.telephony_session_id = ?
      AND call_record.direction = 'inbound' AND call.direction = 'inbound'
      AND call.local_id IS NULL
    ORDER BY call_record.started_at, call_record.server_id LIMIT 1`,
  // Only a record that names no session can be one that is told by number and time.
  byNumber: `SELECT id FROM call
    WHERE id >= ? AND id < ? AND direction = 'inbound' AND local_id IS NULL
      AND telephony_session_id IS NULL AND number IS ? AND extension_number IS ?
      AND EXISTS (SELECT 1 FROM call_record WHERE call_id = call.id)
      AND NOT EXISTS (SELECT 1 FROM call_record
        WHERE call_id = call.id AND telephony_session_id IS NOT NULL)
    ORDER BY abs(started_at - ?), id LIMIT 1`,
} as const;

/** A record of a session is dated by when it began, which may be long before it rang here. */
const longestWaitMs = 2 * 60 * 60_000;

function findSeen(db: Database, call: SeenCall): number | undefined {
  const { telephonySessionId, startedAt, clockAheadMs } = call;
  const bySession = getRow<{ id: number }>(db, findSeenSql.bySession, telephonySessionId);
  if (bySession) return bySession.id;
  const at = startedAt - clockAheadMs;
  const [from, until] = [at - longestWaitMs, at + longestWaitMs];
  const byRecord = getRow<{ id: number }>(
    db,
    findSeenSql.byRecord,
    from,
    until,
    telephonySessionId,
  );
  if (byRecord) return byRecord.id;
  return getRow<{ id: number }>(
    db,
    findSeenSql.byNumber,
    firstRowIdOf(at - sameCallMs),
    firstRowIdOf(at + sameCallMs + 1),
    call.number ?? null,
    call.extensionNumber ?? null,
    at,
  )?.id;
}

/** Writes when a call was answered; how it ended is written when it has. */
export const noteAnswered = defineQuery(
  'incoming.note-answered',
  (db, input: { readonly id: number; readonly at: EpochMs }): void => writeConnected(db, input),
);

/** Writes how a call ended, unless its record in the call log was quicker and knows. */
export const settleIncoming = defineQuery(
  'incoming.settle',
  (
    db,
    input: {
      readonly id: number;
      readonly outcome: CallOutcome;
      readonly answeredAt: EpochMs | undefined;
      readonly endedAt: EpochMs;
    },
  ) => {
    const { id, outcome, answeredAt, endedAt } = input;
    const seconds = answeredAt && Math.max(0, Math.round((endedAt - answeredAt) / 1_000));
    const isMissed = outcome === 'missed' || outcome === 'voicemail';
    run(
      db,
      `UPDATE call SET outcome = ?, connected_at = ?, ended_at = ?,
         duration_seconds = coalesce(?, duration_seconds), is_new = ?
       WHERE id = ? AND outcome IN ('in-progress', 'unknown')`,
      outcome,
      answeredAt,
      endedAt,
      seconds,
      isMissed ? 1 : 0,
      id,
    );
    settleActivity(db, { subject: `call:${id}`, outcome, at: endedAt });
  },
);

/** What has become of calls, by what their records say meanwhile. */
export const readOutcomes = defineQuery(
  'incoming.read-outcomes',
  (
    db,
    input: { readonly ids: readonly number[] },
  ): readonly { readonly id: number; readonly outcome: CallOutcome }[] =>
    allRows(
      db,
      'SELECT id, outcome FROM call WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(input.ids),
    ),
);

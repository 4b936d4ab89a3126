import type { Database } from 'better-sqlite3';
import type { CallOutcome } from '../../../../shared/model/calls.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { nextRowId, timeOfRowId } from '../../db/row-id.ts';
import { allRows, getRow, insert, run } from '../../db/statement.ts';
import { moveCallListEntries } from '../../call-lists/rows.ts';
import { moveEvents } from '../../feed/rows.ts';
import { moveRequestsOfCall } from '../../local-api/rows.ts';
import { moveNotes } from '../../notes/rows.ts';
import { moveTold } from '../../notifications/rows.ts';
import { startOf, summarise, type CallGroup } from './grouping.ts';
import type { LocalCall } from './local-calls.ts';
import { missedOutcomes } from './mapping.ts';
import type { SeenCallRow } from './seen-calls.ts';

/** Calls placed here that RingCentral may have records of: it took them, or may have taken them. */
export function listLocalCalls(db: Database, from: EpochMs, until: EpochMs): readonly LocalCall[] {
  return allRows<{
    id: number;
    number: string | null;
    started_at: number;
    ringout_id: string | null;
  }>(
    db,
    `SELECT id, coalesce(number, extension_number) AS number, started_at, ringout_id FROM call
     WHERE id >= ? * 1024 AND id < ? * 1024 AND local_id IS NOT NULL AND outcome <> 'handed-over'
       AND (ringout_id IS NOT NULL OR outcome IN ('in-progress', 'unknown')
         OR EXISTS (SELECT 1 FROM call_record WHERE call_id = call.id))
     ORDER BY id`,
    from,
    until,
  ).map((row) => ({
    id: row.id,
    number: row.number ?? undefined,
    startedAt: row.started_at,
    ringOutId: row.ringout_id ?? undefined,
  }));
}

/** Calls that were seen ringing here, whether or not RingCentral has told of them since. */
export function listSeenCalls(db: Database, from: EpochMs, until: EpochMs): readonly SeenCallRow[] {
  return allRows<{
    id: number;
    telephony_session_id: string;
    number: string | null;
    extension_number: string | null;
    started_at: number;
  }>(
    db,
    `SELECT id, telephony_session_id, number, extension_number, started_at FROM call
     WHERE id >= ? * 1024 AND id < ? * 1024 AND local_id IS NULL
       AND telephony_session_id IS NOT NULL
     ORDER BY id`,
    from,
    until,
  ).map((row) => ({
    id: row.id,
    telephonySessionId: row.telephony_session_id,
    number: row.number ?? undefined,
    extensionNumber: row.extension_number ?? undefined,
    startedAt: row.started_at,
  }));
}

/** A row for a call that was not placed here; one missed after `newSince` is new. */
export function createServerCall(
  db: Database,
  group: CallGroup,
  newSince: EpochMs | undefined,
): number {
  const { values, isMissed, isNews } = toContent(group, newSince);
  const id = nextRowId(db, 'call', startOf(group));
  insert(
    db,
    `INSERT INTO call (id, direction, outcome, number, typed, extension_number, name, started_at,
       ended_at, duration_seconds, is_deleted, recording_record_id, voicemail_server_id, is_new)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    ...values,
    isMissed && isNews ? 1 : 0,
  );
  return id;
}

/** Whether a row stands for a call of this time that was not placed here. */
export function isServerCallAt(db: Database, id: number, startedAt: EpochMs): boolean {
  if (timeOfRowId(id) !== startedAt) return false;
  const row = getRow<{ local_id: string | null }>(db, 'SELECT local_id FROM call WHERE id = ?', id);
  return row !== undefined && row.local_id === null;
}

/**
 * Writes what the records say of a call that was not placed here. One that was missed after
 * `newSince` is new the first time it is known to be missed.
 */
export function fillServerCall(
  db: Database,
  id: number,
  group: CallGroup,
  newSince: EpochMs | undefined,
): void {
  const { values, isMissed, isNews } = toContent(group, newSince);
  run(db, fillServerCallSql, ...values, isMissed ? 1 : 0, isNews ? 1 : 0, id);
}

/** Constants of ours: nothing that comes from outside gets into the text of a statement. */
const missedList = missedOutcomes.map((outcome) => `'${outcome}'`).join(', ');

const fillServerCallSql = `
  UPDATE call SET direction = ?, outcome = ?, number = ?, typed = ?, extension_number = ?,
    name = ?, started_at = ?, ended_at = ?, duration_seconds = ?, is_deleted = ?,
    recording_record_id = ?, voicemail_server_id = ?, is_new = CASE
      WHEN ? = 0 THEN 0
      WHEN ? = 1 AND NOT (direction = 'inbound' AND outcome IN (${missedList})) THEN 1
      ELSE is_new END
  WHERE id = ?`;

/** What a record leaves open is as it was seen here; the row stays at the time of its first ring. */
const fillSeenCallSql = `
  UPDATE call SET direction = ?, outcome = ?, number = coalesce(?, number),
    typed = coalesce(?, typed), extension_number = coalesce(?, extension_number),
    name = coalesce(?, name), ended_at = coalesce(?, ended_at),
    duration_seconds = coalesce(?, duration_seconds), is_deleted = ?, recording_record_id = ?,
    voicemail_server_id = ?, is_new = ?
  WHERE id = ?`;

/** As `fillServerCall`, for a call that was seen ringing here. */
export function fillSeenCall(
  db: Database,
  id: number,
  group: CallGroup,
  newSince: EpochMs | undefined,
): void {
  const { values, outcome, isMissed, isNews } = toContent(group, newSince);
  const seen = getRow<SeenRow>(db, 'SELECT direction, outcome, is_new FROM call WHERE id = ?', id);
  if (seen === undefined) return;
  const [direction, , number, typed, extension, name, , ...rest] = values;
  const wasMissed = seen.direction === 'inbound' && missedOutcomes.includes(seen.outcome);
  const isNew = isMissed && isNews && !wasMissed ? 1 : isMissed ? seen.is_new : 0;
  // A record of a call that still runs was written before its end was seen here.
  const isOpen = !isSettled(outcome) && isSettled(seen.outcome);
  run(
    db,
    fillSeenCallSql,
    direction,
    isOpen ? seen.outcome : outcome,
    number,
    typed,
    extension,
    name,
    ...rest,
    isSettled(outcome) ? isNew : seen.is_new,
    id,
  );
}

type SeenRow = {
  readonly direction: 'inbound' | 'outbound';
  readonly outcome: CallOutcome;
  readonly is_new: number;
};

function isSettled(outcome: CallOutcome): boolean {
  return outcome !== 'in-progress' && outcome !== 'unknown';
}

/** A call that was seen ringing and turns out to be another one: what was written of it goes there. */
export function mergeSeenCall(db: Database, id: number, into: number): void {
  const hasRecords = getRow(db, 'SELECT 1 FROM call_record WHERE call_id = ? LIMIT 1', id);
  if (hasRecords !== undefined) return;
  moveBelongings(db, id, into);
  run(db, 'DELETE FROM call WHERE id = ? AND local_id IS NULL', id);
}

/** What was written of a call, and what knows of it, goes to another one. */
function moveBelongings(db: Database, id: number, into: number): void {
  moveNotes(db, id, into);
  moveRequestsOfCall(db, id, into);
  moveTold(db, id, into);
  moveEvents(db, id, into);
  moveCallListEntries(db, id, into);
}

type Content = {
  /** From `direction` to `voicemail_server_id`, as both statements name them. */
  readonly values: readonly unknown[];
  readonly outcome: CallOutcome;
  readonly isMissed: boolean;
  readonly isNews: boolean;
};

function toContent(group: CallGroup, newSince: EpochMs | undefined): Content {
  const call = summarise(group);
  const { direction, outcome, party, durationSeconds } = call;
  const isNumber = party.number?.startsWith('+') === true;
  const endedAt = group.main.startedAt + (durationSeconds ?? 0) * 1_000;
  const isMissed = direction === 'inbound' && missedOutcomes.includes(outcome);
  return {
    values: [
      direction,
      outcome,
      isNumber ? party.number : undefined,
      isNumber ? undefined : party.number,
      party.extensionNumber,
      party.name,
      call.startedAt,
      durationSeconds === undefined ? undefined : endedAt,
      durationSeconds,
      call.isDeleted ? 1 : 0,
      call.recordingRecordId,
      call.voicemailId,
    ],
    outcome,
    isMissed,
    isNews: isMissed && newSince !== undefined && endedAt >= newSince,
  };
}

/**
 * Adds what the records say to a call placed here. How it ended is taken from them where it was
 * not seen here; that the user cancelled it, or why it failed, is known better here.
 */
export function fillLocalCall(db: Database, id: number, group: CallGroup): void {
  const { direction, outcome, party, durationSeconds, isDeleted, ...rest } = summarise(group);
  run(
    db,
    `UPDATE call SET name = coalesce(name, ?), is_deleted = ?,
       recording_record_id = coalesce(?, recording_record_id),
       voicemail_server_id = coalesce(?, voicemail_server_id) WHERE id = ?`,
    party.name,
    isDeleted ? 1 : 0,
    rest.recordingRecordId,
    rest.voicemailId,
    id,
  );
  // A lone record of the own phone's leg says nothing about the other side.
  if (direction === 'inbound' || outcome === 'in-progress' || outcome === 'unknown') return;
  run(
    db,
    `UPDATE call SET outcome = ?, failure = NULL, ended_at = coalesce(ended_at, ?)
     WHERE id = ? AND outcome IN ('in-progress', 'unknown')`,
    outcome,
    group.main.startedAt + (durationSeconds ?? 0) * 1_000,
    id,
  );
  run(
    db,
    `UPDATE call SET duration_seconds = ? WHERE id = ? AND outcome = 'connected'`,
    durationSeconds,
    id,
  );
}

/**
 * Lets go of a call that no record is counted to any more, unless it was placed or seen here: its
 * records are another call's now, and so is what the user wrote about it and whether it has been
 * looked at. Of a call that was seen ringing that is known without it.
 */
export function mergeEmptyCall(
  db: Database,
  id: number,
  into: { readonly id: number; readonly isFresh: boolean; readonly isSeen: boolean },
): void {
  const empty = getRow<{ outcome: string; is_new: number }>(
    db,
    `SELECT outcome, is_new FROM call WHERE id = ? AND local_id IS NULL
       AND telephony_session_id IS NULL AND NOT EXISTS (SELECT 1 FROM call_record WHERE call_id = ?)`,
    id,
    id,
  );
  if (empty === undefined) return;
  moveBelongings(db, id, into.id);
  if (!into.isSeen && (missedOutcomes as readonly string[]).includes(empty.outcome)) {
    run(
      db,
      `UPDATE call SET is_new = CASE WHEN ? THEN ? ELSE max(is_new, ?) END
       WHERE id = ? AND direction = 'inbound' AND outcome IN (${missedList})`,
      into.isFresh ? 1 : 0,
      empty.is_new,
      empty.is_new,
      into.id,
    );
  }
  run(db, 'DELETE FROM call WHERE id = ?', id);
}

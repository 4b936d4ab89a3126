import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { nextRowId, timeOfRowId } from '../../db/row-id.ts';
import { allRows, getRow, insert, run } from '../../db/statement.ts';
import { moveNotes } from '../../notes/rows.ts';
import { startOf, summarise, type CallGroup } from './grouping.ts';
import type { LocalCall } from './local-calls.ts';
import { missedOutcomes, type SyncedCallRecord } from './mapping.ts';

type RecordRow = {
  readonly server_id: string;
  readonly call_id: number;
  readonly session_id: string;
  readonly telephony_session_id: string | null;
  readonly direction: 'inbound' | 'outbound';
  readonly action: string;
  readonly result: string | null;
  readonly from_number: string | null;
  readonly from_extension: string | null;
  readonly from_name: string | null;
  readonly to_number: string | null;
  readonly to_extension: string | null;
  readonly to_name: string | null;
  readonly started_at: number;
  readonly duration_seconds: number | null;
  readonly is_deleted: number;
  readonly recording_id: string | null;
  readonly recording_uri: string | null;
  readonly voicemail_server_id: string | null;
};

/** A record and the call it is counted to for now. */
export type KeptRecord = { readonly record: SyncedCallRecord; readonly callId: number };

/** Records that begin near a time, and those that are counted to the same calls. */
export function listRecordsNear(
  db: Database,
  from: EpochMs,
  until: EpochMs,
): readonly KeptRecord[] {
  const rows = allRows<RecordRow>(
    db,
    `SELECT * FROM call_record WHERE call_id IN (
       SELECT call_id FROM call_record WHERE started_at BETWEEN ? AND ?
     ) ORDER BY started_at, server_id`,
    from,
    until,
  );
  return rows.map((row) => ({ record: toRecord(row), callId: row.call_id }));
}

export function getRecord(db: Database, serverId: string): KeptRecord | undefined {
  const row = getRow<RecordRow>(db, 'SELECT * FROM call_record WHERE server_id = ?', serverId);
  return row && { record: toRecord(row), callId: row.call_id };
}

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

/** Writes a record; a new one is counted to `callId`, a known one stays where it is. */
export function writeRecord(db: Database, record: SyncedCallRecord, callId: number): void {
  const { from, to } = record;
  run(
    db,
    `INSERT INTO call_record (server_id, call_id, session_id, telephony_session_id, direction,
       action, result, from_number, from_extension, from_name, to_number, to_extension, to_name,
       started_at, duration_seconds, is_deleted, recording_id, recording_uri, voicemail_server_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (server_id) DO UPDATE SET session_id = excluded.session_id,
       telephony_session_id = excluded.telephony_session_id, direction = excluded.direction,
       action = excluded.action, result = excluded.result, from_number = excluded.from_number,
       from_extension = excluded.from_extension, from_name = excluded.from_name,
       to_number = excluded.to_number, to_extension = excluded.to_extension,
       to_name = excluded.to_name, started_at = excluded.started_at,
       duration_seconds = excluded.duration_seconds,
       is_deleted = max(is_deleted, excluded.is_deleted),
       recording_id = coalesce(excluded.recording_id, recording_id),
       recording_uri = coalesce(excluded.recording_uri, recording_uri),
       voicemail_server_id = coalesce(excluded.voicemail_server_id, voicemail_server_id)`,
    record.serverId,
    callId,
    record.sessionId,
    record.telephonySessionId,
    record.direction,
    record.action,
    record.result,
    from.number,
    from.extensionNumber,
    from.name,
    to.number,
    to.extensionNumber,
    to.name,
    record.startedAt,
    record.durationSeconds,
    record.isDeleted ? 1 : 0,
    record.recording?.id,
    record.recording?.uri,
    record.voicemailId,
  );
}

/** Counts a record to another call. */
export function moveRecord(db: Database, serverId: string, callId: number): void {
  run(db, 'UPDATE call_record SET call_id = ? WHERE server_id = ?', callId, serverId);
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

type Content = {
  /** From `direction` to `voicemail_server_id`, as both statements name them. */
  readonly values: readonly unknown[];
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
 * Lets go of a call that no record is counted to any more, unless it was placed here: its records
 * are another call's now, and so is what the user wrote about it and whether it has been seen.
 */
export function mergeEmptyCall(
  db: Database,
  id: number,
  into: { readonly id: number; readonly isFresh: boolean },
): void {
  const empty = getRow<{ outcome: string; is_new: number }>(
    db,
    `SELECT outcome, is_new FROM call WHERE id = ? AND local_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM call_record WHERE call_id = ?)`,
    id,
    id,
  );
  if (empty === undefined) return;
  moveNotes(db, id, into.id);
  if ((missedOutcomes as readonly string[]).includes(empty.outcome)) {
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

/** Marks a record as deleted on the server; answers whether it is known. */
export function markRecordDeleted(db: Database, serverId: string): boolean {
  return run(db, 'UPDATE call_record SET is_deleted = 1 WHERE server_id = ?', serverId) > 0;
}

function toRecord(row: RecordRow): SyncedCallRecord {
  return {
    serverId: row.server_id,
    sessionId: row.session_id,
    telephonySessionId: row.telephony_session_id ?? undefined,
    direction: row.direction,
    action: row.action,
    result: row.result ?? undefined,
    from: {
      number: row.from_number ?? undefined,
      extensionNumber: row.from_extension ?? undefined,
      name: row.from_name ?? undefined,
    },
    to: {
      number: row.to_number ?? undefined,
      extensionNumber: row.to_extension ?? undefined,
      name: row.to_name ?? undefined,
    },
    startedAt: row.started_at,
    durationSeconds: row.duration_seconds ?? undefined,
    isDeleted: row.is_deleted === 1,
    recording:
      row.recording_id === null || row.recording_uri === null
        ? undefined
        : { id: row.recording_id, uri: row.recording_uri },
    voicemailId: row.voicemail_server_id ?? undefined,
  };
}

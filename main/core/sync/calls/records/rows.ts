import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../../shared/model/ids.ts';
import { allRows, getRow, run } from '../../../db/statement.ts';
import type { SyncedCallRecord } from '../mapping.ts';

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

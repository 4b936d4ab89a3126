import type { Database } from 'better-sqlite3';
import type { CallOutcome } from '../../../../shared/model/calls.ts';
import type { E164, EpochMs } from '../../../../shared/model/ids.ts';
import type { MessageStatus } from '../../../../shared/model/messages.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { readParties, type PartyRow } from '../../contacts/rows.ts';
import { failureFromText } from '../../db/failure-text.ts';
import { allRows } from '../../db/statement.ts';
import { listPartyRows } from '../../messages/rows.ts';
import { listAttachmentViews } from '../../messages/views.ts';

/** Somebody on the other side, as far as they are known. */
export type Whom = {
  /** E.164, or the digits of an extension. */
  readonly number: string | undefined;
  readonly name: string | undefined;
  readonly contactId: string | undefined;
};

/** A call as other programs are told of it. */
export type CallRecordRow = {
  readonly id: number;
  /** Of the request that placed it, where a program did. */
  readonly requestId: string | undefined;
  readonly direction: 'inbound' | 'outbound';
  readonly outcome: CallOutcome;
  /** The user's side: the number that was called, or that the other side saw. */
  readonly own: E164 | undefined;
  readonly whom: Whom;
  readonly startedAt: EpochMs;
  readonly connectedAt: EpochMs | undefined;
  readonly durationSeconds: number | undefined;
  readonly hasRecording: boolean;
  readonly hasVoicemail: boolean;
  readonly failure: Failure | undefined;
};

/** A text as other programs are told of it. */
export type TextRecordRow = {
  readonly id: number;
  readonly threadId: number;
  readonly direction: 'inbound' | 'outbound';
  /**
   * `discarded`: taken back or dropped by the user. `waiting`: it missed its time, and waits for the
   * user's word or for another time.
   */
  readonly status: MessageStatus | 'discarded' | 'waiting';
  readonly own: E164;
  /** Who wrote it; undefined for the user. */
  readonly from: Whom | undefined;
  /** Everyone but the user. */
  readonly others: readonly Whom[];
  readonly text: string;
  readonly createdAt: EpochMs;
  readonly isRead: boolean;
  readonly files: readonly {
    readonly contentType: string;
    readonly fileName: string | undefined;
  }[];
  readonly failure: Failure | undefined;
};

type CallTable = PartyRow & {
  readonly id: number;
  readonly direction: CallRecordRow['direction'];
  readonly outcome: CallOutcome;
  readonly started_at: number;
  readonly connected_at: number | null;
  readonly duration_seconds: number | null;
  readonly recording_record_id: string | null;
  readonly voicemail_server_id: string | null;
  readonly failure: string | null;
  readonly own_number: string | null;
  readonly request_id: string | null;
};

// Of a RingOut the leg to the other side is the one that has their number where it goes to.
const callsSql = `
  SELECT id, direction, outcome, number, extension_number, name, started_at, connected_at,
    duration_seconds, recording_record_id, voicemail_server_id, failure,
    coalesce(caller_id, (
      SELECT iif(call_record.direction = 'inbound', to_number, from_number) FROM call_record
      WHERE call_id = call.id AND call_record.direction = call.direction
        AND call.number IS iif(call_record.direction = 'inbound', from_number, to_number)
      LIMIT 1
    )) AS own_number,
    (SELECT id FROM api_request WHERE row_id = call.id AND kind = 'call'
      ORDER BY at LIMIT 1) AS request_id
  FROM call WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC`;

/** These calls, the newest first; those that are not there are left out. */
export function readCallRecords(db: Database, ids: readonly number[]): readonly CallRecordRow[] {
  const rows = allRows<CallTable>(db, callsSql, JSON.stringify(ids));
  const whomOf = whomReader(
    db,
    rows.map(({ number }) => number),
  );
  return rows.map((row) => ({
    id: row.id,
    requestId: row.request_id ?? undefined,
    direction: row.direction,
    outcome: row.outcome,
    own: (row.own_number as E164 | null) ?? undefined,
    whom: whomOf(row),
    startedAt: row.started_at,
    connectedAt: row.connected_at ?? undefined,
    durationSeconds: row.duration_seconds ?? undefined,
    hasRecording: row.recording_record_id !== null,
    hasVoicemail: row.voicemail_server_id !== null,
    failure: failureFromText(row.failure),
  }));
}

type TextTable = {
  readonly id: number;
  readonly thread_id: number;
  readonly own_number: string;
  readonly direction: TextRecordRow['direction'];
  readonly status: MessageStatus;
  readonly body: string;
  readonly from_number: string | null;
  readonly from_name: string | null;
  readonly created_at: number;
  readonly is_read: number;
  readonly is_discarded: number;
  readonly failure: string | null;
};

const textsSql = `
  SELECT message.id, thread_id, own_number, direction, status, body, from_number, from_name,
    created_at, is_read, is_discarded, failure
  FROM message JOIN thread ON thread.id = message.thread_id
  WHERE message.id IN (SELECT value FROM json_each(?)) ORDER BY message.id DESC`;

/** These texts, the newest first; those that are not there are left out. */
export function readTextRecords(db: Database, ids: readonly number[]): readonly TextRecordRow[] {
  const rows = allRows<TextTable>(db, textsSql, JSON.stringify(ids));
  const threads = new Map(rows.map((row) => [row.thread_id, listPartyRows(db, row.thread_id)]));
  const known = [...threads.values()].flatMap((parties) => parties.map(({ number }) => number));
  const whomOf = whomReader(db, [...known, ...rows.map((row) => row.from_number)]);
  return rows.map((row) => ({
    id: row.id,
    threadId: row.thread_id,
    direction: row.direction,
    status: row.is_discarded === 1 ? 'discarded' : row.status,
    own: row.own_number as E164,
    from:
      row.direction === 'outbound'
        ? undefined
        : whomOf({ number: row.from_number, extension_number: null, name: row.from_name }),
    others: (threads.get(row.thread_id) ?? []).map(whomOf),
    text: row.body,
    createdAt: row.created_at,
    isRead: row.is_read === 1,
    files: listAttachmentViews(db, row.id).map(({ contentType, fileName }) => ({
      contentType,
      fileName,
    })),
    failure: failureFromText(row.failure),
  }));
}

function whomReader(db: Database, numbers: readonly (string | null)[]): (row: PartyRow) => Whom {
  const partyOf = readParties(db, numbers);
  return (row) => {
    const { number, extensionNumber, name, contactId } = partyOf(row);
    return { number: number ?? extensionNumber, name, contactId };
  };
}

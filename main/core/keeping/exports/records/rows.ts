import type { Database } from 'better-sqlite3';
import { toParty, type PartyRow } from '../../../contacts/rows.ts';
import { allRows } from '../../../db/statement.ts';
import { listPartyRows } from '../../../messages/rows.ts';
import type { ExportParty, ExportRecord } from '../record.ts';

/** The records behind ids of one kind, the newest first. */
export function readRecords(
  db: Database,
  kind: ExportRecord['kind'],
  ids: readonly number[],
): readonly ExportRecord[] {
  const among = JSON.stringify(ids);
  switch (kind) {
    case 'call':
      return allRows<CallRow>(db, callSql, among).map((row) => toCallRecord(db, row));
    case 'text': {
      const peopleOf = Map.groupBy(allRows<TextRow>(db, textSql, among), (row) => row.thread_id);
      const known = new Map([...peopleOf.keys()].map((id) => [id, peopleOfThread(db, id)]));
      return [...peopleOf.values()]
        .flat()
        .map((row) => toTextRecord(db, row, known.get(row.thread_id) ?? []))
        .toSorted((one, other) => Number(other.id) - Number(one.id));
    }
    case 'voicemail':
      return allRows<VoicemailRow>(db, voicemailSql, among).map((row) => toVoicemail(db, row));
    case 'note':
      return allRows<NoteRow>(db, noteSql, among).map((row) => toNote(db, row));
  }
}

type CallRow = PartyRow & {
  readonly id: number;
  readonly direction: 'inbound' | 'outbound';
  readonly outcome: string;
  readonly caller_id: string | null;
  readonly started_at: number;
  readonly duration_seconds: number | null;
  readonly note_outcome: string | null;
  readonly note: string | null;
};

const callSql = `
  SELECT id, direction, outcome, number, extension_number, name, caller_id, started_at,
    duration_seconds,
    (SELECT outcome FROM note WHERE call_id = call.id AND outcome IS NOT NULL
      ORDER BY id DESC LIMIT 1) AS note_outcome,
    (SELECT body FROM note WHERE call_id = call.id AND body <> '' ORDER BY id DESC LIMIT 1) AS note
  FROM call WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC`;

function toCallRecord(db: Database, row: CallRow): ExportRecord {
  return {
    ...nothingElse,
    kind: 'call',
    id: String(row.id),
    at: row.started_at,
    direction: row.direction,
    people: [toExportParty(db, row)],
    ownNumber: row.caller_id ?? undefined,
    status: row.outcome,
    durationSeconds: row.duration_seconds ?? undefined,
    text: row.note ?? undefined,
    outcome: row.note_outcome ?? undefined,
  };
}

type TextRow = {
  readonly id: number;
  readonly thread_id: number;
  readonly direction: 'inbound' | 'outbound';
  readonly status: string;
  readonly body: string;
  readonly from_number: string | null;
  readonly from_name: string | null;
  readonly created_at: number;
  readonly own_number: string;
  readonly attachments: string | null;
};

const textSql = `
  SELECT message.id, thread_id, direction, status, body, from_number, from_name, created_at,
    own_number,
    (SELECT json_group_array(coalesce(file_name, content_type)) FROM attachment
      WHERE message_id = message.id AND type <> 'Text') AS attachments
  FROM message JOIN thread ON thread.id = thread_id
  WHERE message.id IN (SELECT value FROM json_each(?))`;

function toTextRecord(db: Database, row: TextRow, people: readonly ExportParty[]): ExportRecord {
  const from = { number: row.from_number, extension_number: null, name: row.from_name };
  return {
    ...nothingElse,
    kind: 'text',
    id: String(row.id),
    at: row.created_at,
    direction: row.direction,
    people,
    sender: row.direction === 'inbound' && people.length > 1 ? toExportParty(db, from) : undefined,
    ownNumber: row.own_number,
    status: row.status,
    text: row.body,
    attachments: JSON.parse(row.attachments ?? '[]') as readonly string[],
  };
}

function peopleOfThread(db: Database, threadId: number): readonly ExportParty[] {
  return listPartyRows(db, threadId).map((party) => toExportParty(db, party));
}

type VoicemailRow = PartyRow & {
  readonly id: number;
  readonly created_at: number;
  readonly duration_seconds: number | null;
  readonly transcript: string | null;
  readonly is_read: number;
};

const voicemailSql = `
  SELECT id, number, extension_number, name, created_at, duration_seconds, transcript, is_read
  FROM voicemail WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id DESC`;

function toVoicemail(db: Database, row: VoicemailRow): ExportRecord {
  return {
    ...nothingElse,
    kind: 'voicemail',
    id: String(row.id),
    at: row.created_at,
    direction: 'inbound',
    people: [toExportParty(db, row)],
    status: row.is_read === 1 ? 'heard' : 'new',
    durationSeconds: row.duration_seconds ?? undefined,
    text: row.transcript ?? undefined,
  };
}

type NoteRow = PartyRow & {
  readonly id: number;
  readonly created_at: number;
  readonly outcome: string | null;
  readonly body: string;
};

/** A note of a call is about whoever was on the other side. */
const noteSql = `
  SELECT note.id, coalesce(note.number, call.number) AS number,
    coalesce(note.extension_number, call.extension_number) AS extension_number,
    coalesce(note.name, call.name) AS name, note.created_at, note.outcome, note.body
  FROM note LEFT JOIN call ON call.id = note.call_id
  WHERE note.id IN (SELECT value FROM json_each(?)) ORDER BY note.id DESC`;

function toNote(db: Database, row: NoteRow): ExportRecord {
  return {
    ...nothingElse,
    kind: 'note',
    id: String(row.id),
    at: row.created_at,
    direction: undefined,
    people: [toExportParty(db, row)],
    text: row.body,
    outcome: row.outcome ?? undefined,
  };
}

const nothingElse = {
  sender: undefined,
  ownNumber: undefined,
  status: undefined,
  durationSeconds: undefined,
  text: undefined,
  outcome: undefined,
  attachments: [],
} as const;

function toExportParty(db: Database, row: PartyRow): ExportParty {
  const { name, company, number, extensionNumber } = toParty(db, row);
  return { name, company, number, extensionNumber };
}

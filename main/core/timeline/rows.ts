import type { Database } from 'better-sqlite3';
import { assertNever } from '../../../shared/failure.ts';
import type { AttemptView, TimelineItem } from '../../../shared/model/history.ts';
import { callColumns, toCallRow, type CallTableRow } from '../calls/rows.ts';
import { toParty, type WhoseRows } from '../contacts/rows.ts';
import { timeOfRowId, toId } from '../db/row-id.ts';
import { allRows, getRow } from '../db/statement.ts';
import { toMessageView, type MessageRow } from '../messages/views.ts';
import { noteColumns, toNoteView, type NoteRow } from '../notes/rows.ts';
import { toVoicemailView, voicemailColumns, type VoicemailRow } from '../voicemail/rows.ts';
import type { Entry } from './walk.ts';

/** An entry with all that a window shows of it; its time is that of its place in the timeline. */
export function readItem(db: Database, { kind, position, id }: Entry): TimelineItem {
  const at = timeOfRowId(position);
  switch (kind) {
    case 'call':
      return { kind, at, call: toCallRow(db, rowOf<CallTableRow>(db, callSql, id)) };
    case 'text':
      return { kind, at, message: toMessageView(db, rowOf<MessageRow>(db, messageSql, id)) };
    case 'voicemail':
      return {
        kind,
        at,
        voicemail: toVoicemailView(db, rowOf<VoicemailRow>(db, voicemailSql, id)),
      };
    case 'note':
      return { kind, at, note: toNoteView(db, rowOf<NoteRow>(db, noteSql, id)) };
    case 'attempt':
      return { kind, at, attempt: toAttemptView(db, rowOf<AttemptRow>(db, attemptSql, id)) };
    default:
      return assertNever(kind);
  }
}

const callSql = `SELECT ${callColumns} FROM call WHERE call.id = ?`;
const messageSql = `
  SELECT id, thread_id, client_id, direction, status, body, from_number, from_name, created_at,
    is_read, failure
  FROM message WHERE id = ?`;
const voicemailSql = `SELECT ${voicemailColumns} FROM voicemail WHERE voicemail.id = ?`;
const noteSql = `SELECT ${noteColumns} FROM note WHERE note.id = ?`;
const attemptSql = `
  SELECT id, kind, number, began_at,
    coalesce(json_extract(detail, '$.text'), json_extract(detail, '$.typed')) AS text
  FROM activity WHERE id = ?`;

type AttemptRow = {
  readonly id: number;
  readonly kind: AttemptView['what'];
  readonly number: string;
  readonly began_at: number;
  readonly text: string | null;
};

function toAttemptView(db: Database, row: AttemptRow): AttemptView {
  const isE164 = row.number.startsWith('+');
  const party = toParty(db, {
    number: isE164 ? row.number : null,
    extension_number: isE164 ? null : row.number,
    name: null,
  });
  const { kind: what, began_at: at } = row;
  return { id: toId<string>(row.id), what, party, at, text: row.text ?? undefined };
}

/** The row of an id that an index has just given, in the same snapshot. */
function rowOf<Row>(db: Database, sql: string, id: number): Row {
  const row = getRow<Row>(db, sql, id);
  if (row === undefined) throw new Error('an index names a row that is not there');
  return row;
}

const threadsBy = (column: 'number' | 'extension_number'): string => `
  SELECT DISTINCT thread.id, coalesce(thread.last_message_id, 0) AS last_id
  FROM thread_party JOIN thread ON thread.id = thread_party.thread_id
  WHERE thread_party.${column} = ?`;
export const threadsByNumberSql = threadsBy('number');
export const threadsByExtensionSql = threadsBy('extension_number');

/** The threads that someone is in, groups too, the one with the newest text first. */
export function listThreadsOf(
  db: Database,
  { numbers, extensionNumbers }: WhoseRows,
): readonly { readonly id: number; readonly last_id: number }[] {
  type Thread = { readonly id: number; readonly last_id: number };
  const found = [
    ...numbers.flatMap((number) => allRows<Thread>(db, threadsByNumberSql, number)),
    ...extensionNumbers.flatMap((number) => allRows<Thread>(db, threadsByExtensionSql, number)),
  ];
  const threads = new Map(found.map((thread) => [thread.id, thread]));
  return [...threads.values()].sort((one, other) => other.last_id - one.last_id);
}

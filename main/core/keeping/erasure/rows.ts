import type { Database } from 'better-sqlite3';
import type { ThreadId } from '../../../../shared/model/ids.ts';
import { allRows, getRow, run } from '../../db/statement.ts';
import { eraseDraft, hasDraft } from '../../drafts/rows.ts';
import { refreshThread } from '../../messages/rows.ts';
import { forgetTold } from '../../notifications/rows.ts';
import { countScheduled, removeScheduledIn } from '../../scheduled/rows.ts';
import { rememberErased } from '../rows.ts';

/** Rows that were removed, and the media that were theirs, by the ids that players know. */
export type Removed = {
  readonly texts: number;
  readonly calls: number;
  readonly voicemails: number;
  readonly notes: number;
  readonly mediaIds: readonly string[];
};

export const nothingRemoved: Removed = {
  texts: 0,
  calls: 0,
  voicemails: 0,
  notes: 0,
  mediaIds: [],
};

export function addRemoved(one: Removed, other: Removed): Removed {
  return {
    texts: one.texts + other.texts,
    calls: one.calls + other.calls,
    voicemails: one.voicemails + other.voicemails,
    notes: one.notes + other.notes,
    mediaIds: [...one.mediaIds, ...other.mediaIds],
  };
}

/**
 * Overwrites with zeros what is deleted from now on, in the index of words too, which otherwise
 * keeps a deleted text's until it happens to be merged.
 */
export function deleteForGood(db: Database): void {
  db.pragma('secure_delete = ON');
  for (const index of listIndexes(db)) {
    const isSet = getRow(db, `SELECT 1 FROM ${index}_config WHERE k = 'secure-delete' AND v = 1`);
    if (isSet === undefined) {
      db.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('secure-delete', 1)`);
    }
  }
}

/** The indexes of words. */
export function listIndexes(db: Database): readonly string[] {
  return allRows<{ name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'`,
  ).map(({ name }) => name);
}

type TextRow = {
  readonly id: number;
  readonly thread_id: number;
  readonly server_id: string | null;
};

/** Removes texts with all that hangs on them; a thread without any goes too. */
export function removeTexts(db: Database, ids: readonly number[], isForgotten: boolean): Removed {
  const among = JSON.stringify(ids);
  const rows = allRows<TextRow>(
    db,
    'SELECT id, thread_id, server_id FROM message WHERE id IN (SELECT value FROM json_each(?))',
    among,
  );
  const attachments = allRows<{ id: string }>(
    db,
    `SELECT 'attachment-' || message_id || '-' || server_id AS id FROM attachment
     WHERE message_id IN (SELECT value FROM json_each(?))`,
    among,
  );
  for (const { id, server_id: serverId } of rows) {
    if (isForgotten && serverId !== null) rememberErased(db, 'messages', serverId);
    run(db, 'DELETE FROM activity WHERE subject = ?', `message:${id}`);
    forgetTold(db, 'text', id);
    run(db, 'DELETE FROM message WHERE id = ?', id);
  }
  for (const threadId of new Set(rows.map((row) => row.thread_id)))
    settleThread(db, threadId, isForgotten);
  return { ...nothingRemoved, texts: rows.length, mediaIds: attachments.map(({ id }) => id) };
}

function settleThread(db: Database, threadId: number, isForgotten: boolean): void {
  const left = getRow(db, 'SELECT 1 FROM message WHERE thread_id = ? LIMIT 1', threadId);
  const draft = String(threadId) as ThreadId;
  // What is written there and not sent nobody else has: it goes only with the person.
  const isWaiting = countScheduled(db, threadId) > 0;
  if (left !== undefined || (!isForgotten && (isWaiting || hasDraft(db, draft)))) {
    refreshThread(db, threadId);
    return;
  }
  eraseDraft(db, draft);
  removeScheduledIn(db, [threadId]);
  run(db, 'DELETE FROM thread WHERE id = ?', threadId);
}

/**
 * Removes calls with their records in the call log. Their notes go along when someone is erased;
 * otherwise they stay, as notes of whoever was on the other side.
 */
export function removeCalls(db: Database, ids: readonly number[], isForgotten: boolean): Removed {
  let removed = nothingRemoved;
  for (const id of ids) {
    const records = allRows<{ id: string }>(
      db,
      'SELECT server_id AS id FROM call_record WHERE call_id = ?',
      id,
    ).map((record) => record.id);
    if (isForgotten) {
      for (const serverId of records) rememberErased(db, 'calls', serverId);
      removed = addRemoved(removed, removeNotes(db, notesOfCall(db, id)));
      run(db, 'DELETE FROM follow_up WHERE call_id = ?', id);
    } else {
      detachFromCall(db, id, 'note');
      detachFromCall(db, id, 'follow_up');
    }
    run(db, 'DELETE FROM call_record WHERE call_id = ?', id);
    run(db, 'DELETE FROM activity WHERE subject = ?', `call:${id}`);
    forgetTold(db, 'call', id);
    const calls = run(db, 'DELETE FROM call WHERE id = ?', id);
    const mediaIds = records.map((record) => `recording-${record}`);
    removed = addRemoved(removed, { ...nothingRemoved, calls, mediaIds });
  }
  return removed;
}

const notesOfCall = (db: Database, callId: number): readonly number[] =>
  allRows<{ id: number }>(db, 'SELECT id FROM note WHERE call_id = ?', callId).map(({ id }) => id);

function detachFromCall(db: Database, callId: number, table: 'note' | 'follow_up'): void {
  const of = (column: string): string => `(SELECT ${column} FROM call WHERE id = ?)`;
  run(
    db,
    `UPDATE ${table} SET number = coalesce(number, ${of('number')}),
       extension_number = coalesce(extension_number, ${of('extension_number')}),
       name = coalesce(name, ${of('name')}), call_id = NULL
     WHERE call_id = ?`,
    callId,
    callId,
    callId,
    callId,
  );
}

export function removeVoicemails(
  db: Database,
  ids: readonly number[],
  isForgotten: boolean,
): Removed {
  for (const id of ids) {
    const row = getRow<{ server_id: string }>(
      db,
      'SELECT server_id FROM voicemail WHERE id = ?',
      id,
    );
    if (isForgotten && row) rememberErased(db, 'messages', row.server_id);
    forgetTold(db, 'voicemail', id);
    run(db, 'DELETE FROM voicemail WHERE id = ?', id);
  }
  const mediaIds = ids.map((id) => `voicemail-${id}`);
  return { ...nothingRemoved, voicemails: ids.length, mediaIds };
}

export function removeNotes(db: Database, ids: readonly number[]): Removed {
  for (const id of ids) {
    run(db, 'DELETE FROM activity WHERE subject = ?', `note:${id}`);
    run(db, 'DELETE FROM follow_up WHERE note_id = ?', id);
    run(db, 'DELETE FROM note WHERE id = ?', id);
  }
  return { ...nothingRemoved, notes: ids.length };
}

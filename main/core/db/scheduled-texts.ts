import type { Database } from 'better-sqlite3';
import { attempt, fromFile } from './other-file.ts';
import { allRows, getRow, insert, run } from './statement.ts';
import {
  readConversation,
  readFiles,
  threadFor,
  writeFile,
  type FileRow,
  type PartyRow,
  type ThreadRow,
} from './waiting-texts.ts';

type Row = {
  readonly id: number;
  readonly thread_id: number;
  readonly client_id: string;
  readonly body: string;
  readonly from_number: string;
  readonly send_at: number;
  readonly zone: string | null;
  readonly cancel_on_reply: number;
  readonly confirmed: string;
  readonly reason: string | null;
  readonly state: string;
  readonly failure: string | null;
  readonly created_at: number;
};

/** A text that waited for its time, or for the user's word, with all that sending it needs. */
export type ScheduledText = {
  readonly row: Row;
  readonly thread: ThreadRow;
  readonly parties: readonly PartyRow[];
  readonly files: readonly FileRow[];
};

/** Reads what can be read of the texts for later in a damaged or replaced archive. */
export function readScheduledTexts(file: string): readonly ScheduledText[] {
  return fromFile(file, (db) => {
    const found: ScheduledText[] = [];
    let after = -1;
    for (;;) {
      const row = attempt(() =>
        getRow<Row>(db, 'SELECT * FROM scheduled_text WHERE id > ? ORDER BY id LIMIT 1', after),
      );
      if (row === undefined) return found;
      after = row.id;
      const text = attempt(() => {
        const conversation = readConversation(db, row.thread_id);
        const files = readFiles(db, { scheduledId: row.id });
        return conversation && { row, ...conversation, files };
      });
      if (text !== undefined) found.push(text);
    }
  });
}

/** Which of these have become texts in line there: they have gone, or are on their way. */
export function readBecomeTexts(file: string, clientIds: readonly string[]): readonly string[] {
  return fromFile(file, (db) =>
    allRows<{ client_id: string }>(
      db,
      'SELECT client_id FROM message WHERE client_id IN (SELECT value FROM json_each(?))',
      JSON.stringify(clientIds),
    ).map((row) => row.client_id),
  );
}

/** The texts for later in an archive, by client id. */
export function listScheduledIds(db: Database): readonly string[] {
  return allRows<{ client_id: string }>(db, 'SELECT client_id FROM scheduled_text').map(
    (row) => row.client_id,
  );
}

export function dropScheduled(db: Database, clientIds: readonly string[]): void {
  for (const clientId of clientIds) {
    run(db, 'DELETE FROM scheduled_text WHERE client_id = ?', clientId);
  }
}

/** Puts texts for later into an archive; one it has already takes the state it is given. */
export function writeScheduledTexts(db: Database, texts: readonly ScheduledText[]): void {
  for (const { row, thread, parties, files } of texts) {
    const isText = getRow(db, 'SELECT 1 FROM message WHERE client_id = ?', row.client_id);
    if (isText !== undefined) continue;
    dropScheduled(db, [row.client_id]);
    const scheduledId = insert(
      db,
      `INSERT INTO scheduled_text (thread_id, client_id, body, from_number, send_at, zone,
         cancel_on_reply, confirmed, reason, state, failure, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      threadFor(db, thread, parties, row.created_at),
      row.client_id,
      row.body,
      row.from_number,
      row.send_at,
      row.zone,
      row.cancel_on_reply,
      row.confirmed,
      row.reason,
      row.state,
      row.failure,
      row.created_at,
    );
    for (const file of files) writeFile(db, { scheduledId }, file);
  }
}

import type { Database } from 'better-sqlite3';
import { beginActivity, getOpenActivity, recordActivity } from './activity.ts';
import { attempt, fromFile } from './other-file.ts';
import { nextRowId } from './row-id.ts';
import { allRows, getRow, insert, run } from './statement.ts';

type OutboxRow = {
  readonly message_id: number;
  readonly due_at: number;
  readonly attempts: number;
  /** An archive of an older Sidetone has no such column. */
  readonly held_until?: number | null;
};

type MessageRow = {
  readonly client_id: string | null;
  readonly status: string;
  readonly body: string;
  readonly from_number: string | null;
  readonly created_at: number;
  readonly modified_at: number;
  readonly thread_id: number;
  readonly failure: string | null;
};

export type ThreadRow = { readonly own_number: string; readonly party_key: string };
export type PartyRow = {
  readonly number: string | null;
  readonly extension_number: string | null;
  readonly name: string | null;
};

/** A file that goes with it; the bytes lie beside the archive. */
export type FileRow = {
  readonly id: string;
  readonly file_name: string;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly position: number;
  readonly added_at: number;
};

/** When it was accepted, and with what the user said yes to on the way. */
type Accepted = { readonly at: number; readonly detail: Readonly<Record<string, unknown>> };

/** A text that had been accepted and not yet settled, with all that sending it needs. */
export type WaitingText = {
  readonly id: number;
  /** Missing for a text of unknown outcome, which is looked up and not sent. */
  readonly job: OutboxRow | undefined;
  readonly message: MessageRow;
  /** Missing where that could not be read. */
  readonly accepted: Accepted | undefined;
  readonly thread: ThreadRow;
  readonly parties: readonly PartyRow[];
  readonly files: readonly FileRow[];
};

/**
 * Reads what can be read of the texts waiting in a damaged archive and of those whose outcome is
 * unknown, oldest first; a bad page skips its texts.
 */
export function readWaitingTexts(file: string): readonly WaitingText[] {
  return fromFile(file, (db) =>
    [...readQueued(db), ...readUnknown(db)].toSorted((one, other) => one.id - other.id),
  );
}

function readQueued(db: Database): readonly WaitingText[] {
  const found: WaitingText[] = [];
  let after = -1;
  for (;;) {
    const job = attempt(() =>
      getRow<OutboxRow>(
        db,
        'SELECT * FROM outbox WHERE message_id > ? ORDER BY message_id LIMIT 1',
        after,
      ),
    );
    if (job === undefined) return found;
    after = job.message_id;
    const text = attempt(() => readOne(db, job.message_id, job));
    if (text !== undefined) found.push(text);
  }
}

function readUnknown(db: Database): readonly WaitingText[] {
  const ids: number[] = [];
  attempt(() => {
    const rows = db.prepare<[], { id: number }>(
      `SELECT id FROM message
       WHERE status = 'unknown' AND is_discarded = 0 AND server_id IS NULL`,
    );
    for (const { id } of rows.iterate()) ids.push(id);
  });
  return ids.flatMap((id) => attempt(() => readOne(db, id, undefined)) ?? []);
}

function readOne(db: Database, id: number, job: OutboxRow | undefined): WaitingText | undefined {
  const message = getRow<MessageRow>(
    db,
    `SELECT client_id, status, body, from_number, created_at, modified_at, thread_id, failure
     FROM message WHERE id = ?`,
    id,
  );
  if (message === undefined) return undefined;
  const conversation = readConversation(db, message.thread_id);
  if (conversation === undefined) return undefined;
  const accepted = attempt(() => readAccepted(db, id));
  return { id, job, message, accepted, ...conversation, files: readFiles(db, { messageId: id }) };
}

function readAccepted(db: Database, id: number): Accepted | undefined {
  const open = getOpenActivity(db, `message:${id}`);
  return open && { at: open.began_at, detail: JSON.parse(open.detail) as Accepted['detail'] };
}

/** A thread and its people; undefined unless both can be read whole. */
export function readConversation(
  db: Database,
  threadId: number,
): { readonly thread: ThreadRow; readonly parties: readonly PartyRow[] } | undefined {
  const thread = getRow<ThreadRow>(
    db,
    'SELECT own_number, party_key FROM thread WHERE id = ?',
    threadId,
  );
  const parties = allRows<PartyRow>(
    db,
    'SELECT number, extension_number, name FROM thread_party WHERE thread_id = ? ORDER BY position',
    threadId,
  );
  return thread === undefined || parties.length === 0 ? undefined : { thread, parties };
}

/** Whose files: a text's, or a text's for later. */
export type CarriedOwner = { readonly messageId: number } | { readonly scheduledId: number };

/** An archive from before there were any has no table of them; where that is torn, the text stays behind. */
export function readFiles(db: Database, owner: CarriedOwner): readonly FileRow[] {
  const table = `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'outgoing_file'`;
  if (getRow(db, table) === undefined) return [];
  return allRows<FileRow>(
    db,
    `SELECT id, file_name, content_type, size_bytes, width, height, position, added_at
     FROM outgoing_file WHERE message_id = ? OR scheduled_id = ?`,
    'messageId' in owner ? owner.messageId : null,
    'scheduledId' in owner ? owner.scheduledId : null,
  );
}

/**
 * Puts texts carried over into a fresh archive, where the outbox finds them. A text that was being
 * sent stays `sending`: start-up turns it into `unknown`, it is never sent blindly. When its request
 * left, which looking it up goes by, comes along.
 */
export function writeWaitingTexts(db: Database, texts: readonly WaitingText[], at: number): void {
  for (const text of texts) {
    const { job, message, thread, parties, files } = text;
    const threadId = threadFor(db, thread, parties, message.created_at);
    const id = nextRowId(db, 'message', message.created_at);
    insert(
      db,
      `INSERT INTO message (id, thread_id, client_id, direction, status, body, from_number,
         created_at, modified_at, failure) VALUES (?, ?, ?, 'outbound', ?, ?, ?, ?, ?, ?)`,
      id,
      threadId,
      message.client_id,
      message.status,
      message.body,
      message.from_number,
      message.created_at,
      message.modified_at,
      message.failure,
    );
    for (const file of files) writeFile(db, { messageId: id }, file);
    if (job === undefined) {
      const detail = { carriedOver: true };
      recordActivity(db, { kind: 'text', subject: `message:${id}`, detail, at }, message.status);
    } else {
      enqueue(db, { id, threadId, text, job });
    }
    run(
      db,
      'UPDATE thread SET last_message_id = ?, last_at = ? WHERE id = ?',
      id,
      message.created_at,
      threadId,
    );
  }
}

/** A backup may know the file as what was being written then: it goes with this text from now on. */
export function writeFile(db: Database, owner: CarriedOwner, file: FileRow): void {
  insert(
    db,
    `INSERT INTO outgoing_file (id, file_name, content_type, size_bytes, width, height, position,
       message_id, scheduled_id, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET message_id = excluded.message_id,
       scheduled_id = excluded.scheduled_id, draft_key = NULL`,
    file.id,
    file.file_name,
    file.content_type,
    file.size_bytes,
    file.width,
    file.height,
    file.position,
    'messageId' in owner ? owner.messageId : undefined,
    'scheduledId' in owner ? owner.scheduledId : undefined,
    file.added_at,
  );
}

/** Puts a text carried over in line again, as it stood there. */
export function enqueue(
  db: Database,
  {
    id,
    threadId,
    text,
    job,
  }: {
    readonly id: number;
    readonly threadId: number;
    readonly text: Pick<WaitingText, 'accepted' | 'message'>;
    readonly job: OutboxRow;
  },
): void {
  const { at, detail } = text.accepted ?? { at: text.message.created_at, detail: {} };
  // It has waited since then: a text that did so for too long asks.
  beginActivity(db, {
    kind: 'text',
    subject: `message:${id}`,
    detail: { ...detail, carriedOver: true },
    at,
  });
  insert(
    db,
    `INSERT INTO outbox (message_id, thread_id, due_at, attempts, held_until)
     VALUES (?, ?, ?, ?, ?)`,
    id,
    threadId,
    job.due_at,
    job.attempts,
    job.held_until,
  );
}

/** The thread with these people, made when it is not there. */
export function threadFor(
  db: Database,
  thread: ThreadRow,
  parties: readonly PartyRow[],
  lastAt: number,
): number {
  const known = getRow<{ id: number }>(
    db,
    'SELECT id FROM thread WHERE own_number = ? AND party_key = ?',
    thread.own_number,
    thread.party_key,
  );
  if (known !== undefined) return known.id;
  const id = insert(
    db,
    'INSERT INTO thread (own_number, party_key, last_at) VALUES (?, ?, ?)',
    thread.own_number,
    thread.party_key,
    lastAt,
  );
  for (const [position, party] of parties.entries()) {
    insert(
      db,
      `INSERT INTO thread_party (thread_id, position, number, extension_number, name)
       VALUES (?, ?, ?, ?, ?)`,
      id,
      position,
      party.number,
      party.extension_number,
      party.name,
    );
  }
  return id;
}

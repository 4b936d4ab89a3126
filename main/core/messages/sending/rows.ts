import type { Database } from 'better-sqlite3';
import type {
  ClientId,
  E164,
  EpochMs,
  FileId,
  MessageId,
  ScheduledId,
  ThreadId,
} from '../../../../shared/model/ids.ts';
import type { StagedFile } from '../../../../shared/model/drafts.ts';
import { toId, toRowId } from '../../db/row-id.ts';
import { allRows, getRow, run } from '../../db/statement.ts';
import { readDraft, toStagedFile, writeDraft, type FileRow } from '../../drafts/rows.ts';
import { findOrCreateThread, listPartyRows, type ThreadParty } from '../rows.ts';

/** Who a text is for: a thread that is there, or people. */
export type Recipients = { readonly threadId: ThreadId } | { readonly numbers: readonly E164[] };

/** A text that is to be written down. */
export type NewText = {
  readonly clientId: ClientId;
  readonly to: Recipients;
  readonly from: E164;
  readonly text: string;
  readonly files: readonly FileId[];
  readonly at: EpochMs;
};

/** What an accepted text has become, now or when its client id was seen before. */
export type Accepted = {
  readonly messageId: MessageId | undefined;
  readonly scheduledId: ScheduledId | undefined;
  readonly threadId: ThreadId;
  /** It had been accepted before under the same client id. */
  readonly isRepeat: boolean;
};

/** A text accepted, or what of it is not there any more: then nothing has been written. */
export type Acceptance = Accepted | { readonly gone: 'thread' | 'file' };

/** What a text of this client id was accepted as, to go out at once or later. */
export function findAccepted(db: Database, clientId: ClientId): Accepted | undefined {
  const message = getRow<{ id: number; thread_id: number }>(
    db,
    'SELECT id, thread_id FROM message WHERE client_id = ?',
    clientId,
  );
  const scheduled =
    message ??
    getRow<{ id: number; thread_id: number }>(
      db,
      'SELECT id, thread_id FROM scheduled_text WHERE client_id = ?',
      clientId,
    );
  if (scheduled === undefined) return undefined;
  return {
    messageId: message && toId(message.id),
    scheduledId: message ? undefined : toId(scheduled.id),
    threadId: toId(scheduled.thread_id),
    isRepeat: true,
  };
}

/** The thread a text belongs to; undefined when the one that was named is not there. */
export function threadFor(
  db: Database,
  to: Recipients,
  from: E164,
  at: EpochMs,
): number | undefined {
  if ('numbers' in to) {
    const parties = to.numbers.map(toThreadParty);
    return findOrCreateThread(db, { ownNumber: from, parties, at });
  }
  const id = toRowId(to.threadId) ?? 0;
  const thread = getRow<{ own_number: string }>(
    db,
    'SELECT own_number FROM thread WHERE id = ?',
    id,
  );
  if (thread === undefined || thread.own_number === from) return thread && id;
  // From another number of the user's it is another conversation with the same people.
  const parties = listPartyRows(db, id).map((row) => ({
    number: (row.number as E164 | null) ?? undefined,
    extensionNumber: row.extension_number ?? undefined,
    name: row.name ?? undefined,
  }));
  return findOrCreateThread(db, { ownNumber: from, parties, at });
}

export function toThreadParty(number: E164): ThreadParty {
  return { number, extensionNumber: undefined, name: undefined };
}

/** What a file goes with; row ids, or the key of a draft. */
export type FileOwner =
  { readonly draftKey: string } | { readonly messageId: number } | { readonly scheduledId: number };

/** Whether all of these files are there and go with no text yet. */
export function areFree(db: Database, files: readonly FileId[]): boolean {
  if (files.length === 0) return true;
  const row = getRow<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM outgoing_file WHERE id IN (SELECT value FROM json_each(?))
     AND message_id IS NULL AND scheduled_id IS NULL`,
    JSON.stringify(files),
  );
  return row?.count === new Set(files).size;
}

/** Gives files to a text, in their order. */
export function giveFiles(db: Database, files: readonly FileId[], owner: FileOwner): void {
  for (const [position, id] of files.entries()) {
    run(
      db,
      `UPDATE outgoing_file SET position = ?, draft_key = ?, scheduled_id = ?, message_id = ?
       WHERE id = ?`,
      position,
      ...columnsOf(owner),
      id,
    );
  }
}

/** Moves whatever files go with one text to another. */
export function moveFiles(db: Database, from: FileOwner, to: FileOwner): void {
  const [draftKey, scheduledId, messageId] = columnsOf(from);
  run(
    db,
    `UPDATE outgoing_file SET draft_key = ?, scheduled_id = ?, message_id = ?
     WHERE draft_key = ? OR scheduled_id = ? OR message_id = ?`,
    ...columnsOf(to),
    draftKey,
    scheduledId,
    messageId,
  );
}

/** The files that go with a text, in their order. */
export function listFilesOf(db: Database, owner: FileOwner): readonly StagedFile[] {
  return allRows<FileRow>(
    db,
    `SELECT id, file_name, content_type, size_bytes, width, height FROM outgoing_file
     WHERE draft_key = ? OR scheduled_id = ? OR message_id = ? ORDER BY position, added_at, id`,
    ...columnsOf(owner).map((value) => value ?? null),
  ).map(toStagedFile);
}

/** Makes a text what is being written in its thread, before what has been written since. */
export function putBackInDraft(db: Database, threadId: ThreadId, text: string, at: EpochMs): void {
  const since = readDraft(db, threadId);
  const texts = [text, since?.text ?? ''].filter((part) => part !== '');
  const draft = { text: texts.join('\n'), to: since?.to ?? [], from: since?.from };
  writeDraft(db, threadId, draft, at);
}

type Columns = readonly [
  draftKey: string | undefined,
  scheduledId: number | undefined,
  messageId: number | undefined,
];

function columnsOf(owner: FileOwner): Columns {
  if ('draftKey' in owner) return [owner.draftKey, undefined, undefined];
  if ('scheduledId' in owner) return [undefined, owner.scheduledId, undefined];
  return [undefined, undefined, owner.messageId];
}

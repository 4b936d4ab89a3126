import type { Database } from 'better-sqlite3';
import type { EpochMs, ThreadId } from '../../../../shared/model/ids.ts';
import { defineQuery } from '../../db/define-query.ts';
import { failureToText } from '../../db/failure-text.ts';
import { nextRowId, toId } from '../../db/row-id.ts';
import { getRow, insert, run } from '../../db/statement.ts';
import { settleErasedParties } from '../../keeping/erased-parties/rows.ts';
import { withoutErased, type RecordTraits } from '../../keeping/rows.ts';
import {
  addToThread,
  bringBack,
  findOrCreateThread,
  linkConversation,
  refreshThread,
  type Arrivals,
} from '../../messages/rows.ts';
import { mergeRead, type ReadMark } from '../../read-state/rows.ts';
import { noteFromText } from '../../opt-outs/rows.ts';
import type { DeletedRecord, UnreadableRecord } from '../../ringcentral/records.ts';
import { writeSteps, type BackfillStep } from '../backfill/rows.ts';
import { quarantine, releaseAll, writeCursor, type Cursor } from '../rows.ts';
import { answerScheduled } from '../../scheduled/rows.ts';
import type { SyncedText } from './mapping.ts';
import { writeAttachments, writeVoicemail } from './rows.ts';
import type { SyncedVoicemail } from './voicemail.ts';

/** How long a text being sent may keep its record waiting; its request has timed out by then. */
const longestHoldMs = 5 * 60_000;
/** How long after the request left its record may be dated, and how far before by another clock. */
const recordAfterMs = 10 * 60_000;
const recordBeforeMs = 2 * 60_000;

export type TextsToApply = {
  readonly texts: readonly SyncedText[];
  readonly voicemails?: readonly SyncedVoicemail[];
  readonly deleted: readonly DeletedRecord[];
  readonly unreadable: readonly UnreadableRecord[];
  /** With the last chunk only. It is not written while a record is held back. */
  readonly cursor: Cursor | undefined;
  /** As the cursor: with the last chunk, and not while a record is held back. */
  readonly steps?: readonly BackfillStep[];
  readonly at: EpochMs;
  /** Answers that end texts, beside those of the carriers. */
  readonly stopWords?: readonly string[];
  /** Of the running Sidetone. */
  readonly version?: string | undefined;
};

export type TextsApplied = {
  readonly threads: readonly ThreadId[];
  /** Records that may be of a text whose request is still out: they come again with the next sync. */
  readonly heldBack: number;
  /** Somebody ended texts or allowed them again. */
  readonly hasOptOuts: boolean;
};

/**
 * Writes records of the message store, texts and voicemails, each once by its server id. The server's answer to a text
 * that is being sent and its record in a sync can come in either order: the record is held back
 * until the answer has been written, so that there is never a second bubble.
 */
export const applyTexts = defineQuery(
  'sync.apply-texts',
  (db, input: TextsToApply): TextsApplied => {
    const touched = new Set<number>();
    const arrivals = new Map<number, Arrivals>();
    const held: SyncedText[] = [];
    let hasOptOuts = false;
    for (const text of withoutErased(db, 'messages', input.texts, textTraits)) {
      hasOptOuts = noteFromText(db, text, input.stopWords ?? []) || hasOptOuts;
      const known = updateText(db, text);
      const added = known === undefined ? insertText(db, text, input.at, held) : undefined;
      if (known !== undefined) touched.add(known);
      else if (added === undefined) held.push(text);
      else arrivals.set(added.threadId, withArrival(arrivals.get(added.threadId), added));
    }
    const voicemails = withoutErased(db, 'messages', input.voicemails ?? [], {
      timeOf: ({ createdAt }) => createdAt,
      isOf: (voicemail, isErased) => isErased(voicemail),
    });
    for (const voicemail of voicemails) writeVoicemail(db, voicemail);
    const read = [...input.texts, ...(input.voicemails ?? [])];
    releaseAll(
      db,
      'messages',
      read.map(({ serverId }) => serverId),
    );
    for (const { id, availability } of input.deleted) {
      const threadId = markDeleted(db, id, availability);
      if (threadId !== undefined) touched.add(threadId);
    }
    quarantine(db, 'messages', input.unreadable, input);
    for (const [threadId, arrived] of arrivals) addToThread(db, threadId, arrived);
    for (const threadId of touched) refreshThread(db, threadId);
    if (held.length === 0) {
      if (input.cursor) writeCursor(db, input.cursor);
      writeSteps(db, input.steps ?? []);
      if (input.cursor || input.steps) settleErasedParties(db);
    }
    const threads = [...new Set([...arrivals.keys(), ...touched])];
    return { threads: threads.map((id) => toId<ThreadId>(id)), heldBack: held.length, hasOptOuts };
  },
);

/** Of a group, what an erased person wrote is erased; what others did is others'. */
const textTraits: RecordTraits<SyncedText> = {
  timeOf: ({ createdAt }) => createdAt,
  isOf: ({ fromNumber, parties }, isErased) =>
    isErased({ number: fromNumber }) || parties.every(isErased),
};

type Added = {
  readonly threadId: number;
  readonly id: number;
  readonly isRead: boolean;
  readonly isInbound: boolean;
};

function withArrival(before: Arrivals | undefined, { id, isRead, isInbound }: Added): Arrivals {
  const lastInboundId = Math.max(before?.lastInboundId ?? 0, isInbound ? id : 0);
  return {
    lastId: Math.max(before?.lastId ?? 0, id),
    lastInboundId: lastInboundId === 0 ? undefined : lastInboundId,
    unread: (before?.unread ?? 0) + (isRead ? 0 : 1),
  };
}

type Known = ReadMark & {
  readonly id: number;
  readonly thread_id: number;
  readonly status: string;
};

/** Brings the row of a record up to date; answers its thread, or undefined when there is none. */
function updateText(db: Database, text: SyncedText): number | undefined {
  const known = getRow<Known>(
    db,
    `SELECT id, thread_id, status, modified_at, is_read, is_read_untold, read_set_at FROM message
     WHERE server_id = ?`,
    text.serverId,
  );
  if (!known) return undefined;
  // A record can be overtaken by a later state of itself (RingCentral's guide to the message store:
  // syncs overlap).
  if (text.modifiedAt < known.modified_at) return known.thread_id;
  const mark = mergeRead(known, text, true);
  run(
    db,
    `UPDATE message SET status = ?, failure = ?, modified_at = ?, is_read = ?,
       is_read_untold = ?, availability = 'Alive' WHERE id = ?`,
    text.status,
    failureToText(text.failure),
    text.modifiedAt,
    mark.isRead,
    mark.isUntold,
    known.id,
  );
  const hasFailed = text.status === 'failed' && known.status !== 'failed';
  if (hasFailed || mark.isRead < known.is_read) bringBack(db, known.thread_id);
  if (text.conversationId !== undefined) {
    linkConversation(db, known.thread_id, text.conversationId);
  }
  writeAttachments(db, known.id, text.attachments);
  return known.thread_id;
}

/** Answers the row and its thread, or undefined when the record has to wait. */
function insertText(
  db: Database,
  text: SyncedText,
  now: EpochMs,
  held: readonly SyncedText[],
): Added | undefined {
  const { ownNumber, parties, conversationId, createdAt: at } = text;
  const threadId = findOrCreateThread(db, { ownNumber, parties, conversationId, at });
  if (text.direction === 'outbound') {
    const alike = held.filter(
      ({ body, ownNumber: from }) => body === text.body && from === ownNumber,
    );
    if (countSending(db, threadId, text, now) > alike.length) return undefined;
  }
  const id = nextRowId(db, 'message', at);
  insert(
    db,
    `INSERT INTO message (id, thread_id, server_id, direction, status, body, from_number,
       from_name, created_at, modified_at, is_read, failure)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    threadId,
    text.serverId,
    text.direction,
    text.status,
    text.body,
    text.fromNumber,
    text.fromName,
    at,
    text.modifiedAt,
    text.isRead ? 1 : 0,
    failureToText(text.failure),
  );
  writeAttachments(db, id, text.attachments);
  if (text.direction === 'inbound') answerScheduled(db, threadId, at);
  return { threadId, id, isRead: text.isRead, isInbound: text.direction === 'inbound' };
}

/**
 * Texts like this one whose requests are out; `modified_at` is when the request left. They are
 * found by their jobs: a thread can have tens of thousands of texts, the outbox has a few.
 */
function countSending(db: Database, threadId: number, text: SyncedText, now: EpochMs): number {
  if (getRow(db, 'SELECT 1 FROM outbox WHERE thread_id = ?', threadId) === undefined) return 0;
  const row = getRow<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM outbox CROSS JOIN message ON message.id = message_id
     WHERE outbox.thread_id = ? AND direction = 'outbound' AND status = 'sending'
       AND server_id IS NULL AND trim(body) = trim(?)
       AND modified_at BETWEEN ? AND ? AND modified_at > ?`,
    threadId,
    text.body,
    text.createdAt - recordAfterMs,
    text.createdAt + recordBeforeMs,
    now - longestHoldMs,
  );
  return row?.count ?? 0;
}

function markDeleted(db: Database, serverId: string, availability: string): number | undefined {
  const row = getRow<{ thread_id: number }>(
    db,
    'SELECT thread_id FROM message WHERE server_id = ?',
    serverId,
  );
  run(db, 'UPDATE message SET availability = ? WHERE server_id = ?', availability, serverId);
  if (!row)
    run(db, 'UPDATE voicemail SET availability = ? WHERE server_id = ?', availability, serverId);
  return row?.thread_id;
}

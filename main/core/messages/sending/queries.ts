import type { Database } from 'better-sqlite3';
import type { TakenBack, TextDecision } from '../../../../shared/model/drafts.ts';
import type { ClientId, E164, EpochMs, MessageId, ThreadId } from '../../../../shared/model/ids.ts';
import { recordActivity, settleActivity } from '../../db/activity.ts';
import { defineQuery } from '../../db/define-query.ts';
import { failureFromText } from '../../db/failure-text.ts';
import { toId, toRowId } from '../../db/row-id.ts';
import { getRow, run } from '../../db/statement.ts';
import { settleDraft } from '../../drafts/rows.ts';
import { removeFilesOfText } from '../../files/rows.ts';
import type { Asker } from '../../local-api/asker.ts';
import { endHold, enqueue, insertWaiting, takeOut } from '../../outbox/rows.ts';
import { listPartyRows, refreshThread } from '../rows.ts';
import type { MessageRow } from '../views.ts';
import {
  areFree,
  findAccepted,
  giveFiles,
  listFilesOf,
  moveFiles,
  putBackInDraft,
  threadFor,
  type Acceptance,
  type Accepted,
  type NewText,
} from './rows.ts';

/**
 * Accepts a text in one transaction: message with its files, thread, activity and outbox row; the
 * draft it was is none any more. The same client id answers what it was accepted as before.
 */
export const acceptText = defineQuery(
  'messages.accept',
  (
    db,
    input: NewText & {
      /** When it may leave; undefined: at once. */
      readonly heldUntil: EpochMs | undefined;
      /** As it was typed, when something was added to it. */
      readonly typed?: string | undefined;
      /** What the user said yes to on the way; the log keeps it. */
      readonly decision?: TextDecision | undefined;
      /** Of a program that asked for it. */
      readonly asker?: Asker | undefined;
    },
  ): Acceptance => {
    const { clientId, to, from, text, files, at, heldUntil, decision, asker } = input;
    const known = findAccepted(db, clientId);
    if (known !== undefined) return known;
    if (!areFree(db, files)) return { gone: 'file' };
    const threadId = threadFor(db, to, from, at);
    if (threadId === undefined) return { gone: 'thread' };
    const id = insertWaiting(db, {
      threadId,
      clientId,
      from,
      text,
      at,
      heldUntil,
      decision,
      asker,
    });
    giveFiles(db, files, { messageId: id });
    for (const key of 'threadId' in to ? [to.threadId] : (['new', 'quick'] as const)) {
      settleDraft(db, key, input.typed ?? text);
    }
    refreshThread(db, threadId);
    return {
      messageId: toId(id),
      scheduledId: undefined,
      threadId: toId(threadId),
      isRepeat: false,
    };
  },
);

/** What a text of this client id was accepted as; undefined when none was. */
export const getAccepted = defineQuery(
  'messages.get-accepted',
  (db, { clientId }: { readonly clientId: ClientId }): Accepted | undefined =>
    findAccepted(db, clientId),
);

/** What became of a change: done, or why not. */
export type TextChange = {
  readonly outcome: 'done' | 'not-found' | 'not-possible' | 'looked-up';
  readonly threadId: ThreadId | undefined;
};

/**
 * Takes a text out of the line that nothing of has left, to be written on: its words and files are
 * a draft again. The transaction that the outbox takes a text in is before this one or finds nothing.
 */
export const undoText = defineQuery(
  'messages.undo',
  (
    db,
    input: { readonly messageId: MessageId; readonly at: EpochMs },
  ): TextChange & { readonly takenBack?: TakenBack } => {
    const { at } = input;
    const row = getText(db, input.messageId);
    if (row === undefined) return { outcome: 'not-found', threadId: undefined };
    const threadId = toId<ThreadId>(row.thread_id);
    if (!takeOut(db, row.id)) return { outcome: 'not-possible', threadId };
    run(db, 'UPDATE message SET is_discarded = 1, is_read = 1 WHERE id = ?', row.id);
    const files = listFilesOf(db, { messageId: row.id });
    moveFiles(db, { messageId: row.id }, { draftKey: threadId });
    putBackInDraft(db, threadId, row.body, at);
    settleActivity(db, { subject: `message:${row.id}`, outcome: 'taken-back', at });
    refreshThread(db, row.thread_id);
    const takenBack = { messageId: toId<MessageId>(row.id), threadId, text: row.body, files };
    return { outcome: 'done', threadId, takenBack };
  },
);

/** Ends the hold of a text; it still waits for those before it in its thread. */
export const releaseText = defineQuery(
  'messages.send-now',
  (db, input: { readonly messageId: MessageId; readonly at: EpochMs }): TextChange => {
    const row = getText(db, input.messageId);
    if (row === undefined) return { outcome: 'not-found', threadId: undefined };
    const threadId = toId<ThreadId>(row.thread_id);
    if (row.status !== 'queued') return { outcome: 'not-possible', threadId };
    endHold(db, row.id, input.at);
    return { outcome: 'done', threadId };
  },
);

/** What has to be judged of a text before it goes once more. */
export type TextToRepeat = {
  readonly to: readonly E164[];
  readonly from: E164;
  readonly text: string;
};

/** A text that may go once more, or why it may not. */
export const getTextToRepeat = defineQuery(
  'messages.get-text-to-repeat',
  (db, { messageId }: { readonly messageId: MessageId }): TextToRepeat | TextChange => {
    const found = findToRepeat(db, messageId);
    if ('outcome' in found) return found;
    const { row, from } = found;
    const to = listPartyRows(db, row.thread_id).flatMap(
      ({ number }) => (number as E164 | null) ?? [],
    );
    return { to, from, text: row.body };
  },
);

/**
 * Queues a failed text, or one whose outcome the user has judged, once more. One that RingCentral
 * had taken keeps its record: it is set aside and a copy goes out, at the end of the thread.
 */
export const sendAgain = defineQuery(
  'messages.send-again',
  (
    db,
    input: {
      readonly messageId: MessageId;
      readonly clientId: ClientId;
      /** With what was added to a first text. */
      readonly text: string;
      readonly heldUntil: EpochMs | undefined;
      readonly decision: TextDecision | undefined;
      readonly at: EpochMs;
    },
  ): TextChange => {
    const { clientId, text, heldUntil, decision, at } = input;
    const found = findToRepeat(db, input.messageId);
    if ('outcome' in found) return found;
    const { row, from } = found;
    const job = { threadId: row.thread_id, at, heldUntil, decision };
    if (row.server_id === null) {
      run(
        db,
        `UPDATE message SET status = 'queued', body = ?, failure = NULL, modified_at = ?
         WHERE id = ?`,
        text,
        at,
        row.id,
      );
      enqueue(db, { id: row.id, ...job });
    } else {
      run(db, 'UPDATE message SET is_discarded = 1 WHERE id = ?', row.id);
      const id = insertWaiting(db, { clientId, from, text, ...job });
      moveFiles(db, { messageId: row.id }, { messageId: id });
    }
    refreshThread(db, row.thread_id);
    return { outcome: 'done', threadId: toId(row.thread_id) };
  },
);

/** Drops a waiting, failed or unknown text from its thread and the outbox; the log keeps it. */
export const discardText = defineQuery(
  'messages.discard',
  (db, input: { readonly messageId: MessageId; readonly at: EpochMs }): TextChange => {
    const { at } = input;
    const row = getText(db, input.messageId);
    if (row === undefined) return { outcome: 'not-found', threadId: undefined };
    const threadId = toId<ThreadId>(row.thread_id);
    const changed = run(
      db,
      `UPDATE message SET is_discarded = 1, is_read = 1
       WHERE id = ? AND direction = 'outbound' AND status IN ('queued', 'failed', 'unknown')`,
      row.id,
    );
    if (changed === 0) return { outcome: 'not-possible', threadId };
    run(db, 'DELETE FROM outbox WHERE message_id = ?', row.id);
    removeFilesOfText(db, row.id);
    const subject = `message:${row.id}`;
    const outcome = 'discarded';
    settleActivity(db, { subject, outcome, at });
    const detail = { text: row.body, status: row.status };
    // Once for everyone it was meant for, so that each finds it in their timeline.
    for (const { number, extension_number: extension } of listPartyRows(db, row.thread_id)) {
      const whom = number ?? extension ?? undefined;
      recordActivity(db, { kind: 'text-discarded', subject, detail, number: whom, at }, outcome);
    }
    refreshThread(db, row.thread_id);
    return { outcome: 'done', threadId };
  },
);

type TextRow = MessageRow & { readonly server_id: string | null };

/** A text that may go once more; not one that is still being looked up, which may have gone. */
function findToRepeat(
  db: Database,
  messageId: MessageId,
): { readonly row: TextRow; readonly from: E164 } | TextChange {
  const row = getText(db, messageId);
  if (row === undefined) return { outcome: 'not-found', threadId: undefined };
  const threadId = toId<ThreadId>(row.thread_id);
  const reason = failureFromText(row.failure);
  if (row.status === 'unknown' && reason?.retry === 'auto') {
    return { outcome: 'looked-up', threadId };
  }
  const canRepeat = row.status === 'failed' || row.status === 'unknown';
  // Most of a group have it.
  const isPartly = reason?.message === 'text.not-to-all';
  if (!canRepeat || isPartly || row.direction !== 'outbound' || row.from_number === null) {
    return { outcome: 'not-possible', threadId };
  }
  return { row, from: row.from_number as E164 };
}

function getText(db: Database, messageId: MessageId): TextRow | undefined {
  return getRow<TextRow>(
    db,
    'SELECT * FROM message WHERE id = ? AND is_discarded = 0',
    toRowId(messageId) ?? 0,
  );
}

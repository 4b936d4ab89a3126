import { z } from 'zod';
import type { Page } from '../model/app.ts';
import { textQuestions, type TakenBack } from '../model/drafts.ts';
import type { MessageId, ScheduledId, ThreadId } from '../model/ids.ts';
import type {
  MessageView,
  OutboxView,
  SenderChoice,
  SenderView,
  ThreadView,
} from '../model/messages.ts';
import { call } from './define.ts';
import {
  clientId,
  e164,
  fileId,
  instant,
  messageId,
  nothing,
  page,
  threadId,
  typedNumber,
} from './fields.ts';
import { threadFilter } from './history.ts';

/** Whom a text is for: a thread that is there, or numbers as typed. */
export const textTo = z.union([
  z.strictObject({ threadId }),
  z.strictObject({ numbers: z.array(typedNumber).max(50) }),
]);

/** When a text is to go out. */
export const sendTime = z.strictObject({
  at: instant,
  zone: z.string().max(64).optional(),
  cancelOnReply: z.boolean().default(false),
});

/** What the user has said yes to before a text, and why. */
const textAnswers = {
  confirmed: z.array(z.enum(textQuestions)).max(textQuestions.length).default([]),
  reason: z.string().trim().max(300).optional(),
};

/** What may be sent of a text; the same client id is accepted once. */
export const outgoingText = z.strictObject({
  clientId,
  to: textTo,
  from: e164.optional(),
  text: z.string().max(100_000),
  /** Staged with `attachments.add`. */
  files: z.array(fileId).max(50).default([]),
  /** Later than now: it waits for its time instead of going out. */
  sendAt: sendTime.optional(),
  ...textAnswers,
});

export const messagesContract = {
  'messages.list-senders': call(nothing).returns<readonly SenderChoice[]>(),
  /** Every number of the user's, and why texts do not go out from it. */
  'messages.list-own-numbers': call(nothing).returns<readonly SenderView[]>(),
  /** Newest activity first. */
  'messages.list-threads': call(page.extend({ filter: threadFilter.optional() })).returns<
    Page<ThreadView>
  >(),
  'messages.get-thread': call(z.strictObject({ threadId })).returns<ThreadView | undefined>(),
  /** The thread with exactly these people, if there is one. */
  'messages.find-thread': call(
    z.strictObject({ to: z.array(typedNumber).min(1).max(50), from: e164.optional() }),
  ).returns<ThreadView | undefined>(),
  /** `newest`: what is before `after`, the last page first; `oldest`: what comes after it. */
  'messages.list': call(
    page.extend({ threadId, order: z.enum(['newest', 'oldest']).default('newest') }),
  ).returns<Page<MessageView>>(),
  /**
   * Accepts a text: it is on disk when this answers, in the outbox or, with `sendAt`, among those
   * that wait for their time. The same client id is accepted once.
   */
  'messages.send': call(outgoingText).returns<{
    readonly messageId: MessageId | undefined;
    readonly scheduledId: ScheduledId | undefined;
    readonly threadId: ThreadId;
  }>(),
  /** Takes a text back that is still held, to be written on; fails once it may have left. */
  'messages.undo': call(z.strictObject({ messageId })).returns<TakenBack>(),
  /** Ends the hold of a text. */
  'messages.send-now': call(z.strictObject({ messageId })).returns<void>(),
  'messages.get-outbox': call(nothing).returns<OutboxView>(),
  /**
   * Sends a failed text, or one whose outcome the user has judged, once more: it is asked about, and
   * held, like a new one.
   */
  'messages.send-again': call(z.strictObject({ messageId, ...textAnswers })).returns<void>(),
  /** Drops a failed, waiting or unknown text; it stays in the activity log. */
  'messages.discard': call(z.strictObject({ messageId })).returns<void>(),
  'messages.mark-read': call(z.strictObject({ threadId })).returns<void>(),
  /** What came in last counts as unread again, here and at RingCentral. */
  'messages.mark-unread': call(z.strictObject({ threadId })).returns<void>(),
  /** Pins, mutes or puts away a thread. */
  'messages.set-thread': call(
    z.strictObject({
      threadId,
      isPinned: z.boolean().optional(),
      isMuted: z.boolean().optional(),
      isDone: z.boolean().optional(),
    }),
  ).returns<void>(),
  'messages.count-unread': call(nothing).returns<number>(),
};

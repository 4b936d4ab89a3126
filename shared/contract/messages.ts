import { z } from 'zod';
import type { Page } from '../model/app.ts';
import type { MessageId, ThreadId } from '../model/ids.ts';
import type { MessageView, SenderChoice, ThreadView } from '../model/messages.ts';
import { call } from './define.ts';
import { clientId, e164, messageId, nothing, page, threadId, typedNumber } from './fields.ts';
import { threadFilter } from './history.ts';

export const messagesContract = {
  'messages.list-senders': call(nothing).returns<readonly SenderChoice[]>(),
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
  /** Accepts a text: it is on disk when this answers. The same client id is accepted once. */
  'messages.send': call(
    z.strictObject({
      clientId,
      to: z.union([
        z.strictObject({ threadId }),
        z.strictObject({ numbers: z.array(typedNumber).max(50) }),
      ]),
      from: e164.optional(),
      text: z.string().max(100_000),
    }),
  ).returns<{ readonly messageId: MessageId; readonly threadId: ThreadId }>(),
  /** Sends a failed text, or one whose outcome the user has judged, once more. */
  'messages.send-again': call(z.strictObject({ messageId })).returns<void>(),
  /** Drops a failed, waiting or unknown text; it stays in the activity log. */
  'messages.discard': call(z.strictObject({ messageId })).returns<void>(),
  'messages.mark-read': call(z.strictObject({ threadId })).returns<void>(),
  'messages.count-unread': call(nothing).returns<number>(),
};

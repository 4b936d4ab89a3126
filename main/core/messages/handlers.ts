import type { SenderChoice, SenderView } from '../../../shared/model/messages.ts';
import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Messages } from './service.ts';

type MessageCall =
  | 'messages.list-senders'
  | 'messages.list-own-numbers'
  | 'messages.list-threads'
  | 'messages.outline'
  | 'messages.locate'
  | 'messages.get-thread'
  | 'messages.find-thread'
  | 'messages.list'
  | 'messages.send'
  | 'messages.undo'
  | 'messages.send-now'
  | 'messages.send-again'
  | 'messages.discard'
  | 'messages.mark-read'
  | 'messages.mark-unread'
  | 'messages.set-thread'
  | 'messages.count-unread';

/** Answers the contract's `messages.*`. */
export function createMessageHandlers(
  messages: Messages,
  session: {
    listSenders(): Promise<readonly SenderChoice[]>;
    listOwnSenders(): readonly SenderView[];
  },
): Handlers<MessageCall> {
  return {
    'messages.list-senders': async () => ok(await session.listSenders()),
    'messages.list-own-numbers': () => ok(session.listOwnSenders()),
    'messages.list-threads': async (page) => ok(await messages.listThreads(page)),
    'messages.outline': async ({ filter }) => ok(await messages.outline(filter)),
    'messages.locate': async ({ messageId }) => ok(await messages.locate(messageId)),
    'messages.get-thread': async ({ threadId }) => ok(await messages.getThread(threadId)),
    'messages.find-thread': async ({ to, from }) => ok(await messages.findThread(to, from)),
    'messages.list': async ({ threadId, ...page }) => ok(await messages.list(threadId, page)),
    'messages.send': (request) => messages.send(request),
    'messages.undo': ({ messageId }) => messages.undo(messageId),
    'messages.send-now': ({ messageId }) => messages.sendNow(messageId),
    'messages.send-again': ({ messageId, ...answers }) => messages.sendAgain(messageId, answers),
    'messages.discard': ({ messageId }) => messages.discard(messageId),
    'messages.mark-read': async ({ threadId }) => {
      await messages.markRead(threadId);
      return ok();
    },
    'messages.mark-unread': ({ threadId }) => messages.markUnread(threadId),
    'messages.set-thread': (change) => messages.setThread(change),
    'messages.count-unread': async () => ok(await messages.countUnread()),
  };
}

import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import type { MessageView, ThreadView } from '../../../shared/model/messages.ts';
import { parseDialable } from '../../../shared/phone/parse.ts';
import { ok } from '../../../shared/result.ts';
import { noParty, partyWith, type Answers, type FakeWorld } from './fake-world.ts';

/** Texts: kept, sent and delivered a moment later. */
export function textAnswers(world: FakeWorld, touch: () => void): Answers {
  const edit = (id: MessageId, change: (message: MessageView) => MessageView | undefined): void => {
    for (const [thread, list] of Object.entries(world.messages)) {
      world.messages[thread] = list.flatMap((message) =>
        message.id === id ? (change(message) ?? []) : [message],
      );
    }
    touch();
  };
  return {
    'messages.list-senders': () => ok(world.senders),
    'messages.get-thread': (input: { threadId: ThreadId }) =>
      ok(world.threads.find(({ id }) => id === input.threadId)),
    'messages.find-thread': (input: { to: string[] }) =>
      ok(
        world.threads.find(
          ({ parties }) =>
            parties.length === input.to.length &&
            parties.every(({ number }) => input.to.includes(number ?? '')),
        ),
      ),
    'messages.count-unread': () =>
      ok(world.threads.reduce((sum, { unreadCount }) => sum + unreadCount, 0)),
    'messages.mark-read': (input: { threadId: ThreadId }) => {
      world.threads = world.threads.map((thread) =>
        thread.id === input.threadId ? { ...thread, unreadCount: 0 } : thread,
      );
      touch();
      return ok();
    },
    'messages.send': (input: {
      clientId: MessageView['clientId'];
      to: { threadId: ThreadId } | { numbers: string[] };
      text: string;
    }) => {
      const threadId =
        'threadId' in input.to ? input.to.threadId : newThread(world, input.to.numbers);
      const message = ownMessage(threadId, input.clientId, input.text);
      world.messages[threadId] = [message, ...(world.messages[threadId] ?? [])];
      setTimeout(() => edit(message.id, (sent) => ({ ...sent, status: 'delivered' })), 400);
      return ok({ messageId: message.id, threadId });
    },
    'messages.send-again': (input: { messageId: MessageId }) => {
      edit(input.messageId, (text) => ({ ...text, status: 'sending', failure: undefined }));
      return ok();
    },
    'messages.discard': (input: { messageId: MessageId }) => {
      edit(input.messageId, () => undefined);
      return ok();
    },
  };
}

function ownMessage(
  threadId: ThreadId,
  clientId: MessageView['clientId'],
  text: string,
): MessageView {
  return {
    id: `m-${clientId}` as MessageId,
    threadId,
    clientId,
    direction: 'outbound',
    from: noParty,
    text,
    status: 'queued',
    createdAt: Date.now(),
    isRead: true,
    attachments: [],
    failure: undefined,
  };
}

function newThread(world: FakeWorld, numbers: readonly string[]): ThreadId {
  const id = `t-${numbers.join('-')}` as ThreadId;
  const country = world.session.account!.homeCountry;
  const thread: ThreadView = {
    id,
    parties: numbers.map((typed) => {
      const target = parseDialable(typed, country);
      return target.ok ? partyWith(world, target.value.number) : noParty;
    }),
    ownNumber: world.senders[0]!.number,
    lastMessage: undefined,
    unreadCount: 0,
  };
  world.threads = [thread, ...world.threads];
  return id;
}

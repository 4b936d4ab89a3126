import type { TextQuestion } from '../../../shared/model/drafts.ts';
import type { SendTime } from '../../../shared/model/drafts.ts';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import type { MessageView, ThreadView } from '../../../shared/model/messages.ts';
import { parseDialable } from '../../../shared/phone/parse.ts';
import { ok } from '../../../shared/result.ts';
import { judgeText } from './text-rule-answers.ts';
import { sendingAnswers } from './sending-answers.ts';
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
  const change = (id: ThreadId, marks: Partial<ThreadView>) => {
    world.threads = world.threads.map((thread) =>
      thread.id === id ? { ...thread, ...marks } : thread,
    );
    touch();
    return ok();
  };
  const later = sendingAnswers(world, touch);
  return {
    ...later.answers,
    'messages.list-senders': () => ok(world.senders),
    'messages.get-thread': (input: { threadId: ThreadId }) => {
      const thread = world.threads.find(({ id }) => id === input.threadId);
      if (thread === undefined || thread.unreadCount === 0) return ok(thread);
      const inbound = world.messages[thread.id]?.filter(({ direction }) => direction === 'inbound');
      return ok({ ...thread, firstUnreadId: inbound?.[thread.unreadCount - 1]?.id });
    },
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
    'messages.mark-read': ({ threadId }: { threadId: ThreadId }) =>
      change(threadId, { unreadCount: 0 }),
    'messages.mark-unread': ({ threadId }: { threadId: ThreadId }) =>
      change(threadId, { unreadCount: 1, isDone: false }),
    'messages.set-thread': ({ threadId, ...marks }: { threadId: ThreadId } & Partial<ThreadView>) =>
      change(threadId, { ...marks, ...(marks.isDone && { unreadCount: 0 }) }),
    'messages.send': (input: {
      clientId: MessageView['clientId'];
      to: { threadId: ThreadId } | { numbers: string[] };
      text: string;
      files?: readonly string[];
      sendAt?: SendTime;
      confirmed?: readonly TextQuestion[];
    }) => {
      const judged = judgeText(world, input);
      if (!judged.ok) return judged;
      const threadId =
        'threadId' in input.to ? input.to.threadId : newThread(world, input.to.numbers);
      if (input.sendAt !== undefined)
        return ok({
          messageId: undefined,
          scheduledId: later.schedule({
            ...input,
            clientId: String(input.clientId),
            threadId,
            time: input.sendAt,
          }),
          threadId,
        });
      const message = ownMessage(threadId, input.clientId, input.text);
      (world.sentFiles ??= {})[String(input.clientId)] = input.files ?? [];
      world.messages[threadId] = [message, ...(world.messages[threadId] ?? [])];
      if (world.holdsTexts === true) {
        const until = Date.now() + 60_000;
        edit(message.id, (held) => ({ ...held, waiting: { for: 'hold', until } }));
        return ok({ messageId: message.id, threadId });
      }
      setTimeout(() => edit(message.id, (sent) => ({ ...sent, status: 'delivered' })), 400);
      return ok({ messageId: message.id, threadId });
    },
    'messages.send-again': (input: {
      messageId: MessageId;
      confirmed?: readonly TextQuestion[];
      reason?: string;
    }) => {
      const { threadId } = Object.values(world.messages)
        .flat()
        .find(({ id }) => id === input.messageId)!;
      const judged = judgeText(world, { ...input, to: { threadId } });
      if (!judged.ok) return judged;
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
    waiting: undefined,
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
    isPinned: false,
    isMuted: false,
    isDone: false,
    draft: undefined,
    scheduledCount: 0,
  };
  world.threads = [thread, ...world.threads];
  return id;
}

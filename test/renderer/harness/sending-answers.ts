import type { ScheduledText, SendTime } from '../../../shared/model/drafts.ts';
import type { E164, MessageId, ScheduledId, ThreadId } from '../../../shared/model/ids.ts';
import type { MessageView } from '../../../shared/model/messages.ts';
import { failure } from '../../../shared/failure.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';

type Later = {
  readonly clientId: string;
  readonly threadId: ThreadId;
  readonly text: string;
  readonly time: SendTime;
};

/** Texts that are held or wait for their time; both stay as they are until something is done. */
export function sendingAnswers(
  world: FakeWorld,
  touch: () => void,
): { readonly answers: Answers; readonly schedule: (later: Later) => ScheduledId } {
  const sending = (world.sending ??= { scheduled: [], outbox: undefined });
  const taken = (id: MessageId): MessageView | undefined => {
    for (const [thread, list] of Object.entries(world.messages)) {
      const found = list.find((message) => message.id === id && message.status === 'queued');
      if (found === undefined) continue;
      world.messages[thread] = list.filter((message) => message !== found);
      return found;
    }
    return undefined;
  };
  const change = (id: ScheduledId, to: Partial<ScheduledText> | undefined) => {
    sending.scheduled = sending.scheduled.flatMap((text) =>
      text.id === id ? (to ? { ...text, ...to } : []) : text,
    );
    touch();
    return ok();
  };
  return {
    schedule({ clientId, threadId, text, time }) {
      const id = `s-${clientId}` as ScheduledId;
      const thread = world.threads.find((each) => each.id === threadId);
      const later: ScheduledText = {
        id,
        threadId,
        text,
        files: [],
        from: world.senders[0]?.number ?? ('' as E164),
        parties: thread?.parties ?? [],
        time,
        state: 'waiting',
        failure: undefined,
      };
      sending.scheduled = [...sending.scheduled, later];
      touch();
      return id;
    },
    answers: {
      'messages.undo': ({ messageId }: { messageId: MessageId }) => {
        const text = taken(messageId);
        touch();
        if (text === undefined) return fail(failure('conflict', 'text.not-waiting'));
        const files = (world.sentFiles?.[String(text.clientId)] ?? []).flatMap(
          (id) => world.stagedFiles?.[id] ?? [],
        );
        return ok({ messageId, threadId: text.threadId, text: text.text, files });
      },
      'messages.send-now': ({ messageId }: { messageId: MessageId }) => {
        const text = taken(messageId);
        if (text === undefined) return fail(failure('conflict', 'text.not-waiting'));
        const sent = { ...text, status: 'sent', waiting: undefined } as const;
        world.messages[text.threadId] = [sent, ...(world.messages[text.threadId] ?? [])];
        touch();
        return ok();
      },
      'messages.get-outbox': () =>
        ok(
          sending.outbox ?? {
            state: 'sending',
            resumesAt: undefined,
            waitingCount: 0,
            heldCount: 0,
          },
        ),
      'scheduled.list': ({ threadId }: { threadId?: ThreadId }) =>
        ok(sending.scheduled.filter((text) => (threadId ?? text.threadId) === text.threadId)),
      'scheduled.count-asking': () =>
        ok(sending.scheduled.filter(({ state }) => state !== 'waiting').length),
      'scheduled.change': (input: { scheduledId: ScheduledId; text?: string; time?: SendTime }) =>
        change(input.scheduledId, {
          ...(input.text !== undefined && { text: input.text }),
          ...(input.time !== undefined && { time: input.time, state: 'waiting' as const }),
        }),
      'scheduled.send-now': ({ scheduledId }: { scheduledId: ScheduledId }) =>
        change(scheduledId, undefined),
      'scheduled.discard': ({ scheduledId }: { scheduledId: ScheduledId }) =>
        change(scheduledId, undefined),
    },
  };
}

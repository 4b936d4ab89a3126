import type { CallRow } from '../../../shared/model/calls.ts';
import type {
  CallFilter,
  HistoryFilter,
  Outline,
  ThreadFilter,
} from '../../../shared/model/history.ts';
import type { CallId, MessageId, ThreadId } from '../../../shared/model/ids.ts';
import type { ThreadView } from '../../../shared/model/messages.ts';
import type { Party } from '../../../shared/model/people.ts';
import { ok } from '../../../shared/result.ts';
import { page, type Answers, type FakeWorld } from './fake-world.ts';
import { minute, opening, partyOf } from './people.ts';

const blockSize = 200;

type Paged = { readonly after?: string; readonly limit?: number };

/** Calls and threads in blocks, narrowed; cursors are places in the list. */
export function historyAnswers(world: FakeWorld, touch: () => void): Answers {
  const calls = (filter: CallFilter | undefined) => {
    if (world.manyCalls) return world.manyCalls;
    const rows = world.calls.filter((call) => isCallWanted(call, filter ?? {}));
    return { total: rows.length, rowAt: (index: number) => rows[index]! };
  };
  const threads = (filter: ThreadFilter = {}) => {
    const rank = ({ isPinned, unreadCount }: ThreadView): number =>
      isPinned ? 0 : filter.unreadFirst === true && unreadCount > 0 ? 1 : 2;
    return world.threads
      .filter((thread) => isThreadWanted(thread, filter))
      .toSorted((one, other) => rank(one) - rank(other));
  };
  return {
    'calls.outline': (input: { filter?: CallFilter }) => ok(outlineOf(calls(input.filter).total)),
    'calls.list': (input: Paged & { filter?: CallFilter }) => {
      const { total, rowAt } = calls(input.filter);
      const from = Number(input.after ?? 0);
      const to = Math.min(total, from + (input.limit ?? 50));
      const items = Array.from({ length: Math.max(0, to - from) }, (_, place) =>
        rowAt(from + place),
      );
      return ok({ items, next: to < total ? String(to) : undefined });
    },
    'calls.get': (input: { callId: CallId }) => {
      const many = world.manyCalls;
      if (many) return ok(many.rowAt(Number(input.callId.slice(2))));
      return ok(world.calls.find(({ id }) => id === input.callId));
    },
    'calls.count-new': () => ok(world.calls.filter(({ isNew }) => isNew).length),
    'calls.mark-seen': () => {
      if (world.calls.some(({ isNew }) => isNew)) {
        world.calls = world.calls.map((call) => ({ ...call, isNew: false }));
        touch();
      }
      return ok();
    },
    'messages.outline': (input: { filter?: ThreadFilter }) =>
      ok(outlineOf(threads(input.filter).length)),
    'messages.list-threads': (input: Paged & { filter?: ThreadFilter }) =>
      ok(page(threads(input.filter), input)),
    'messages.list': (input: Paged & { threadId: ThreadId; order?: string }) => {
      const all = world.messages[input.threadId] ?? [];
      const place = all.findIndex(({ id }) => id === input.after);
      const limit = input.limit ?? 50;
      if (input.order === 'oldest') {
        const until = input.after === undefined ? all.length : place;
        const items = all.slice(Math.max(0, until - limit), until).toReversed();
        return ok({ items, next: until - limit > 0 ? items.at(-1)?.id : undefined });
      }
      const from = input.after === undefined ? 0 : place + 1;
      const items = all.slice(from, from + limit);
      return ok({ items, next: from + limit < all.length ? items.at(-1)?.id : undefined });
    },
    'messages.locate': (input: { messageId: MessageId }) => {
      for (const [threadId, all] of Object.entries(world.messages)) {
        const place = all.findIndex(({ id }) => id === input.messageId);
        if (place >= 0) return ok({ threadId, after: all[place - 21]?.id });
      }
      return ok();
    },
  };
}

/** A history as long as wished, made up row by row, one call every three minutes. */
export function manyCalls(total: number): NonNullable<FakeWorld['manyCalls']> {
  return {
    total,
    rowAt: (index): CallRow => ({
      id: `n-${index}` as CallId,
      direction: index % 2 === 0 ? 'inbound' : 'outbound',
      outcome: index % 5 === 0 ? 'missed' : 'connected',
      party: { ...partyOf(index % 36), name: `Caller ${index}` },
      startedAt: opening - index * 3 * minute,
      durationSeconds: 61,
      failure: undefined,
      isNew: false,
      keyIn: undefined,
      voicemailId: undefined,
      recording: undefined,
      noteOutcome: undefined,
    }),
  };
}

function outlineOf(total: number): Outline {
  const blocks = Array.from({ length: Math.ceil(total / blockSize) }, (_, block) =>
    block === 0 ? undefined : String(block * blockSize),
  );
  return { total, blockSize, blocks };
}

function isCallWanted(call: CallRow, filter: CallFilter): boolean {
  const { direction, outcome } = call;
  const shows = {
    all: true,
    missed: direction === 'inbound' && ['missed', 'voicemail'].includes(outcome),
    inbound: direction === 'inbound',
    outbound: direction === 'outbound',
    failed: ['failed', 'unknown'].includes(outcome),
  };
  return (
    shows[filter.show ?? 'all'] &&
    (!filter.hasVoicemail || call.voicemailId !== undefined) &&
    (!filter.hasRecording || call.recording !== undefined) &&
    isBetween(call.startedAt, filter) &&
    isMeant([call.party], filter.who)
  );
}

function isThreadWanted(thread: ThreadView, filter: ThreadFilter): boolean {
  const last = thread.lastMessage;
  const shows = {
    all: true,
    unread: thread.unreadCount > 0,
    inbound: last?.direction === 'inbound',
    outbound: last?.direction === 'outbound',
    failed: last?.status === 'failed',
    pinned: thread.isPinned,
    muted: thread.isMuted,
    done: thread.isDone,
  };
  const isOpen = !thread.isDone || filter.show === 'done' || filter.who !== undefined;
  return (
    isOpen &&
    shows[filter.show ?? 'all'] &&
    isBetween(last?.createdAt ?? 0, filter) &&
    isMeant(thread.parties, filter.who)
  );
}

function isBetween(at: number, { from = 0, until = Infinity }: HistoryFilter): boolean {
  return at >= from && at < until;
}

function isMeant(parties: readonly Party[], who = ''): boolean {
  const digits = who.replace(/\D/g, '');
  return parties.some(
    ({ name, number }) =>
      name?.toLowerCase().includes(who.toLowerCase()) === true ||
      (digits !== '' && number?.includes(digits) === true),
  );
}

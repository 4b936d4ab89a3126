import { failure } from '../../../shared/failure.ts';
import type { Page } from '../../../shared/model/app.ts';
import type { Outline, ThreadFilter } from '../../../shared/model/history.ts';
import type { E164, MessageId, ThreadId } from '../../../shared/model/ids.ts';
import type { MessageView, ThreadView } from '../../../shared/model/messages.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ReadState } from '../read-state/service.ts';
import { findThreadOf, getThread } from './queries.ts';
import { listMessages, locateMessage, markRead, markUnread } from './reading/queries.ts';
import {
  countUnread,
  listThreads,
  outlineThreads,
  setThread,
  type ThreadChange,
} from './threads/queries.ts';
import { createSending, type Sending, type SendingDeps } from './sending/service.ts';

export type PageRequest = { readonly after?: string | undefined; readonly limit: number };

export type Messages = Sending & {
  listThreads(
    page: PageRequest & { readonly filter?: ThreadFilter | undefined },
  ): Promise<Page<ThreadView>>;
  /** How many threads a filter shows, and where each block of them begins. */
  outline(filter?: ThreadFilter): Promise<Outline>;
  getThread(threadId: ThreadId): Promise<ThreadView | undefined>;
  findThread(to: readonly string[], from: E164 | undefined): Promise<ThreadView | undefined>;
  list(
    threadId: ThreadId,
    page: PageRequest & { readonly order?: 'newest' | 'oldest' },
  ): Promise<Page<MessageView>>;
  /** Where in its thread a text is; undefined when it is not there. */
  locate(
    messageId: MessageId,
  ): Promise<{ readonly threadId: ThreadId; readonly after: string | undefined } | undefined>;
  /** Marks a thread read here at once and on the server when it can be reached. */
  markRead(threadId: ThreadId): Promise<void>;
  /** Marks what came in last unread, as `markRead` marks it read. */
  markUnread(threadId: ThreadId): Promise<Result<void>>;
  /** Pins, mutes or puts away a thread. */
  setThread(change: Omit<ThreadChange, 'at' | 'serverAt'>): Promise<Result<void>>;
  /** Without what is in muted threads. */
  countUnread(): Promise<number>;
};

export type MessagesDeps = SendingDeps & {
  readonly readState: Pick<ReadState, 'now' | 'wake'>;
};

/** What people do with texts; sending itself is the outbox's. */
export function createMessages(deps: MessagesDeps): Messages {
  const { archive, readState, session } = deps;

  const tell = (threadId: ThreadId): void =>
    deps.events.changed({ area: 'threads' }, { area: 'messages', key: threadId });

  return {
    ...createSending(deps),
    listThreads: ({ filter, after, limit }) => archive.read(listThreads, { filter, after, limit }),
    outline: (filter) => archive.read(outlineThreads, { filter }),
    getThread: (threadId) => archive.read(getThread, { threadId }),
    async findThread(typed, from) {
      const country = session.homeCountry();
      const to = typed.map((number) => toE164(number, country));
      if (!to.every((number) => number !== undefined)) return undefined;
      const senders =
        from === undefined ? (await session.listSenders()).map(({ number }) => number) : [from];
      return archive.read(findThreadOf, { senders, to });
    },
    list: (threadId, { after, limit, order = 'newest' }) =>
      archive.read(listMessages, { threadId, after, limit, order }),
    locate: (messageId) => archive.read(locateMessage, { messageId }),
    async markRead(threadId) {
      const toTell = await archive.write(markRead, { threadId, at: readState.now() });
      tell(threadId);
      if (toTell > 0) readState.wake();
    },
    async markUnread(threadId) {
      const isThere = await archive.write(markUnread, { threadId, at: readState.now() });
      if (!isThere) return fail(failure('conflict', 'text.none-came-in'));
      tell(threadId);
      readState.wake();
      return ok();
    },
    async setThread(change) {
      const times = { at: deps.clock.now(), serverAt: readState.now() };
      const toTell = await archive.write(setThread, { ...change, ...times });
      if (toTell === undefined) return fail(failure('not-found', 'not-found'));
      tell(change.threadId);
      if (toTell > 0) readState.wake();
      return ok();
    },
    countUnread: () => archive.read(countUnread, undefined),
  };
}

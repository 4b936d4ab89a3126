import { failure } from '../../../shared/failure.ts';
import type { Page } from '../../../shared/model/app.ts';
import type { Outline, ThreadFilter } from '../../../shared/model/history.ts';
import type {
  ClientId,
  CountryCode,
  E164,
  MessageId,
  ThreadId,
} from '../../../shared/model/ids.ts';
import type { MessageView, SenderChoice, ThreadView } from '../../../shared/model/messages.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock, Log, Random } from '../ports.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import {
  acceptText,
  discardText,
  findThreadOf,
  getThread,
  sendAgain,
  type Recipients,
  type TextChange,
} from './queries.ts';
import { createReadMarks } from './read-marks.ts';
import { listMessages, locateMessage, markRead } from './reading/queries.ts';
import { countUnread, listThreads, outlineThreads } from './threads/queries.ts';
import { checkText, chooseSender, parseRecipients } from './validate.ts';

/** What the user asks to be sent: to a thread that is there, or to numbers as typed. */
export type TextRequest = {
  readonly clientId: ClientId;
  readonly to: { readonly threadId: ThreadId } | { readonly numbers: readonly string[] };
  readonly from?: E164 | undefined;
  readonly text: string;
};

export type PageRequest = { readonly after?: string | undefined; readonly limit: number };

export type Messages = {
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
  /** Accepts a text: it is on disk when this resolves, and will go out once. */
  send(request: TextRequest): Promise<Result<{ messageId: MessageId; threadId: ThreadId }>>;
  sendAgain(messageId: MessageId): Promise<Result<void>>;
  discard(messageId: MessageId): Promise<Result<void>>;
  /** Marks a thread read here at once and on the server when it can be reached. */
  markRead(threadId: ThreadId): Promise<void>;
  countUnread(): Promise<number>;
  /** Tells RingCentral what was read here while it could not be told. */
  resume(): void;
  stop(): void;
};

export type MessagesDeps = {
  readonly archive: Archive;
  readonly api: Pick<RingCentralApi, 'messages'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly session: {
    homeCountry(): CountryCode;
    listSenders(): Promise<readonly SenderChoice[]>;
    requireSignedIn(): Result<void>;
  };
  /** The number the user has chosen to send from, if any (E.164). */
  readonly usualSender: () => string | undefined;
  /** There is something to send. */
  readonly wakeOutbox: () => void;
};

/** What people do with texts; sending itself is the outbox's. */
export function createMessages(deps: MessagesDeps): Messages {
  const { archive, clock, session } = deps;
  const readMarks = createReadMarks({
    ...deps,
    isSignedIn: () => session.requireSignedIn().ok,
  });

  const tell = (threadId: ThreadId): void =>
    deps.events.changed({ area: 'threads' }, { area: 'messages', key: threadId });

  /** Recipients and sender of a request, judged; the thread's own number unless one is named. */
  const address = async (
    request: TextRequest,
  ): Promise<Result<{ readonly to: Recipients; readonly from: E164 }>> => {
    const senders = await session.listSenders();
    const signedIn = session.requireSignedIn();
    if (senders.length === 0 && !signedIn.ok) return signedIn;
    if ('numbers' in request.to) {
      const numbers = parseRecipients(request.to.numbers, session.homeCountry());
      if (!numbers.ok) return numbers;
      const from = chooseSender(senders, request.from, deps.usualSender());
      return from.ok ? ok({ to: { numbers: numbers.value }, from: from.value }) : from;
    }
    const thread = await archive.read(getThread, request.to);
    if (thread === undefined) return fail(failure('not-found', 'not-found'));
    const judged = judgeParties(thread, session.homeCountry());
    if (!judged.ok) return judged;
    const from = chooseSender(senders, request.from ?? thread.ownNumber, undefined);
    return from.ok ? ok({ to: request.to, from: from.value }) : from;
  };

  const change = ({ outcome, threadId }: TextChange): Result<void> => {
    if (threadId !== undefined) tell(threadId);
    switch (outcome) {
      case 'done':
        deps.wakeOutbox();
        return ok();
      case 'not-found':
        return fail(failure('not-found', 'not-found'));
      case 'not-possible':
        return fail(failure('conflict', 'text.not-waiting'));
      case 'looked-up':
        return fail(failure('conflict', 'text.looked-up', { retry: 'auto' }));
    }
  };

  return {
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
    async send(request) {
      const objection = checkText(request.text);
      if (objection !== undefined) return fail(objection);
      const addressed = await address(request);
      if (!addressed.ok) return addressed;
      const { clientId, text } = request;
      const at = clock.now();
      const accepted = await archive.write(acceptText, { clientId, text, at, ...addressed.value });
      if (accepted === undefined) return fail(failure('not-found', 'not-found'));
      const { messageId, threadId, isRepeat } = accepted;
      if (!isRepeat) {
        tell(threadId);
        deps.wakeOutbox();
      }
      return ok({ messageId, threadId });
    },
    async sendAgain(messageId) {
      const clientId = deps.random.uuid() as ClientId;
      return change(await archive.write(sendAgain, { messageId, clientId, at: clock.now() }));
    },
    async discard(messageId) {
      return change(await archive.write(discardText, { messageId, at: clock.now() }));
    },
    async markRead(threadId) {
      const toTell = await archive.write(markRead, { threadId });
      tell(threadId);
      if (toTell > 0) readMarks.wake();
    },
    countUnread: () => archive.read(countUnread, undefined),
    resume: readMarks.wake,
    stop: readMarks.stop,
  };
}

/** Whether everyone in a thread can be sent a text. */
function judgeParties(thread: ThreadView, country: CountryCode): Result<void> {
  for (const { number, extensionNumber } of thread.parties) {
    if (number === undefined) {
      const message =
        extensionNumber === undefined ? 'text.recipient-invalid' : 'text.extension-number';
      return fail(failure('invalid', message, { field: 'to' }));
    }
  }
  const numbers = thread.parties.flatMap(({ number }) => number ?? []);
  const parsed = parseRecipients(numbers, country);
  return parsed.ok ? ok() : parsed;
}

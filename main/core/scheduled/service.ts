import { failure, type Failure } from '../../../shared/failure.ts';
import type { ScheduledText, TextQuestion } from '../../../shared/model/drafts.ts';
import type { CountryCode, EpochMs, ScheduledId, ThreadId } from '../../../shared/model/ids.ts';
import type { SenderChoice } from '../../../shared/model/messages.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { OutgoingFiles } from '../files/service.ts';
import type { Accepted, NewText } from '../messages/sending/rows.ts';
import { goneFailure } from '../messages/sending/gone.ts';
import { checkText, chooseSender } from '../messages/validate.ts';
import type { Clock, Log, Notifier } from '../ports.ts';
import type { JudgedText, TextRules } from '../text-rules/service.ts';
import { createAlarm } from './alarm.ts';
import {
  acceptScheduled,
  changeScheduled,
  countAsking,
  discardScheduled,
  getScheduled,
  holdBack,
  listScheduled,
  releaseScheduled,
  type DueText,
} from './queries.ts';
import type { ChosenTime } from './rows.ts';
import { askingWords } from './words.ts';

/** Texts that wait for their time. */
export type Scheduled = {
  /** Begins to wait for the next one; what missed its time meanwhile asks. */
  start(): Promise<void>;
  /** The computer woke up, someone signed in, or RingCentral is in reach again. */
  resume(): void;
  /** A sync of the message store has been committed: who has answered is known. */
  noteSynced(): void;
  stop(): Promise<void>;
  accept(
    text: NewText,
    more: {
      readonly time: ChosenTime;
      readonly confirmed: readonly TextQuestion[];
      readonly reason: string | undefined;
      readonly decision?: JudgedText['decision'];
    },
  ): Promise<Result<Accepted>>;
  list(threadId: ThreadId | undefined): Promise<readonly ScheduledText[]>;
  change(
    scheduledId: ScheduledId,
    to: { readonly text?: string | undefined; readonly time?: ChosenTime | undefined },
  ): Promise<Result<void>>;
  /**
   * Puts it into the outbox at once. What stands against it is told first; asked again, a question
   * that was told counts as answered with yes.
   */
  sendNow(scheduledId: ScheduledId): Promise<Result<void>>;
  discard(scheduledId: ScheduledId): Promise<Result<void>>;
  countAsking(): Promise<number>;
  /** Says that texts have missed their time. */
  tellMissed(threads: readonly ThreadId[]): void;
};

export type ScheduledDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly notifier: Notifier;
  readonly session: {
    homeCountry(): CountryCode;
    isSignedIn(): boolean;
    listSenders(): Promise<readonly SenderChoice[]>;
  };
  readonly rules: Pick<TextRules, 'judge'>;
  readonly files: Pick<OutgoingFiles, 'tidy'>;
  /** RingCentral cannot be reached: what would go now waits, and asks when it becomes too late. */
  readonly isOffline: () => boolean;
  readonly getClockAheadMs: () => number | undefined;
  readonly wakeOutbox: () => void;
  /** Look soon into the message store for an answer. */
  readonly requestSync: () => void;
};

/** Texts for later: each becomes a text in line once, at its time, or asks. */
export function createScheduled(deps: ScheduledDeps): Scheduled {
  const { archive, clock, events } = deps;
  /** Questions that *send now* has put to the user, by text. */
  const asked = new Map<ScheduledId, readonly TextQuestion[]>();

  const tell = (threadId: ThreadId): void =>
    events.changed({ area: 'scheduled' }, { area: 'threads' }, { area: 'messages', key: threadId });

  const serverNow = (): EpochMs => clock.now() - (deps.getClockAheadMs() ?? 0);

  const notify = (state: 'missed' | 'refused', threads: readonly ThreadId[]): void => {
    const [threadId] = threads;
    if (threadId === undefined) return;
    const to = { screen: 'messages', ...(threads.length === 1 && { threadId }) } as const;
    deps.notifier.show({ ...askingWords(state, threads.length), to });
  };

  /** Whether it may go now, by its number and by the rules. */
  const judge = async (due: DueText, confirmed: readonly TextQuestion[]) => {
    const objection = checkText(due.text, due.fileCount);
    if (objection !== undefined) return fail(objection);
    const from = chooseSender(await deps.session.listSenders(), due.from, undefined);
    if (!from.ok) return from;
    const { to, text, reason } = due;
    return deps.rules.judge({ to, from: due.from, text, confirmed, reason, at: clock.now() });
  };

  const askAbout = async (
    due: DueText,
    state: 'missed' | 'refused',
    reason: Failure | undefined,
  ): Promise<boolean> => {
    const asks = await archive.write(holdBack, { judged: due, state, failure: reason });
    if (asks) tell(due.threadId);
    return asks;
  };

  /** Puts what was judged in line; answers whether it still was as it was judged. */
  const release = async (due: DueText, { text, decision }: JudgedText): Promise<boolean> => {
    const input = { judged: due, text, decision, at: clock.now() };
    if ((await archive.write(releaseScheduled, input)) === undefined) return false;
    asked.delete(due.scheduledId);
    tell(due.threadId);
    events.changed({ area: 'outbox' });
    deps.wakeOutbox();
    return true;
  };

  const alarm = createAlarm({
    ...deps,
    isReachable: () => deps.session.isSignedIn() && !deps.isOffline(),
    async send(due) {
      const judged = await judge(due, due.confirmed);
      if (judged.ok) await release(due, judged.value);
      else if (await askAbout(due, 'refused', judged.failure)) notify('refused', [due.threadId]);
    },
    async miss(due) {
      const missed: ThreadId[] = [];
      for (const text of due) {
        if (await askAbout(text, 'missed', undefined)) missed.push(text.threadId);
      }
      notify('missed', missed);
    },
  });

  const past = (): Result<never> =>
    fail(failure('invalid', 'scheduled.past', { field: 'sendAt', retry: 'user' }));
  const gone = (): Result<never> => fail(failure('not-found', 'scheduled.gone'));

  const changed = (threadId: ThreadId | undefined): Result<void> => {
    if (threadId === undefined) return gone();
    tell(threadId);
    alarm.look();
    return ok();
  };

  return {
    start: alarm.start,
    resume: alarm.look,
    noteSynced: alarm.noteSynced,
    stop: alarm.stop,
    async accept(text, more) {
      if (more.time.at <= clock.now()) return past();
      const createdAt = serverNow();
      const accepted = await archive.write(acceptScheduled, { ...text, ...more, createdAt });
      if ('gone' in accepted) return fail(goneFailure(accepted.gone));
      changed(accepted.threadId);
      return ok(accepted);
    },
    list: (threadId) => archive.read(listScheduled, { threadId }),
    async change(scheduledId, { text, time }) {
      if (time !== undefined && time.at <= clock.now()) return past();
      const known = await archive.read(getScheduled, { scheduledId });
      if (known === undefined) return gone();
      const objection = text === undefined ? undefined : checkText(text, known.fileCount);
      if (objection !== undefined) return fail(objection);
      const input = { scheduledId, text, time, createdAt: serverNow() };
      return changed(await archive.write(changeScheduled, input));
    },
    async sendNow(scheduledId) {
      const due = await archive.read(getScheduled, { scheduledId });
      if (due === undefined) return gone();
      const before = asked.get(scheduledId) ?? questionOf(due.failure);
      const judged = await judge(due, [...due.confirmed, ...before]);
      if (!judged.ok) {
        asked.set(scheduledId, [...before, ...questionOf(judged.failure)]);
        return judged;
      }
      return (await release(due, judged.value)) ? ok() : gone();
    },
    async discard(scheduledId) {
      const input = { scheduledId, at: clock.now() };
      const result = changed(await archive.write(discardScheduled, input));
      if (result.ok) await deps.files.tidy();
      return result;
    },
    countAsking: () => archive.read(countAsking, undefined),
    tellMissed(threads) {
      for (const threadId of threads) tell(threadId);
      notify('missed', threads);
    },
  };
}

/** The question that a refusal put to the user; a yes against an opt-out needs words of its own. */
function questionOf(reason: Failure | undefined): readonly TextQuestion[] {
  switch (reason?.message) {
    case 'number.do-not-call':
      return ['do-not-call'];
    case 'text.quiet-hours':
      return ['quiet-hours'];
    default:
      return [];
  }
}

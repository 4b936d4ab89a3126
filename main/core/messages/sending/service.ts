import { assertNever, failure } from '../../../../shared/failure.ts';
import type { TakenBack, TextQuestion } from '../../../../shared/model/drafts.ts';
import type {
  ClientId,
  CountryCode,
  E164,
  EpochMs,
  FileId,
  MessageId,
  ThreadId,
} from '../../../../shared/model/ids.ts';
import type { SenderChoice, ThreadView } from '../../../../shared/model/messages.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { OutgoingFiles } from '../../files/service.ts';
import type { Asker } from '../../local-api/asker.ts';
import type { Clock, Random } from '../../ports.ts';
import type { ChosenTime } from '../../scheduled/rows.ts';
import type { Scheduled } from '../../scheduled/service.ts';
import type { TextRules } from '../../text-rules/service.ts';
import { findThreadOf, getThread } from '../queries.ts';
import { goneFailure } from './gone.ts';
import { checkText, chooseSender, parseRecipients } from '../validate.ts';
import {
  acceptText,
  discardText,
  getAccepted,
  getTextToRepeat,
  releaseText,
  sendAgain,
  undoText,
  type TextChange,
} from './queries.ts';
import type { Accepted, NewText, Recipients } from './rows.ts';

/** What the user has said yes to, and why. */
export type TextAnswers = {
  readonly confirmed?: readonly TextQuestion[];
  readonly reason?: string | undefined;
};

/** What the user asks to be sent: to a thread that is there, or to numbers as typed. */
export type TextRequest = TextAnswers & {
  readonly clientId: ClientId;
  readonly to: { readonly threadId: ThreadId } | { readonly numbers: readonly string[] };
  readonly from?: E164 | undefined;
  readonly text: string;
  /** Staged with `attachments.add`. */
  readonly files?: readonly FileId[];
  readonly sendAt?: ChosenTime | undefined;
  /** Of a program that asked for it. */
  readonly asker?: Asker | undefined;
};

export type Sending = {
  /**
   * Accepts a text: it is on disk when this resolves, and will go out once, after its hold or, with
   * `sendAt`, when its time has come.
   */
  send(request: TextRequest): Promise<Result<Omit<Accepted, 'isRepeat'>>>;
  /** Takes a text back that nothing of has left; fails with `text.not-waiting`. */
  undo(messageId: MessageId): Promise<Result<TakenBack>>;
  /** Ends the hold of a text. */
  sendNow(messageId: MessageId): Promise<Result<void>>;
  /** Sends a text that did not go once more, judged and held like a new one. */
  sendAgain(messageId: MessageId, answers?: TextAnswers): Promise<Result<void>>;
  discard(messageId: MessageId): Promise<Result<void>>;
};

export type SendingDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: Pick<Events, 'changed'>;
  readonly session: {
    homeCountry(): CountryCode;
    listSenders(): Promise<readonly SenderChoice[]>;
    requireSignedIn(): Result<void>;
  };
  readonly files: Pick<OutgoingFiles, 'findObstacle' | 'tidy'>;
  readonly rules: Pick<TextRules, 'judge'>;
  readonly scheduled: Pick<Scheduled, 'accept'>;
  /** The number the user has chosen to send from, if any (E.164). */
  readonly usualSender: () => string | undefined;
  /** How long a text can be taken back, in milliseconds. */
  readonly holdMs: () => number;
  /** There is something to send, or, once a hold ends, will be. */
  readonly wakeOutbox: (heldUntil?: EpochMs) => void;
};

/** A request whose recipients and sender have been judged. */
type Addressed = {
  readonly to: Recipients;
  readonly numbers: readonly E164[];
  readonly from: E164;
};

/** The way of a text into the outbox, or among those that wait for their time, and out again. */
export function createSending(deps: SendingDeps): Sending {
  const { archive, clock, session } = deps;

  const tell = (threadId: ThreadId): void =>
    deps.events.changed(
      { area: 'threads' },
      { area: 'messages', key: threadId },
      { area: 'outbox' },
    );

  /** Recipients and sender of a request, judged; unless one is named, the number that wrote last. */
  const address = async (request: TextRequest): Promise<Result<Addressed>> => {
    const senders = await session.listSenders();
    const signedIn = session.requireSignedIn();
    if (senders.length === 0 && !signedIn.ok) return signedIn;
    const { to } = request;
    const thread = 'threadId' in to ? await archive.read(getThread, to) : undefined;
    if ('threadId' in to && thread === undefined) return fail(failure('not-found', 'not-found'));
    const country = session.homeCountry();
    const numbers =
      'numbers' in to ? parseRecipients(to.numbers, country) : partiesOf(thread, country);
    if (!numbers.ok) return numbers;
    const before =
      thread ??
      (await archive.read(findThreadOf, {
        senders: senders.map(({ number }) => number),
        to: numbers.value,
      }));
    const wanted = request.from ?? before?.ownNumber;
    const from = chooseSender(senders, wanted, deps.usualSender());
    if (!from.ok) return from;
    const recipients = 'threadId' in to ? to : { numbers: numbers.value };
    return ok({ to: recipients, numbers: numbers.value, from: from.value });
  };

  /** Until when a text that is accepted now can be taken back; undefined: it leaves at once. */
  const holdUntil = (now: EpochMs): EpochMs | undefined => {
    const holdMs = deps.holdMs();
    return holdMs > 0 ? now + holdMs : undefined;
  };

  /** Asks the rules, and writes the text down as what it is to be. */
  const accept = async (request: TextRequest, { to, numbers, from }: Addressed) => {
    const { clientId, sendAt, files = [], confirmed = [], reason } = request;
    const now = clock.now();
    const said = { text: request.text, confirmed, reason };
    const at = sendAt?.at ?? now;
    const judged = await deps.rules.judge({ to: numbers, from, ...said, at });
    if (!judged.ok) return judged;
    const text: NewText = { clientId, to, from, text: judged.value.text, files, at: now };
    const typed = request.text;
    const { decision } = judged.value;
    if (sendAt !== undefined) {
      // What is added to a first text is added when it goes: by then it may be none.
      const more = { time: sendAt, confirmed, reason, decision };
      return deps.scheduled.accept({ ...text, text: typed }, more);
    }
    const heldUntil = holdUntil(now);
    const accepted = await archive.write(acceptText, {
      ...text,
      typed,
      heldUntil,
      decision,
      asker: request.asker,
    });
    if ('gone' in accepted) return fail(goneFailure(accepted.gone));
    if (!accepted.isRepeat) {
      tell(accepted.threadId);
      deps.wakeOutbox(heldUntil);
    }
    return ok(accepted);
  };

  const change = ({ outcome, threadId }: TextChange, heldUntil?: EpochMs): Result<void> => {
    if (threadId !== undefined) tell(threadId);
    switch (outcome) {
      case 'done':
        deps.wakeOutbox(heldUntil);
        return ok();
      case 'not-found':
        return fail(failure('not-found', 'not-found'));
      case 'not-possible':
        return fail(failure('conflict', 'text.not-waiting'));
      case 'looked-up':
        return fail(failure('conflict', 'text.looked-up', { retry: 'auto' }));
      default:
        return assertNever(outcome);
    }
  };

  return {
    async send(request) {
      // What was accepted is not judged again: it may have gone, whatever stands against it by now.
      const before = await archive.read(getAccepted, { clientId: request.clientId });
      if (before !== undefined) return ok(toAnswer(before));
      const objection = checkText(request.text, request.files?.length);
      if (objection !== undefined) return fail(objection);
      const addressed = await address(request);
      if (!addressed.ok) return addressed;
      const files = request.files ?? [];
      const obstacle = await deps.files.findObstacle(files, addressed.value.from);
      if (obstacle !== undefined) return fail(obstacle);
      const accepted: Result<Accepted> = await accept(request, addressed.value);
      return accepted.ok ? ok(toAnswer(accepted.value)) : accepted;
    },
    async undo(messageId) {
      const taken = await archive.write(undoText, { messageId, at: clock.now() });
      const changed = change(taken);
      if (!changed.ok) return changed;
      deps.events.changed({ area: 'drafts' });
      return taken.takenBack === undefined
        ? fail(failure('not-found', 'not-found'))
        : ok(taken.takenBack);
    },
    async sendNow(messageId) {
      return change(await archive.write(releaseText, { messageId, at: clock.now() }));
    },
    async sendAgain(messageId, { confirmed = [], reason } = {}) {
      const text = await archive.read(getTextToRepeat, { messageId });
      if ('outcome' in text) return change(text);
      const at = clock.now();
      const judged = await deps.rules.judge({ ...text, confirmed, reason, at });
      if (!judged.ok) return judged;
      const clientId = deps.random.uuid() as ClientId;
      const heldUntil = holdUntil(at);
      const input = { messageId, clientId, ...judged.value, heldUntil, at };
      return change(await archive.write(sendAgain, input), heldUntil);
    },
    async discard(messageId) {
      const discarded = await archive.write(discardText, { messageId, at: clock.now() });
      if (discarded.outcome === 'done') await deps.files.tidy();
      return change(discarded);
    },
  };
}

function toAnswer({ messageId, scheduledId, threadId }: Accepted): Omit<Accepted, 'isRepeat'> {
  return { messageId, scheduledId, threadId };
}

/** The numbers of everyone in a thread, when each can be sent a text. */
function partiesOf(thread: ThreadView | undefined, country: CountryCode): Result<readonly E164[]> {
  const parties = thread?.parties ?? [];
  for (const { number, extensionNumber } of parties) {
    if (number !== undefined) continue;
    const message =
      extensionNumber === undefined ? 'text.recipient-invalid' : 'text.extension-number';
    return fail(failure('invalid', message, { field: 'to' }));
  }
  return parseRecipients(
    parties.flatMap(({ number }) => number ?? []),
    country,
  );
}

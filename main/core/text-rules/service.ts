import { failure, type Failure } from '../../../shared/failure.ts';
import { clockTimeIn } from '../../../shared/local-time.ts';
import type { Settings } from '../../../shared/model/app.ts';
import type {
  OptOut,
  TextDecision,
  TextOutlook,
  TextQuestion,
} from '../../../shared/model/drafts.ts';
import type { CountryCode, E164, EpochMs, ThreadId } from '../../../shared/model/ids.ts';
import type { SenderChoice } from '../../../shared/model/messages.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { toLocalTime } from '../calls/outlook/local-time.ts';
import type { Archive } from '../db/define-query.ts';
import { checkText, chooseSender, parseRecipients } from '../messages/validate.ts';
import type { Places } from '../numbers/places/service.ts';
import type { Clock } from '../ports.ts';
import { withSentence } from './first-text.ts';
import { findCaution } from './landline.ts';
import { readAddressees, readLastSender, readThreadPeople, type Addressee } from './queries.ts';
import { isAnswered, listTextQuestions, toTextQuestionFailure } from './questions.ts';
import { commonDayBegin, findQuiet, type Quiet, type Somewhere } from './quiet.ts';

/** Whom a text would be for: a thread that is there, or numbers as typed. */
export type TextTo = { readonly threadId: ThreadId } | { readonly numbers: readonly string[] };

/** A text that is to be accepted. */
export type TextToJudge = {
  readonly to: readonly E164[];
  readonly from: E164;
  readonly text: string;
  /** What the user has said yes to. */
  readonly confirmed: readonly TextQuestion[];
  readonly reason: string | undefined;
  /** When it is to go out. */
  readonly at: EpochMs;
};

/** A text that may go: with the sentence of a first one, and what the user decided on the way. */
export type JudgedText = {
  readonly text: string;
  /** Undefined where nothing had to be asked. */
  readonly decision: TextDecision | undefined;
};

export type TextRules = {
  /** All there is to know about a text to someone; asks RingCentral nothing, never fails. */
  outlook(to: TextTo, from: E164 | undefined): Promise<TextOutlook>;
  /** The same, as what a text obeys: refused with the first question that has no yes yet. */
  judge(text: TextToJudge): Promise<Result<JudgedText>>;
};

export type TextRulesDeps = {
  readonly archive: Pick<Archive, 'read'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly session: {
    homeCountry(): CountryCode;
    listSenders(): Promise<readonly SenderChoice[]>;
  };
  readonly places: Pick<Places, 'of'>;
  readonly settings: () => Pick<Settings, 'askQuietTexts' | 'firstTextSentence' | 'smsFrom'>;
};

type Assessment = {
  readonly addressees: readonly Addressee[];
  readonly people: readonly Somewhere[];
  readonly quiet: Quiet | undefined;
  readonly asksQuiet: boolean;
  readonly questions: readonly TextQuestion[];
  readonly firstTextSentence: string | undefined;
};

/** Builds what a composer shows before a text, and what every text has to pass. */
export function createTextRules(deps: TextRulesDeps): TextRules {
  const { archive, clock, session, settings } = deps;

  /** The one place where it is decided what has to be asked. */
  const assess = async (
    from: E164 | undefined,
    numbers: readonly E164[],
    at: EpochMs,
  ): Promise<Assessment> => {
    const [addressees, areas] = await Promise.all([
      archive.read(readAddressees, { from, numbers }),
      Promise.all(numbers.map((number) => deps.places.of(number))),
    ]);
    const people = addressees.map(({ party, zone }, index) => ({
      party,
      localTime: toLocalTime(zone, areas[index]?.zones ?? [], at),
    }));
    const quiet = findQuiet(people, at);
    const asksQuiet = settings().askQuietTexts;
    const sentence = settings().firstTextSentence;
    const isFirst = addressees.some(({ hasHadText }) => !hasHadText);
    return {
      addressees,
      people,
      quiet,
      asksQuiet,
      questions: listTextQuestions({ addressees, quiet, asksQuiet }),
      firstTextSentence: from !== undefined && isFirst ? sentence : undefined,
    };
  };

  /** The numbers a text would be for, and why it could never go there. */
  const address = async (to: TextTo): Promise<Result<Addressed>> => {
    if ('numbers' in to) {
      const numbers = parseRecipients(to.numbers, session.homeCountry());
      return numbers.ok ? ok({ numbers: numbers.value, ownNumber: undefined }) : numbers;
    }
    const thread = await archive.read(readThreadPeople, to);
    if (thread === undefined) return fail(failure('not-found', 'not-found'));
    const { ownNumber, people } = thread;
    const refusal = people.map(refusePerson).find((each) => each !== undefined);
    if (refusal !== undefined) return fail(refusal);
    const numbers = parseRecipients(
      people.flatMap(({ number }) => number ?? []),
      session.homeCountry(),
    );
    return numbers.ok ? ok({ numbers: numbers.value, ownNumber }) : numbers;
  };

  const usedNumber = async (
    { ownNumber, numbers }: Addressed,
    senders: readonly SenderChoice[],
  ): Promise<E164 | undefined> =>
    ownNumber ??
    archive.read(readLastSender, { senders: senders.map(({ number }) => number), to: numbers });

  return {
    async outlook(to, wanted) {
      const [addressed, senders] = await Promise.all([address(to), session.listSenders()]);
      const ownNumber = addressed.ok ? await usedNumber(addressed.value, senders) : undefined;
      const sender = chooseSender(senders, wanted ?? ownNumber, settings().smsFrom);
      const from = sender.ok ? sender.value : (wanted ?? ownNumber);
      if (!addressed.ok) {
        // Nobody has been named yet: that is no refusal.
        const isOpen = addressed.failure.message === 'text.no-recipient';
        return { ...nothingKnown, from, refusal: isOpen ? undefined : addressed.failure };
      }
      const now = clock.now();
      const known = await assess(from, addressed.value.numbers, now);
      return {
        from,
        to: addressed.value.numbers,
        refusal: sender.ok ? undefined : sender.failure,
        caution: known.addressees
          .map(({ number, wasLandline }) => findCaution(number, wasLandline))
          .find((caution) => caution !== undefined),
        optOuts: known.addressees.flatMap((addressee) => toOptOut(addressee, from)),
        doNotCall: known.addressees.flatMap(({ isDoNotCall, party }) =>
          isDoNotCall ? [party] : [],
        ),
        quiet: known.quiet && {
          ...known.quiet,
          dayBeginsAt: commonDayBegin(zonesOf(known.quiet, known.people), now),
        },
        questions: known.questions,
        firstTextSentence: known.firstTextSentence,
      };
    },

    async judge({ to, from, text, confirmed, reason, at }) {
      const known = await assess(from, to, at);
      const open = known.questions.find((each) => !isAnswered(each, { confirmed, reason }));
      if (open !== undefined) return fail(toTextQuestionFailure(open, known));
      const whole = withSentence(text, known.firstTextSentence);
      const objection = whole === text ? undefined : checkText(whole);
      if (objection !== undefined) return fail(objection);
      const now = clock.now();
      // One that waits for its time may do so because it is quiet there now.
      const isLater = at > now && known.quiet === undefined && known.asksQuiet;
      const quietNow = isLater ? (await assess(from, to, now)).quiet : undefined;
      return ok({ text: whole, decision: toDecision(known, quietNow, reason, now) });
    },
  };
}

type Addressed = { readonly numbers: readonly E164[]; readonly ownNumber: E164 | undefined };

const nothingKnown: TextOutlook = {
  from: undefined,
  to: [],
  refusal: undefined,
  caution: undefined,
  optOuts: [],
  doNotCall: [],
  quiet: undefined,
  questions: [],
  firstTextSentence: undefined,
};

function toDecision(
  { questions, quiet, asksQuiet }: Assessment,
  quietNow: Quiet | undefined,
  given: string | undefined,
  now: EpochMs,
): TextDecision | undefined {
  if (questions.length === 0 && quietNow === undefined) return undefined;
  const where = asksQuiet ? (quiet ?? quietNow)?.localTime.zone : undefined;
  return {
    questions,
    reason: given?.trim() || undefined,
    ...(quietNow && { isPutOff: true }),
    ...(where !== undefined && { zone: where, clockTime: clockTimeIn(where, now) }),
  };
}

/** Of a short code, an extension, or nobody: what writes so cannot be answered. */
function refusePerson(person: {
  readonly number: E164 | undefined;
  readonly extensionNumber: string | undefined;
}): Failure | undefined {
  if (person.number !== undefined) return undefined;
  const isExtension = person.extensionNumber !== undefined;
  const message = isExtension ? 'text.extension-number' : 'text.recipient-invalid';
  return failure('invalid', message, { field: 'to' });
}

function toOptOut({ number, party, optOut }: Addressee, from: E164 | undefined): readonly OptOut[] {
  if (optOut === undefined || from === undefined) return [];
  return [{ number, party, ownNumber: from, ...optOut }];
}

/** The zones a text goes to, the one where the hour suits least first. */
function zonesOf(quiet: Quiet, people: readonly Somewhere[]): readonly [string, ...string[]] {
  const first = quiet.localTime.zone;
  const all = people.flatMap(({ localTime }) => localTime?.zone ?? []);
  return [first, ...new Set(all.filter((zone) => zone !== first))];
}

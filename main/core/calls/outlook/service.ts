import type { Failure } from '../../../../shared/failure.ts';
import { clockTimeIn } from '../../../../shared/local-time.ts';
import type {
  CallDecision,
  CallOutlook,
  CallQuestion,
  LocalTime,
} from '../../../../shared/model/calls.ts';
import type { CountryCode, E164 } from '../../../../shared/model/ids.ts';
import type { Party } from '../../../../shared/model/people.ts';
import type { DialTarget } from '../../../../shared/phone/types.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Places } from '../../numbers/places/service.ts';
import { nowhere } from '../../numbers/places/place.ts';
import type { Clock } from '../../ports.ts';
import type { CallerIds } from '../caller-ids/service.ts';
import { guardDial } from '../guard.ts';
import { toLocalTime } from './local-time.ts';
import { readCallee } from './queries.ts';
import { listQuestions, toQuestionFailure } from './questions.ts';

export type JudgeRequest = {
  readonly number: string;
  /** What the user has said yes to. */
  readonly confirmed?: readonly CallQuestion[] | undefined;
  readonly reason?: string | undefined;
};

/** A number that may be called now: whose it is, and what the user decided on the way. */
export type JudgedTarget = DialTarget & {
  readonly party: Party;
  /** Missing where nothing had to be asked. */
  readonly decision?: CallDecision;
};

export type Outlooks = {
  /** All there is to know about calling what was typed; asks RingCentral nothing, never fails. */
  of(typed: string): Promise<CallOutlook>;
  /** The same, as what a call obeys: refused with the first question that has no yes yet. */
  judge(request: JudgeRequest): Promise<Result<JudgedTarget>>;
};

export type OutlooksDeps = {
  readonly archive: Pick<Archive, 'read'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly session: { homeCountry(): CountryCode };
  readonly places: Pick<Places, 'of'>;
  readonly callerIds: Pick<CallerIds, 'choose'>;
  /** Why RingCentral would not take a call now. */
  readonly foresee: () => Failure | undefined;
  /** Whether a phone is being rung for a call to another number. */
  readonly isPlacingOther: (number: E164) => boolean;
};

/** What is known of a number that may be called once its questions are answered. */
type Assessment = {
  readonly target: DialTarget;
  readonly party: Party;
  readonly place: string | undefined;
  readonly localTime: LocalTime | undefined;
  readonly questions: readonly CallQuestion[];
};

/** Builds what the windows show before a call, and what every call has to pass. */
export function createOutlooks(deps: OutlooksDeps): Outlooks {
  const { archive, clock, session } = deps;

  /** The one place where it is decided what has to be asked. */
  const assess = async (typed: string): Promise<Result<Assessment>> => {
    const guarded = guardDial(typed, session.homeCountry());
    if (!guarded.ok) return guarded;
    const target = guarded.value;
    const { number } = target;
    const isE164 = number.startsWith('+');
    const [callee, area] = await Promise.all([
      archive.read(readCallee, { number }),
      isE164 ? deps.places.of(number) : nowhere,
    ]);
    const { party, isDoNotCall } = callee;
    const localTime = toLocalTime(callee.zone, area.zones, clock.now());
    const questions = listQuestions({
      number,
      isColleague: !isE164 && party.contactId !== undefined,
      isDoNotCall,
      localTime,
      isPlacing: deps.isPlacingOther(number),
    });
    return ok({ target, party, place: area.place, localTime, questions });
  };

  return {
    async of(typed) {
      const assessed = await assess(typed);
      if (!assessed.ok) return toRefused(typed, assessed.failure);
      const { target, ...known } = assessed.value;
      return {
        typed,
        number: target.number,
        keyIn: target.keyIn,
        ...known,
        refusal: undefined,
        obstacle: deps.foresee(),
        callerId: await deps.callerIds.choose(target, known.party),
      };
    },
    async judge({ number: typed, confirmed = [], reason }) {
      const assessed = await assess(typed);
      if (!assessed.ok) return assessed;
      const { target, party, questions, localTime } = assessed.value;
      const open = questions.find((question) => !confirmed.includes(question));
      if (open !== undefined) return fail(toQuestionFailure(open, typed));
      if (questions.length === 0) return ok({ ...target, party });
      const local = localTime && {
        zone: localTime.zone,
        clockTime: clockTimeIn(localTime.zone, clock.now()),
      };
      const decision = { questions, reason: reason || undefined, ...local };
      return ok({ ...target, party, decision });
    },
  };
}

function toRefused(typed: string, refusal: Failure): CallOutlook {
  return {
    typed,
    number: undefined,
    keyIn: undefined,
    party: {
      contactId: undefined,
      name: undefined,
      company: undefined,
      number: undefined,
      extensionNumber: undefined,
    },
    place: undefined,
    localTime: undefined,
    questions: [],
    refusal,
    obstacle: undefined,
    callerId: { number: undefined, because: 'default' },
  };
}

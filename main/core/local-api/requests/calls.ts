import { failure, type Failure } from '../../../../shared/failure.ts';
import type { CallerIdChoice, CallOutlook } from '../../../../shared/model/calls.ts';
import type { CountryCode, E164 } from '../../../../shared/model/ids.ts';
import { toE164 } from '../../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { judgeCallerId } from '../../calls/choices.ts';
import { createFirstWords } from '../../calls/first-word.ts';
import { toQuestionFailure } from '../../calls/outlook/questions.ts';
import type { Outlooks } from '../../calls/outlook/service.ts';
import type { Calls } from '../../calls/service.ts';
import type { Cards } from '../../cards/service.ts';
import { toRowId } from '../../db/row-id.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { Clock, Random } from '../../ports.ts';
import type { CallRecordRow } from '../history/rows.ts';
import { createLimit } from '../programs/limit.ts';
import { progressOf, type CallProgress } from './call-state.ts';
import { createLedger, type Requester } from './ledger.ts';
import { forgetRequest, getCallRequest, noteCard, shareRow } from './queries.ts';

/** How long a program waits for RingCentral's first word; then it is told to ask again. */
const firstWordMs = 10_000;
/** Nobody answers more cards than these, and nobody makes more calls. */
const callLimit = { most: 10, withinMs: 60_000 };

export type CallingProgram = Requester & { readonly callsAtOnce: boolean };

export type CallWish = {
  readonly to: string;
  readonly callerId: string | undefined;
  readonly key: string | undefined;
};

/** How a call that was asked for stands. */
export type CallSession = CallProgress & {
  readonly sessionId: string;
  readonly call: CallRecordRow | undefined;
};

/** What became of a wish. */
export type CallAnswer =
  | { readonly is: 'session'; readonly session: CallSession }
  /** It was to ring at once, and has to be asked about first: a card does. */
  | { readonly is: 'asked'; readonly sessionId: string; readonly why: Failure }
  | { readonly is: 'refused'; readonly why: Failure }
  | { readonly is: 'too-many'; readonly waitMs: number };

export type ApiCalls = {
  /** Shows the card of a call or, for a program that may, places it; no guard is passed. */
  place(program: CallingProgram, wish: CallWish): Promise<CallAnswer>;
  /** Undefined when it is no call of this program's. */
  get(program: Requester, sessionId: string): Promise<CallSession | undefined>;
  stop(): void;
};

export type ApiCallsDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: Pick<Events, 'on'>;
  readonly outlooks: Pick<Outlooks, 'of'>;
  readonly calls: Pick<Calls, 'dial' | 'listActive'>;
  readonly cards: Pick<Cards, 'ask' | 'isAsked'>;
  readonly session: {
    homeCountry(): CountryCode;
    requireSignedIn(): Result<void>;
    listCallerIds(): Promise<readonly CallerIdChoice[]>;
  };
};

/** A wish that has been judged and written down. */
type Judged = {
  readonly program: CallingProgram;
  readonly requestId: string;
  readonly outlook: CallOutlook;
  readonly number: string;
  readonly callerId: E164 | undefined;
};

/** Calls that programs ask for: the same guards, cards and questions as for everybody. */
export function createApiCalls(deps: ApiCallsDeps): ApiCalls {
  const { archive, calls, cards, clock, session } = deps;
  const ledger = createLedger(deps);
  const limit = createLimit(callLimit);
  const firstWords = createFirstWords(deps);

  const sessionOf = async (
    { id: programId }: Requester,
    sessionId: string,
  ): Promise<CallSession | undefined> => {
    const found = await archive.read(getCallRequest, { id: sessionId, programId });
    if (found === undefined) return undefined;
    const { call } = found;
    if (call === undefined) {
      const isWaiting = cards.isAsked(sessionId);
      const status = isWaiting ? 'waiting' : 'not_called';
      return { sessionId, status, failure: undefined, call };
    }
    const active = calls.listActive().find(({ id }) => toRowId(id) === call.id);
    return { sessionId, ...progressOf(call, active), call };
  };

  const answerSession = async (program: Requester, id: string): Promise<CallAnswer> => {
    const found = await sessionOf(program, id);
    return found === undefined
      ? { is: 'refused', why: failure('not-found', 'api.session-gone') }
      : { is: 'session', session: found };
  };

  const refuse = async (judged: Judged, why: Failure): Promise<CallAnswer> => {
    const { program, requestId: id, number } = judged;
    await ledger.drop(program, { id, kind: 'call', number }, why);
    return { is: 'refused', why };
  };

  /** Answers the request that the card stands for: an earlier one, when it asked for the same. */
  const putCard = async (judged: Judged): Promise<string | undefined> => {
    const { program, requestId, number, callerId } = judged;
    const asked = { requestId, program: program.name, programId: program.id, callerId };
    const sessionId = await cards.ask(number, asked);
    if (sessionId === undefined) return undefined;
    await archive.write(noteCard, { program: program.name, number, at: clock.now() });
    // Asked for again under its key, it finds that card, or makes one.
    if (sessionId !== requestId) await archive.write(forgetRequest, { id: requestId });
    return sessionId;
  };

  const showCard = async (judged: Judged, question?: Failure): Promise<CallAnswer> => {
    const sessionId = await putCard(judged);
    if (sessionId === undefined) return refuse(judged, failure('auth', 'session.signed-out'));
    return question === undefined
      ? answerSession(judged.program, sessionId)
      : { is: 'asked', sessionId, why: question };
  };

  const dial = async (judged: Judged): Promise<CallAnswer> => {
    const { program, requestId, outlook, number, callerId } = judged;
    const [question] = outlook.questions;
    if (question !== undefined) return showCard(judged, toQuestionFailure(question, number));
    const asker = { requestId, program: program.name };
    const placed = await calls.dial({ number, callerId, asker });
    // Another call may have begun since: then it is asked about as well.
    if (!placed.ok && placed.failure.message === 'call.already-placing') {
      return showCard(judged, placed.failure);
    }
    if (!placed.ok) return refuse(judged, placed.failure);
    const { callId } = placed.value;
    await archive.write(shareRow, { id: requestId, rowId: toRowId(callId) ?? 0 });
    await firstWords.of(callId, firstWordMs);
    return answerSession(program, requestId);
  };

  const judge = async ({ to, callerId: typed }: CallWish) => {
    const outlook = await deps.outlooks.of(to);
    if (outlook.refusal !== undefined) return fail(outlook.refusal);
    // A form from which exactly this is read again, whatever the program wrote around it.
    const { number = to, keyIn } = outlook;
    const callerId = await judgeShown(typed);
    if (!callerId.ok) return callerId;
    const dialled = keyIn === undefined ? number : `${number},${keyIn}`;
    return ok({ outlook, number: dialled, callerId: callerId.value });
  };

  const judgeShown = async (typed: string | undefined): Promise<Result<E164 | undefined>> => {
    if (typed === undefined) return ok(undefined);
    const wanted = toE164(typed, session.homeCountry());
    const refused = failure('invalid', 'call.caller-id-refused', { field: 'callerId' });
    return wanted === undefined
      ? fail(refused)
      : judgeCallerId(await session.listCallerIds(), wanted);
  };

  return {
    async place(program, wish) {
      const signedIn = session.requireSignedIn();
      if (!signedIn.ok) return { is: 'refused', why: signedIn.failure };
      const { key, to, callerId } = wish;
      const begun = await ledger.begin(program, { kind: 'call', key, asked: [to, callerId] });
      if (!begun.ok) return { is: 'refused', why: begun.failure };
      const { id: requestId, isRepeat } = begun.value;
      if (isRepeat) return answerSession(program, requestId);
      const drop = (why: Failure) => ledger.drop(program, { id: requestId, kind: 'call' }, why);
      const waitMs = limit.admit(program.id, clock.now());
      if (waitMs !== undefined) {
        await drop(failure('rate-limited', 'api.too-many'));
        return { is: 'too-many', waitMs };
      }
      const judged = await judge(wish);
      if (!judged.ok) {
        await drop(judged.failure);
        return { is: 'refused', why: judged.failure };
      }
      const ready = { program, requestId, ...judged.value };
      return program.callsAtOnce ? dial(ready) : showCard(ready);
    },
    get: sessionOf,
    stop: firstWords.stop,
  };
}

import { failure, type Failure } from '../../../shared/failure.ts';
import type {
  ActiveCall,
  CallAction,
  CallerIdChoice,
  CallOutcome,
  CallRow,
  DeviceCall,
  PhoneChoice,
} from '../../../shared/model/calls.ts';
import type { Page } from '../../../shared/model/app.ts';
import type { Capability } from '../../../shared/model/session.ts';
import type { CallFilter, Outline } from '../../../shared/model/history.ts';
import type { CallId, CardId, CountryCode, E164, EpochMs } from '../../../shared/model/ids.ts';
import { parseShort, toE164 } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import { toRowId } from '../db/row-id.ts';
import type { Events } from '../events.ts';
import type { Clock, Log, Opener, Random } from '../ports.ts';
import type { AskedCall } from '../local-api/asker.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import { canCancel, isPlacing, isRunning, toActiveCall } from './active-calls.ts';
import { createCallTracker } from './call-tracker.ts';
import type { CallerIds } from './caller-ids/service.ts';
import { choosePhone, judgeCallerId } from './choices.ts';
import { guardDial } from './guard.ts';
import {
  countNewCalls,
  getCall,
  listCalls,
  markCallsSeen,
  outlineCalls,
} from './history/queries.ts';
import type { LiveCalls } from './live/live-call.ts';
import { findObstacle } from './outlook/obstacle.ts';
import { toQuestionFailure } from './outlook/questions.ts';
import type { JudgedTarget, Outlooks } from './outlook/service.ts';
import type { DialRequest } from './dial-request.ts';
import { beginCall, recordRefusal, recoverCalls } from './queries.ts';

/** A second request for the same number within this time is the same press of a key. */
const sameDialMs = 2_000;

export type Calls = {
  /** Takes up what an earlier run left: calls caught in the middle have an unknown outcome. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Places a call; resolves when the attempt is on disk, before RingCentral is asked. */
  dial(request: DialRequest): Promise<Result<{ readonly callId: CallId }>>;
  cancel(callId: CallId): Promise<Result<void>>;
  /** Call Control: fails where the permission is missing or the call is past it. */
  control(callId: CallId, action: CallAction): Promise<Result<void>>;
  dismiss(callId: CallId): Result<void>;
  listActive(): readonly ActiveCall[];
  /** Whether a phone is being rung for a call to another number than this one of a moment ago. */
  isPlacingOther(number: E164): boolean;
  list(page: {
    readonly filter?: CallFilter | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  }): Promise<Page<CallRow>>;
  /** How many calls a filter shows, and where each block of them begins. */
  outline(filter?: CallFilter): Promise<Outline>;
  get(callId: CallId): Promise<CallRow | undefined>;
  countNew(): Promise<number>;
  /** The missed calls have been looked at: none is new any more. */
  markSeen(): Promise<void>;
  /** Hands a number to another phone of the user's; an emergency number is refused here too. */
  callWithDevice(number: string): Promise<Result<DeviceCall>>;
};

export type CallsDeps = {
  readonly archive: Archive;
  readonly client: Pick<RingCentralClient, 'api' | 'push' | 'getPausedGroups' | 'getConnection'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly opener: Opener;
  readonly session: {
    homeCountry(): CountryCode;
    listPhones(): Promise<readonly PhoneChoice[]>;
    listCallerIds(): Promise<readonly CallerIdChoice[]>;
    /** Fails with why no call can be placed: nobody is signed in, a permission is missing. */
    requireCanCall(): Result<void>;
  };
  /** Whether calls can be hung up, held and muted from here. */
  readonly canControl: () => Capability;
  readonly live: Pick<LiveCalls, 'onChange'>;
  readonly callerIds: Pick<CallerIds, 'choose' | 'remember'>;
  readonly outlooks: Pick<Outlooks, 'judge'>;
  /** The card it was placed from follows the call. */
  readonly followPlaced: (cardId: CardId, callId: CallId) => void;
  /** What a program asked for on a card. */
  readonly askedOf: (cardId: CardId) => AskedCall | undefined;
  /** The phone the user has chosen to be rung first, if any. */
  readonly usualPhone: () => string | undefined;
  /** A call is over: its record will be in the call log soon. */
  readonly expectCallLog: () => void;
};

type Dialing = {
  readonly number: E164;
  readonly at: EpochMs;
  readonly answer: Promise<Result<{ readonly callId: CallId }>>;
};

/** RingOut calls: guarded, written down, placed once, and followed until they end. */
export function createCalls(deps: CallsDeps): Calls {
  const { archive, clock, session } = deps;
  const tracker = createCallTracker(deps);
  let dialing: Dialing | undefined;
  let beginning = 0;

  const noteRefusal = async (typed: string, { code, retry }: Failure): Promise<void> => {
    if (typed.trim() === '') return;
    const number = toE164(typed, session.homeCountry()) ?? parseShort(typed)?.number;
    // What the user can lift was asked, not refused: it is no event in anybody's history.
    const kind = retry === 'user' ? 'call-asked' : 'call-refused';
    await archive.write(recordRefusal, { kind, typed, number, code, at: clock.now() });
  };

  /** A held Enter key, a double click or two links ask several times for one call. */
  const findSame = (number: E164): Dialing | undefined =>
    dialing?.number === number && clock.now() - dialing.at < sameDialMs ? dialing : undefined;

  const isPlacingOther = (number: E164): boolean =>
    findSame(number) === undefined && (beginning > 0 || tracker.list().some(isPlacing));

  const begin = async (
    request: DialRequest,
    target: JudgedTarget,
  ): Promise<Result<{ readonly callId: CallId }>> => {
    const phone = choosePhone(await session.listPhones(), request.phoneId, deps.usualPhone());
    if (!phone.ok) return phone;
    const asked = request.cardId && deps.askedOf(request.cardId);
    const callerId = await chooseCallerId(request.callerId ?? asked?.callerId, target);
    if (!callerId.ok) return callerId;
    const callId = await tracker.place({
      ...target,
      typed: request.number,
      name: request.name,
      phone: phone.value,
      callerId: callerId.value,
      asker: request.asker ?? asked,
    });
    // What a program wants for a call is no choice of the user's for the next one.
    if (request.callerId !== undefined && request.asker === undefined) {
      remember(target, request.callerId);
    }
    return ok({ callId });
  };

  /** What to send: nothing for the default, which RingCentral takes by itself. */
  const chooseCallerId = async (
    wanted: E164 | undefined,
    target: JudgedTarget,
  ): Promise<Result<E164 | undefined>> => {
    if (wanted !== undefined) return judgeCallerId(await session.listCallerIds(), wanted);
    const { number, because } = await deps.callerIds.choose(target, target.party);
    return ok(because === 'default' ? undefined : number);
  };

  const remember = (target: JudgedTarget, callerId: E164): void => {
    deps.callerIds
      .remember(target, target.party, callerId)
      .catch((error: unknown) => deps.log.error('a caller ID could not be remembered', error));
  };

  /** From here to the first line nothing waits: two of these cannot both find the way free. */
  const place = async (
    request: DialRequest,
    target: JudgedTarget,
  ): Promise<Result<{ readonly callId: CallId }>> => {
    beginning += 1;
    const answer = begin(request, target).finally(() => {
      beginning -= 1;
    });
    const mine: Dialing = { number: target.number, at: clock.now(), answer };
    dialing = mine;
    const result = await answer;
    if (!result.ok && dialing === mine) dialing = undefined;
    return result;
  };

  /** One call, however often and in whatever form its number is asked for in a moment. */
  const dialOnce = async (request: DialRequest): Promise<Result<{ readonly callId: CallId }>> => {
    const { number: typed, confirmed = [] } = request;
    const parsed = guardDial(typed, session.homeCountry());
    const asked = parsed.ok ? findSame(parsed.value.number) : undefined;
    if (asked !== undefined) return asked.answer;
    // Nobody is asked about a call that cannot be placed anyway.
    const obstacle = parsed.ok ? findObstacle(deps) : undefined;
    if (obstacle !== undefined) return fail(obstacle);
    const judged = await deps.outlooks.judge(request);
    if (!judged.ok) {
      await noteRefusal(typed, judged.failure);
      return judged;
    }
    // While it was judged, the same may have been asked again, or a call to someone else begun.
    const { number } = judged.value;
    const same = findSame(number);
    if (same !== undefined) return same.answer;
    if (isPlacingOther(number) && !confirmed.includes('already-placing')) {
      return fail(toQuestionFailure('already-placing', typed));
    }
    return place(request, judged.value);
  };

  return {
    async start() {
      const count = await archive.write(recoverCalls, { now: clock.now() });
      if (count === 0) return;
      deps.log.warn('calls were running when Sidetone stopped', { count });
      deps.expectCallLog();
    },
    stop: () => tracker.stop(),
    async dial(request) {
      const result = await dialOnce(request);
      const { cardId } = request;
      if (result.ok && cardId !== undefined) deps.followPlaced(cardId, result.value.callId);
      return result;
    },
    async cancel(callId) {
      const call = tracker.get(toRowId(callId));
      if (call === undefined) return fail(failure('not-found', 'call.gone'));
      if (call.isCancelWanted) return ok();
      if (!canCancel(call)) return fail(failure('conflict', 'call.cannot-cancel'));
      return tracker.cancel(call.rowId);
    },
    dismiss(callId) {
      const call = tracker.get(toRowId(callId));
      if (call === undefined) return ok();
      if (isRunning(call)) return fail(failure('conflict', 'call.already-placing'));
      tracker.forget(call.rowId);
      return ok();
    },
    isPlacingOther,
    async control(callId, action) {
      const can = deps.canControl();
      const call = tracker.get(toRowId(callId));
      if (call === undefined) return fail(failure('not-found', 'call.gone'));
      return can.can ? tracker.control(call.rowId, action) : fail(can.failure);
    },
    listActive: () => tracker.list().map((call) => toActiveCall(call, deps.canControl().can)),
    list: ({ filter, after, limit }) => archive.read(listCalls, { filter, after, limit }),
    outline: (filter) => archive.read(outlineCalls, { filter }),
    get: (callId) => archive.read(getCall, { callId }),
    countNew: () => archive.read(countNewCalls, undefined),
    async markSeen() {
      // Asked whenever the list is shown: mostly there is nothing to write.
      if ((await archive.read(countNewCalls, undefined)) === 0) return;
      await archive.write(markCallsSeen, undefined);
      deps.events.changed({ area: 'calls' });
    },
    async callWithDevice(typed) {
      // Whoever dials on a phone of their own sees the number there, and needs no question from us.
      const target = guardDial(typed, session.homeCountry());
      if (!target.ok) {
        await noteRefusal(typed, target.failure);
        return target;
      }
      const { number, keyIn } = target.value;
      const isE164 = number.startsWith('+');
      const isOpened = await deps.opener.openTel(number);
      const outcome: CallOutcome = 'handed-over';
      await archive.write(beginCall, {
        localId: deps.random.uuid(),
        outcome,
        typed,
        number: isE164 ? number : undefined,
        shortNumber: isE164 ? undefined : number,
        keyIn,
        phone: undefined,
        callerId: undefined,
        at: clock.now(),
      });
      deps.events.changed({ area: 'calls' });
      return ok(
        isOpened ? { outcome: 'opened', keyIn } : { outcome: 'show-number', number, keyIn },
      );
    },
  };
}

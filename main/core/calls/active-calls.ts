import type { Failure } from '../../../shared/failure.ts';
import type {
  ActiveCall,
  CallAction,
  CallState,
  LegState,
  PhoneChoice,
} from '../../../shared/model/calls.ts';
import type { CallId, E164, EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { toId } from '../db/row-id.ts';
import { isEnded, isUp, noLegs, type Leg, type Legs } from './live/legs.ts';

/** A call of the bar, from the attempt until it is dismissed. */
export type RunningCall = {
  readonly rowId: number;
  readonly party: Party;
  readonly typed: string;
  readonly keyIn: string | undefined;
  readonly phone: Pick<PhoneChoice, 'label' | 'number'>;
  readonly to: E164;
  readonly callerId: E164 | undefined;
  readonly startedAt: EpochMs;
  readonly ringOutId: string | undefined;
  /** The telephony sessions that are this call, as far as push or presence told. */
  readonly legs: Legs;
  readonly state: CallState;
  readonly yourLeg: LegState;
  readonly theirLeg: LegState;
  readonly connectedAt: EpochMs | undefined;
  readonly endedAt: EpochMs | undefined;
  readonly failure: Failure | undefined;
  /** The user pressed *Cancel* and RingCentral has not answered, or has no id to cancel yet. */
  readonly isCancelWanted: boolean;
};

/** A call that has been written down and not yet been asked for. */
export function toRunningCall(
  row: Pick<RunningCall, 'rowId' | 'party' | 'startedAt'>,
  placement: Pick<RunningCall, 'typed' | 'keyIn' | 'phone' | 'to' | 'callerId'>,
): RunningCall {
  return {
    ...row,
    ...placement,
    ringOutId: undefined,
    legs: noLegs,
    state: 'requesting',
    yourLeg: 'waiting',
    theirLeg: 'waiting',
    connectedAt: undefined,
    endedAt: undefined,
    failure: undefined,
    isCancelWanted: false,
  };
}

/** Whether RingCentral may still be carrying this call. */
export function isRunning({ state }: Pick<RunningCall, 'state'>): boolean {
  return (
    state === 'requesting' ||
    state === 'ringing-you' ||
    state === 'ringing-them' ||
    state === 'connected'
  );
}

/** Whether a phone is being rung for this call, so that a second one must wait. */
export function isPlacing(call: Pick<RunningCall, 'state'>): boolean {
  return isRunning(call) && call.state !== 'connected';
}

/**
 * RingCentral drops a RingOut only while the user's own phone rings (its guide to RingOut); before
 * its id is known the wish is kept.
 */
export function canCancel(call: RunningCall): boolean {
  return isBeforeAnswer(call) && !call.isCancelWanted;
}

function isBeforeAnswer({ state }: RunningCall): boolean {
  return state === 'requesting' || state === 'ringing-you';
}

/** The session that Call Control acts on: the one to the other side once that is up, else the phone's. */
export function legInHand({ legs }: RunningCall): Leg | undefined {
  const alive = [legs.other, legs.own].filter((leg) => leg !== undefined && !isEnded(leg));
  return alive.find(isUp) ?? alive[0];
}

const isOnHold = ({ legs }: RunningCall): boolean =>
  [legs.own, legs.other].some((leg) => leg?.status === 'on-hold');
const isMuted = ({ legs }: RunningCall): boolean =>
  [legs.own, legs.other].some((leg) => leg?.isMuted === true);

/** What Call Control can do now: while the own phone rings *Cancel* does it without. */
export function listActions(call: RunningCall, canControl: boolean): readonly CallAction[] {
  const leg = legInHand(call);
  if (!canControl || leg === undefined || !isRunning(call) || isBeforeAnswer(call)) return [];
  // Hold and mute name the party, which presence does not always tell.
  const isNamed = leg.partyId !== undefined;
  if (call.state !== 'connected' || !isUp(leg) || !isNamed) return ['hang-up'];
  return ['hang-up', isOnHold(call) ? 'resume' : 'hold', isMuted(call) ? 'unmute' : 'mute'];
}

/** A call in the form the bar shows. */
export function toActiveCall(call: RunningCall, canControl: boolean): ActiveCall {
  return {
    id: toId<CallId>(call.rowId),
    state: call.state,
    party: call.party,
    typed: call.typed,
    keyIn: call.keyIn,
    phone: { label: call.phone.label, number: call.phone.number },
    yourLeg: call.yourLeg,
    theirLeg: call.theirLeg,
    startedAt: call.startedAt,
    connectedAt: call.connectedAt,
    endedAt: call.endedAt,
    canCancel: canCancel(call),
    isCancelling: call.isCancelWanted && isBeforeAnswer(call),
    actions: listActions(call, canControl),
    isOnHold: isRunning(call) && isOnHold(call),
    isMuted: isRunning(call) && isMuted(call),
    callerId: call.callerId,
    failure: call.failure,
  };
}

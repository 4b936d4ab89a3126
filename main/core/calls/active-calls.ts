import type { Failure } from '../../../shared/failure.ts';
import type { ActiveCall, CallState, PhoneChoice } from '../../../shared/model/calls.ts';
import type { CallId, E164, EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { toId } from '../db/row-id.ts';
import type { RingOutReading } from './ring-out.ts';

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
  readonly state: CallState;
  readonly yourLeg: ActiveCall['yourLeg'];
  readonly theirLeg: ActiveCall['theirLeg'];
  readonly connectedAt: EpochMs | undefined;
  readonly endedAt: EpochMs | undefined;
  readonly failure: Failure | undefined;
  /** The user pressed *Cancel* before RingCentral had answered with an id to cancel. */
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
 * RingCentral drops a RingOut only while the user's own phone rings (FACTS 2.3); before its id is
 * known the wish is kept.
 */
export function canCancel({ state, isCancelWanted }: RunningCall): boolean {
  return (state === 'requesting' || state === 'ringing-you') && !isCancelWanted;
}

/** The call after a status: times are taken from the first status that says so. */
export function applyReading(
  call: RunningCall,
  reading: RingOutReading,
  now: EpochMs,
): RunningCall {
  const isConnected = reading.state === 'connected' || reading.outcome === 'connected';
  return {
    ...call,
    state: reading.state,
    yourLeg: reading.yourLeg,
    theirLeg: reading.theirLeg,
    connectedAt: call.connectedAt ?? (isConnected ? now : undefined),
    endedAt: reading.outcome === undefined ? undefined : now,
    failure: reading.failure,
  };
}

/** A call in the form the bar shows. */
export function toActiveCall(call: RunningCall): ActiveCall {
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
    failure: call.failure,
  };
}

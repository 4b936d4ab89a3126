import { assertNever, failure } from '../../../shared/failure.ts';
import type { CallAction } from '../../../shared/model/calls.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import type { Outcome } from '../ringcentral/outcome.ts';
import { isRunning, legInHand, listActions, type RunningCall } from './active-calls.ts';
import type { CallBoard } from './call-board.ts';
import { withLeg, type Leg } from './live/legs.ts';
import { cancelledEnding, connectedEnding, type Ending } from './ring-out.ts';

export type CallControlDeps = {
  readonly telephony: RingCentralApi['telephony'];
  readonly board: Pick<CallBoard, 'get' | 'put'>;
  readonly end: (call: RunningCall, ending: Ending) => void;
  /** Asks for the call's status now. */
  readonly confirm: (rowId: number) => void;
};

type ActOnLeg = (leg: Leg & { readonly partyId: string }) => Promise<Outcome<void>>;

/**
 * Hangs up, holds and mutes by Call Control. Nothing is shown as done before RingCentral has said
 * so; a call that is past it answers `call.not-controllable`.
 */
export function createCallControl(
  deps: CallControlDeps,
): (rowId: number, action: CallAction) => Promise<Result<void>> {
  const { telephony, board } = deps;

  const actOn = (leg: Leg, act: ActOnLeg): Promise<Outcome<void>> => {
    const { partyId } = leg;
    return partyId === undefined ? Promise.resolve(pastIt) : act({ ...leg, partyId });
  };

  const ask = (leg: Leg, action: CallAction): Promise<Outcome<void>> => {
    switch (action) {
      case 'hang-up':
        return telephony.hangUp(leg.telephonySessionId);
      case 'hold':
      case 'resume':
        return actOn(leg, (named) => telephony.setHold(named, action === 'hold'));
      case 'mute':
      case 'unmute':
        return actOn(leg, (named) => telephony.setMuted(named, action === 'mute'));
      default:
        return assertNever(action);
    }
  };

  /** What the answer says has become so; push tells the same, sooner or later. */
  const takeAnswer = (call: RunningCall, leg: Leg, action: CallAction): void => {
    switch (action) {
      case 'hang-up':
        return deps.end(call, call.connectedAt === undefined ? cancelledEnding : connectedEnding);
      case 'hold':
        return void board.put(withLeg(call, leg, { status: 'on-hold' }));
      case 'resume':
        return void board.put(withLeg(call, leg, { status: 'answered' }));
      case 'mute':
      case 'unmute':
        return void board.put(withLeg(call, leg, { isMuted: action === 'mute' }));
      default:
        return assertNever(action);
    }
  };

  return async (rowId, action) => {
    const before = board.get(rowId);
    if (before === undefined) return fail(failure('not-found', 'call.gone'));
    const leg = legInHand(before);
    if (leg === undefined || !listActions(before, true).includes(action))
      return fail(pastIt.failure);
    const outcome = await ask(leg, action);
    const call = board.get(rowId);
    if (outcome.kind === 'ok') {
      if (call !== undefined && isRunning(call)) takeAnswer(call, leg, action);
      return ok();
    }
    if (outcome.kind === 'refused') deps.confirm(rowId);
    return fail(toRefusal(outcome));
  };
}

const pastIt = {
  kind: 'refused',
  status: 409,
  failure: failure('conflict', 'call.not-controllable', { retry: 'never' }),
} as const;

/** RingCentral's reason where the user can do something about it; else that the call is past it. */
function toRefusal(
  outcome: Exclude<Outcome<void>, { readonly kind: 'ok' }>,
): typeof outcome.failure {
  const reason = outcome.failure;
  if (outcome.kind !== 'refused') return reason;
  const isTelling = reason.message.startsWith('permission.') || reason.kind === 'rate-limited';
  return isTelling ? reason : { ...pastIt.failure, code: reason.code };
}

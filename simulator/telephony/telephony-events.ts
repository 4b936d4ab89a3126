import type { Party } from '../state/types.ts';
import type { World } from '../world.ts';
import { iso } from '../world.ts';
import { otherPartyIds } from './call-parties.ts';
import type { LiveCall } from './live-calls.ts';

/** Tells `telephony/sessions` subscribers the state of a leg; ids are texts in events. */
export function publishTelephony(world: World, call: LiveCall): void {
  const { record } = call;
  call.sequence += 1;
  const missed = call.phase === 'Disconnected' && record.result === 'Missed';
  world.hub.publish(world, 'telephony/sessions', (query) => {
    if (query.get('missedCall') === 'true' && !missed) return undefined;
    const direction = query.get('direction');
    if (direction !== null && direction !== record.direction) return undefined;
    const statusCode = query.get('statusCode');
    if (statusCode !== null && statusCode !== call.phase) return undefined;
    return sessionBody(world, call, missed);
  });
}

function sessionBody(world: World, call: LiveCall, missedCall: boolean): object {
  const { record } = call;
  const { accountId, extensionId } = world.state.profile;
  return {
    sequence: call.sequence,
    sessionId: record.sessionId,
    telephonySessionId: record.telephonySessionId,
    serverId: 'simulator',
    eventTime: iso(world.clock.now()),
    accountId: String(accountId),
    extensionId: String(extensionId),
    origin: { type: call.origin },
    parties: partiesJson(world, call, missedCall),
  };
}

/** Each of the user's phones is a party; the others stop ringing when one is answered. */
function partiesJson(world: World, call: LiveCall, missedCall: boolean): readonly object[] {
  const own = { ...ownPartyJson(world, call), missedCall };
  const isRinging = call.phase === 'Setup' || call.phase === 'Proceeding';
  const other = isRinging ? own : { ...own, status: { code: 'Disconnected', rcc: false } };
  const others = otherPartyIds(call).map((id) => Object.assign({}, other, { id }));
  return [own, ...others];
}

/** The user's side of a call, in events and in Call Control; ids are texts there. */
export function ownPartyJson(world: World, call: LiveCall): object {
  const { record } = call;
  const { accountId, extensionId } = world.state.profile;
  const reason = reasonOf(call);
  return {
    accountId: String(accountId),
    extensionId: String(extensionId),
    id: record.partyId,
    direction: record.direction,
    from: partyInfoJson(record.from),
    to: partyInfoJson(record.to),
    status: { code: call.phase, ...(reason === undefined ? {} : { reason }), rcc: false },
    standAlone: call.phase === 'Hold',
    muted: call.muted,
    ...(call.origin === 'RingOut' ? { ringOutRole: 'Initiator' } : {}),
    ...queueJson(call),
  };
}

function queueJson({ queue, record }: LiveCall): object {
  if (queue === undefined) return {};
  const caller = record.from.name ?? record.from.phoneNumber ?? '';
  return {
    queueCall: true,
    uiCallInfo: {
      primary: { type: 'QueueName', value: queue },
      additional: { type: 'CallerIdName', value: caller },
    },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  Missed: 'NoAnswer',
  'No Answer': 'NoAnswer',
  Busy: 'TargetBusy',
  Rejected: 'Rejected',
  'Wrong Number': 'InvalidNumber',
  'Hang Up': 'Cancelled',
  'International Disabled': 'InternationalDisabled',
  Blocked: 'DestinationBlocked',
  'No Calling Credit': 'NotEnoughFunds',
  'Internal Error': 'InternalError',
  'Call Failed': 'CallDropped',
  Voicemail: 'Voicemail',
  Accepted: 'CallFinished',
  'Call connected': 'CallFinished',
};

function reasonOf({ phase, record }: LiveCall): string | undefined {
  return phase === 'Disconnected' ? REASONS[record.result ?? ''] : undefined;
}

export function partyInfoJson({ phoneNumber, name, extensionId }: Party): object {
  return {
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
    ...(name === undefined ? {} : { name }),
    ...(extensionId === undefined ? {} : { extensionId }),
  };
}

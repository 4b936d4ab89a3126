import type { Party } from '../state/types.ts';
import type { World } from '../world.ts';
import { iso } from '../world.ts';
import type { LiveCall } from './live-calls.ts';

/** Tells `telephony/sessions` subscribers the state of a leg; ids are texts in events. */
export function publishTelephony(world: World, call: LiveCall): void {
  const { record } = call;
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
    sequence: world.state.counters.presence,
    sessionId: record.sessionId,
    telephonySessionId: record.telephonySessionId,
    serverId: 'simulator',
    eventTime: iso(world.clock.now()),
    accountId: String(accountId),
    extensionId: String(extensionId),
    origin: { type: call.origin },
    parties: [
      {
        accountId: String(accountId),
        extensionId: String(extensionId),
        id: record.partyId,
        direction: record.direction,
        from: toEventParty(record.from),
        to: toEventParty(record.to),
        status: { code: call.phase, ...(missedCall ? { reason: 'Unanswered' } : {}) },
        missedCall,
        standAlone: false,
        muted: false,
      },
    ],
  };
}

function toEventParty({ phoneNumber, name, extensionId }: Party): object {
  return {
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
    ...(name === undefined ? {} : { name }),
    ...(extensionId === undefined ? {} : { extensionId }),
  };
}

import { jsonObject, objectField } from '../http/body.ts';
import { conflict, invalidValue, resourceNotFound } from '../http/errors.ts';
import type { Answer } from '../http/message.ts';
import { noContent, ok } from '../http/message.ts';
import type { Call, Handler } from '../http/routes.ts';
import type { World } from '../world.ts';
import { iso } from '../world.ts';
import type { LiveCall, Phase } from './live-calls.ts';
import { setMuted, setPhase } from './live-calls.ts';
import { ownPartyJson, partyInfoJson } from './telephony-events.ts';

/** GET telephony/sessions/{id}: a call that rings or talks; 404 once it is over. */
export const getSession: Handler = (world, call) => {
  const live = requireSession(world, call);
  return ok({
    id: live.record.telephonySessionId,
    sessionId: live.record.sessionId,
    creationTime: iso(live.record.startedAt),
    origin: { type: live.origin },
    parties: [ownPartyJson(world, live), otherPartyJson(live)],
  });
};

/** DELETE telephony/sessions/{id} hangs up; a RingOut ends with both its legs. */
export const deleteSession: Handler = (world, call) => {
  requireSession(world, call).hangUp();
  return noContent;
};

export const getParty: Handler = (world, call) => {
  const live = requireSession(world, call);
  const id = call.params['partyId'];
  if (id === otherPartyId(live)) return ok(otherPartyJson(live));
  return ok(ownPartyJson(world, requireParty(live, id)));
};

export const postHold: Handler = (world, call) => movePhase(world, call, 'Answered', 'Hold');
export const postUnhold: Handler = (world, call) => movePhase(world, call, 'Hold', 'Answered');

function movePhase(world: World, call: Call, from: Phase, to: Phase): Answer {
  const live = requireParty(requireSession(world, call), call.params['partyId']);
  if (live.phase !== from) throw conflict(`The party is ${live.phase}, not ${from}`);
  setPhase(world, live, to);
  return ok(ownPartyJson(world, live));
}

/** PATCH …/parties/{id} `{party: {muted}}`: only while the call is answered. */
export const patchParty: Handler = (world, call) => {
  const live = requireParty(requireSession(world, call), call.params['partyId']);
  const { muted } = objectField(jsonObject(call.request), 'party');
  if (typeof muted !== 'boolean') throw invalidValue('party.muted');
  if (live.answeredAt === undefined) throw conflict('The party is not answered yet');
  setMuted(world, live, muted);
  return ok(ownPartyJson(world, live));
};

function requireSession(world: World, { params }: Call): LiveCall {
  const id = params['telephonySessionId'];
  const live = world.liveCalls.find(({ record }) => record.telephonySessionId === id);
  if (!live) throw resourceNotFound('telephonySessionId');
  return live;
}

/** Only the user's own party can be controlled. */
function requireParty(live: LiveCall, id: string | undefined): LiveCall {
  if (live.record.partyId !== id) throw resourceNotFound('partyId');
  return live;
}

function otherPartyId({ record }: LiveCall): string {
  return record.partyId.replace(/1$/, '2');
}

function otherPartyJson(live: LiveCall): object {
  const { record } = live;
  return {
    id: otherPartyId(live),
    direction: record.direction === 'Inbound' ? 'Outbound' : 'Inbound',
    from: partyInfoJson(record.from),
    to: partyInfoJson(record.to),
    status: { code: live.phase === 'Hold' ? 'Answered' : live.phase, rcc: false },
    standAlone: false,
    muted: false,
    ...(live.origin === 'RingOut' ? { ringOutRole: 'Target' } : {}),
  };
}

import { z } from 'zod';
import { presenceStatuses, type PresenceStatus } from '../../../shared/model/presence.ts';
import type { LiveCallStatus, ServerLiveCall, ServerParty, ServerPresence } from './records.ts';
import { instant, optionalText, serverId } from './schemas.ts';

/** No user has as many calls or phones; a longer list is none. */
const mostCalls = 200;

/** Presence's words for a call; one that is over is listed for a moment. */
const presenceStates: ReadonlyMap<string, LiveCallStatus> = new Map([
  ['Ringing', 'ringing'],
  ['CallConnected', 'answered'],
  ['OnHold', 'on-hold'],
  ['ParkedCall', 'on-hold'],
  ['NoCall', 'ended'],
]);

/** Call Control's words for a party (SPEC CallStatusInfo). */
const partyStates: ReadonlyMap<string, LiveCallStatus> = new Map([
  ['Setup', 'ringing'],
  ['Proceeding', 'ringing'],
  ['Answered', 'answered'],
  ['Hold', 'on-hold'],
  ['Parked', 'on-hold'],
  ['VoiceMail', 'voicemail'],
  ['VoiceMailScreening', 'voicemail'],
  ['FaxReceive', 'voicemail'],
  ['Tds', 'voicemail'],
  ['Disconnected', 'ended'],
  ['Gone', 'ended'],
]);

const direction = z.enum(['Inbound', 'Outbound']);
const flag = z.boolean().optional().catch(undefined);
const optionalInstant = instant.optional().catch(undefined);
const stateOf = (states: ReadonlyMap<string, LiveCallStatus>) =>
  z.string().transform((word, context) => {
    const status = states.get(word);
    if (status !== undefined) return status;
    context.addIssue({ code: 'custom', message: 'not a state' });
    return z.NEVER;
  });

const callInfo = z.looseObject({ type: z.string(), value: z.string() }).optional().catch(undefined);
/** What a phone would show: of a queue its name. */
const namedInfo = z
  .looseObject({ primary: callInfo, additional: callInfo })
  .optional()
  .catch(undefined);
const activeCall = z.looseObject({
  telephonySessionId: z.string().min(1).max(200),
  sessionId: serverId.optional().catch(undefined),
  partyId: optionalText,
  direction,
  from: optionalText,
  fromName: optionalText,
  to: optionalText,
  toName: optionalText,
  telephonyStatus: stateOf(presenceStates),
  queueCall: flag,
  callInfo: namedInfo,
  startTime: optionalInstant,
});
const presenceBody = z.looseObject({ activeCalls: z.array(activeCall).max(mostCalls) });

const partyInfo = z
  .looseObject({ phoneNumber: optionalText, name: optionalText })
  .optional()
  .catch(undefined);
const party = z.looseObject({
  id: serverId.optional().catch(undefined),
  extensionId: serverId.optional().catch(undefined),
  direction,
  from: partyInfo,
  to: partyInfo,
  status: z.looseObject({ code: stateOf(partyStates), reason: optionalText }),
  muted: flag,
  missedCall: flag,
  queueCall: flag,
  ringOutRole: optionalText,
  uiCallInfo: namedInfo,
});
const sessionBody = z.looseObject({
  telephonySessionId: z.string().min(1).max(200),
  sessionId: serverId.optional().catch(undefined),
  extensionId: serverId.optional().catch(undefined),
  eventTime: optionalInstant,
  origin: z.looseObject({ type: z.string() }).optional().catch(undefined),
  parties: z.array(party).min(1).max(mostCalls),
});
type Session = z.infer<typeof sessionBody>;

/**
 * The calls in progress that presence tells of, with `detailedTelephonyState=true`; undefined when it
 * tells of none in a way that can be read: then nothing can be said of any.
 */
export function readActiveCalls(body: unknown): readonly ServerLiveCall[] | undefined {
  const parsed = presenceBody.safeParse(body);
  return parsed.success ? parsed.data.activeCalls.map(fromPresence) : undefined;
}

/** As `readActiveCalls`, for an answer: throws ZodError, and takes a missing list for an empty one. */
export function readPresence(answer: unknown): readonly ServerLiveCall[] {
  const { activeCalls } = presenceBody
    .extend({ activeCalls: z.array(activeCall).max(mostCalls).default([]) })
    .parse(answer);
  return activeCalls.map(fromPresence);
}

/** Presence's words for what the user has chosen (SPEC PresenceInfoResponse). */
const userStatuses: Readonly<Record<PresenceStatus, string>> = {
  available: 'Available',
  busy: 'Busy',
  invisible: 'Offline',
};

export function toUserStatus(status: PresenceStatus): string {
  return userStatuses[status];
}

const chosenBody = z.looseObject({ dndStatus: optionalText, userStatus: optionalText });

/** What the user has chosen, each undefined where presence does not tell, or does not know. */
export function readChosenPresence(body: unknown): ServerPresence {
  const { data } = chosenBody.safeParse(body);
  const dnd = data?.dndStatus;
  return {
    status: presenceStatuses.find((status) => userStatuses[status] === data?.userStatus),
    isDnd: dnd === undefined || dnd === 'Unknown' ? undefined : dnd === 'DoNotAcceptAnyCalls',
  };
}

/** The user's own parties of the session an event tells of; undefined when it cannot be read. */
export function readOwnParties(body: unknown): readonly ServerLiveCall[] | undefined {
  const parsed = sessionBody.safeParse(body);
  return parsed.success ? fromSession(parsed.data) : undefined;
}

function fromPresence(call: z.infer<typeof activeCall>): ServerLiveCall {
  return {
    telephonySessionId: call.telephonySessionId,
    sessionId: call.sessionId,
    partyId: call.partyId,
    direction: call.direction,
    from: toParty({ phoneNumber: call.from, name: call.fromName }),
    to: toParty({ phoneNumber: call.to, name: call.toName }),
    status: call.telephonyStatus,
    reason: undefined,
    isMissed: false,
    isMuted: undefined,
    isRingOut: false,
    queue: call.queueCall === true ? { name: queueNameIn(call.callInfo) } : undefined,
    startedAt: call.startTime,
  };
}

/** An event of the extension's names its parties; where it names none, all of them are the user's. */
function fromSession(session: Session): readonly ServerLiveCall[] {
  const { telephonySessionId, extensionId, parties } = session;
  const named = parties.filter((one) => one.extensionId === extensionId);
  const own = extensionId !== undefined && named.length > 0 ? named : parties;
  return own.map((one) => ({
    telephonySessionId,
    sessionId: session.sessionId,
    partyId: one.id,
    direction: one.direction,
    from: toParty(one.from),
    to: toParty(one.to),
    status: one.status.code,
    reason: one.status.reason,
    isMissed: one.missedCall === true,
    isMuted: one.muted,
    isRingOut: session.origin?.type === 'RingOut' || one.ringOutRole !== undefined,
    queue: one.queueCall === true ? { name: queueNameIn(one.uiCallInfo) } : undefined,
    startedAt: session.eventTime,
  }));
}

function queueNameIn(info: z.infer<typeof namedInfo>): string | undefined {
  return [info?.primary, info?.additional].find((one) => one?.type === 'QueueName')?.value;
}

/** E.164 is a number, a few digits are an extension; `anonymous` and the like are neither. */
function toParty(
  said: { readonly phoneNumber?: string | undefined; readonly name?: string | undefined } = {},
): ServerParty {
  const { phoneNumber = '', name } = said;
  return {
    phoneNumber:
      /^\+\d{3,15}$/.test(phoneNumber) || /^\d{7,15}$/.test(phoneNumber) ? phoneNumber : undefined,
    extensionNumber: /^\d{1,6}$/.test(phoneNumber) ? phoneNumber : undefined,
    name: name === '' ? undefined : name,
  };
}

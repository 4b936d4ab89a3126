import { jsonObject } from '../http/body.ts';
import { invalidValue } from '../http/errors.ts';
import { ok } from '../http/message.ts';
import { flagOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import type { PresenceSettings } from '../state/types.ts';
import { otherPartyIds } from '../telephony/call-parties.ts';
import type { LiveCall } from '../telephony/live-calls.ts';
import type { World } from '../world.ts';
import { extensionUri, iso } from '../world.ts';

const USER_STATUSES = ['Offline', 'Busy', 'Available'] as const;
const DND_STATUSES = [
  'TakeAllCalls',
  'DoNotAcceptDepartmentCalls',
  'TakeDepartmentCallsOnly',
  'DoNotAcceptAnyCalls',
] as const;

export const getPresence: Handler = (world, { request }) =>
  ok(presenceJson(world, flagOf(request.query, 'detailedTelephonyState', false)));

export const putPresence: Handler = (world, { request }) => {
  const body = jsonObject(request);
  const { presence } = world.state;
  const choose = <T extends string>(name: string, allowed: readonly T[], current: T): T => {
    const value = body[name];
    if (value === undefined) return current;
    const known = allowed.find((choice) => choice === value);
    if (known === undefined) throw invalidValue(name);
    return known;
  };
  presence.userStatus = choose('userStatus', USER_STATUSES, presence.userStatus);
  const dndBefore = presence.dndStatus;
  presence.dndStatus = choose('dndStatus', DND_STATUSES, presence.dndStatus);
  if (typeof body['message'] === 'string') {
    if (body['message'].length > 75) throw invalidValue('message');
    presence.message = body['message'];
  }
  for (const name of FLAGS) if (typeof body[name] === 'boolean') presence[name] = body[name];
  world.state.counters.presence += 1;
  world.changed();
  publishPresence(world);
  if (presence.dndStatus !== dndBefore) publishDnd(world);
  return ok(presenceJson(world, false));
};

const FLAGS = ['allowSeeMyPresence', 'ringOnMonitoredCall', 'pickUpCallsOnHold'] as const;

/** Tells `presence` subscribers; running calls only to those who asked for them. */
export function publishPresence(world: World): void {
  const { counters, profile } = world.state;
  world.hub.publish(world, 'presence', (query) => {
    const detailed = query.get('detailedTelephonyState') === 'true';
    return {
      extensionId: String(profile.extensionId),
      sequence: counters.presence,
      ...statusJson(world),
      ...(detailed
        ? { activeCalls: activeCallsJson(world), totalActiveCalls: inTheUsersHands(world).length }
        : {}),
    };
  });
}

export function publishDnd(world: World): void {
  const { presence, profile } = world.state;
  world.hub.publish(world, 'presence/dnd', () => ({
    extensionId: String(profile.extensionId),
    dndStatus: presence.dndStatus,
  }));
}

function presenceJson(world: World, detailed: boolean): object {
  const { profile } = world.state;
  return {
    uri: `${extensionUri(world)}/presence`,
    extension: {
      uri: extensionUri(world),
      id: profile.extensionId,
      extensionNumber: profile.extensionNumber,
    },
    ...statusJson(world),
    ...(detailed ? { activeCalls: activeCallsJson(world) } : {}),
  };
}

function statusJson(world: World): object {
  const { message, ...settings } = world.state.presence;
  const telephonyStatus = telephonyStatusOf(world.liveCalls);
  return {
    ...settings,
    ...(message === undefined ? {} : { message }),
    telephonyStatus,
    presenceStatus: presenceStatusOf(settings, telephonyStatus),
    meetingStatus: 'Disconnected',
  };
}

type TelephonyStatus = 'NoCall' | 'Ringing' | 'CallConnected' | 'OnHold';

/** A caller who talks to voicemail does not occupy the user's phone. */
const STATUS_OF_PHASE: Readonly<Record<LiveCall['phase'], TelephonyStatus>> = {
  Setup: 'Ringing',
  Proceeding: 'Ringing',
  Answered: 'CallConnected',
  Hold: 'OnHold',
  VoiceMail: 'NoCall',
  Disconnected: 'NoCall',
};

const IMPORTANCE = ['CallConnected', 'OnHold', 'Ringing'] as const;

export function telephonyStatusOf(calls: readonly LiveCall[]): TelephonyStatus {
  const statuses = new Set(calls.map(({ phase }) => STATUS_OF_PHASE[phase]));
  return IMPORTANCE.find((status) => statuses.has(status)) ?? 'NoCall';
}

function presenceStatusOf(
  { userStatus, dndStatus }: Pick<PresenceSettings, 'userStatus' | 'dndStatus'>,
  telephonyStatus: TelephonyStatus,
): PresenceSettings['userStatus'] {
  if (userStatus !== 'Available') return userStatus;
  const busy = telephonyStatus !== 'NoCall' || dndStatus === 'DoNotAcceptAnyCalls';
  return busy ? 'Busy' : 'Available';
}

function inTheUsersHands(world: World): readonly LiveCall[] {
  return world.liveCalls.filter(({ phase }) => STATUS_OF_PHASE[phase] !== 'NoCall');
}

function activeCallsJson(world: World): readonly object[] {
  return inTheUsersHands(world).flatMap((call) => {
    const isRinging = STATUS_OF_PHASE[call.phase] === 'Ringing';
    const others = isRinging ? otherPartyIds(call) : [];
    return [call.record.partyId, ...others].map((partyId) => activeCallJson(call, partyId));
  });
}

function activeCallJson({ record, phase, queue }: LiveCall, partyId: string): object {
  return {
    id: partyId.slice(-20),
    direction: record.direction,
    from: record.from.phoneNumber ?? 'anonymous',
    ...(record.from.name === undefined ? {} : { fromName: record.from.name }),
    to: record.to.phoneNumber ?? '',
    ...(record.to.name === undefined ? {} : { toName: record.to.name }),
    telephonyStatus: STATUS_OF_PHASE[phase],
    startTime: iso(record.startedAt),
    sessionId: record.sessionId,
    telephonySessionId: record.telephonySessionId,
    partyId,
    ...(queue === undefined
      ? {}
      : { queueCall: true, callInfo: { primary: { type: 'QueueName', value: queue } } }),
  };
}

import { jsonObject, objectField } from '../http/body.ts';
import { ApiError, invalidValue, resourceNotFound } from '../http/errors.ts';
import { json, ok } from '../http/message.ts';
import type { Handler } from '../http/routes.ts';
import type { PresenceSettings } from '../state/types.ts';
import type { World } from '../world.ts';
import { publishDnd, publishPresence, telephonyStatusOf } from './presence.ts';

type Availability = 'TakeAllCalls' | 'DoNotAcceptAnyCalls' | 'DoNotAcceptQueueCalls';

/** GET unified-presence; several extensions are answered with 207, one entry each. */
export const getUnifiedPresence: Handler = (world, { params }) => {
  const ids = (params['extensionId'] ?? '~').split(',');
  if (ids.length === 1) return ok(presenceOf(world, ids[0] ?? '~'));
  return json(
    207,
    ids.map((id) => entryOf(world, id)),
  );
};

function entryOf(world: World, resourceId: string): object {
  try {
    return { resourceId, status: 200, body: presenceOf(world, resourceId) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { resourceId, status: error.status, body: error.body };
  }
}

/** Colleagues sit quietly at their desks. */
function presenceOf(world: World, id: string): object {
  const { profile, colleagues } = world.state;
  if (id === '~' || id === String(profile.extensionId)) return ownPresence(world);
  if (!colleagues.some((colleague) => colleague.id === id)) throw resourceNotFound('extensionId');
  return {
    status: 'Available',
    glip: { status: 'Online', availability: 'Available' },
    telephony: { status: 'NoCall', availability: 'TakeAllCalls' },
    meeting: { status: 'NoMeeting' },
  };
}

function ownPresence(world: World): object {
  const { presence } = world.state;
  const telephony = telephonyStatusOf(world.liveCalls);
  const visibility = presence.userStatus === 'Offline' ? 'Invisible' : 'Visible';
  return {
    status: statusOf(presence, telephony !== 'NoCall'),
    glip: {
      status: visibility === 'Visible' ? 'Online' : 'Offline',
      visibility,
      availability: presence.userStatus === 'Busy' ? 'DND' : 'Available',
    },
    telephony: {
      status: telephony,
      visibility: presence.allowSeeMyPresence ? 'Visible' : 'Invisible',
      availability: availabilityOf(presence.dndStatus),
    },
    meeting: { status: 'NoMeeting' },
  };
}

function statusOf({ userStatus, dndStatus }: PresenceSettings, isOnPhone: boolean): string {
  if (userStatus === 'Offline') return 'Offline';
  if (userStatus === 'Busy' || dndStatus === 'DoNotAcceptAnyCalls') return 'DND';
  return isOnPhone ? 'Busy' : 'Available';
}

function availabilityOf(dndStatus: PresenceSettings['dndStatus']): Availability {
  if (dndStatus === 'DoNotAcceptAnyCalls') return 'DoNotAcceptAnyCalls';
  return dndStatus === 'DoNotAcceptDepartmentCalls' ? 'DoNotAcceptQueueCalls' : 'TakeAllCalls';
}

const DND_OF: Readonly<Record<Availability, PresenceSettings['dndStatus']>> = {
  TakeAllCalls: 'TakeAllCalls',
  DoNotAcceptAnyCalls: 'DoNotAcceptAnyCalls',
  DoNotAcceptQueueCalls: 'DoNotAcceptDepartmentCalls',
};

export const patchUnifiedPresence: Handler = (world, { request }) => {
  const body = jsonObject(request);
  const { presence, counters } = world.state;
  const { visibility, availability: attention } = objectField(body, 'glip');
  const { availability } = objectField(body, 'telephony');
  const isInvisible = flag(visibility, 'Invisible', 'Visible', 'glip.visibility');
  const wantsQuiet = flag(attention, 'DND', 'Available', 'glip.availability');
  if (availability !== undefined && !isAvailability(availability)) {
    throw invalidValue('telephony.availability');
  }
  if (isInvisible === true) presence.userStatus = 'Offline';
  else if (wantsQuiet === true) presence.userStatus = 'Busy';
  else if (isInvisible === false || wantsQuiet === false) presence.userStatus = 'Available';
  const dndBefore = presence.dndStatus;
  if (availability !== undefined) presence.dndStatus = DND_OF[availability];
  counters.presence += 1;
  world.changed();
  publishPresence(world);
  if (presence.dndStatus !== dndBefore) publishDnd(world);
  return ok(ownPresence(world));
};

function isAvailability(value: unknown): value is Availability {
  return typeof value === 'string' && value in DND_OF;
}

/** Whether `value` is `yes`; undefined when it is absent, 400 when it is something else. */
function flag(value: unknown, yes: string, no: string, name: string): boolean | undefined {
  if (value === undefined) return undefined;
  if (value !== yes && value !== no) throw invalidValue(name);
  return value === yes;
}

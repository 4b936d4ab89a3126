import { placeOf } from '../demo/places.ts';
import type { CallRecord, Party } from '../state/types.ts';
import type { World } from '../world.ts';
import type { LiveCall } from './live-calls.ts';

/** The signed-in user as a party of a call. */
export function ownParty(world: World, phoneNumber: string): Party {
  const { firstName, lastName, extensionId } = world.state.profile;
  return {
    phoneNumber,
    name: `${firstName} ${lastName}`,
    extensionId: String(extensionId),
    ...location(phoneNumber),
  };
}

/** Somebody outside; the server knows a place for the number, and no name. */
export function outsideParty(phoneNumber: string): Party {
  return { phoneNumber, ...location(phoneNumber) };
}

function location(phoneNumber: string): { location?: string } {
  const place = placeOf(phoneNumber);
  return place === undefined ? {} : { location: place };
}

export type NewRecord = Pick<CallRecord, 'direction' | 'action' | 'from' | 'to'> &
  Partial<Pick<CallRecord, 'internalType' | 'transport' | 'sessionId' | 'bothLegs'>>;

/** A record of a call that starts now. */
export function newCallRecord(world: World, details: NewRecord): CallRecord {
  return {
    id: world.ids.callRecord(),
    ...world.ids.telephonySession(),
    startedAt: world.clock.now(),
    transport: 'PSTN',
    result: 'In Progress',
    ...details,
  };
}

/** Party ids of the user's other phones, which ring along until one of them is answered. */
export function otherPartyIds({
  record,
  phones,
}: Pick<LiveCall, 'record' | 'phones'>): readonly string[] {
  return Array.from({ length: phones - 1 }, (_, index) =>
    record.partyId.replace(/\d+$/, String(index + 2)),
  );
}

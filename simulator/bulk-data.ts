import { people } from './demo/people.ts';
import type { CallRecord, Contact } from './state/types.ts';
import { newCallRecord, outsideParty, ownParty } from './telephony/call-parties.ts';
import type { World } from './world.ts';

const DAY_MS = 86_400_000;
const LISTED_AFTER_MS = 20_000;
const LONGEST_CALL_MS = 20 * 60_000;
const AREAS = ['512', '737', '214', '713', '617', '303', '602', '206', '415', '404'];

/** Fills the address book: names of the demo's people, numbered, with fictional numbers. */
export function addContacts(world: World, count: number): void {
  const modifiedAt = world.clock.now() - DAY_MS;
  const added = Array.from({ length: count }, (_, index): Contact => {
    const first = people[index % people.length]?.firstName ?? 'Alex';
    const last = people[Math.floor(index / 7) % people.length]?.lastName ?? 'Moreno';
    return {
      id: world.ids.contact(),
      availability: 'Alive',
      modifiedAt,
      fields: {
        firstName: first,
        lastName: `${last} ${index + 1}`,
        mobilePhone: fictionalNumber(index),
        email: `contact-${index + 1}@mail.example`,
      },
    };
  });
  world.state.contacts = [...world.state.contacts, ...added];
  world.changed();
}

/** Only a hundred numbers of each area code are fictional, so long lists repeat them. */
function fictionalNumber(index: number): string {
  const area = AREAS[Math.floor(index / 100) % AREAS.length] ?? '512';
  return `+1${area}55501${String(index % 100).padStart(2, '0')}`;
}

type Kind = readonly [direction: CallRecord['direction'], action: string, result: string];

function kindOf(index: number): Kind {
  switch (index % 4) {
    case 0:
      return ['Outbound', 'VoIP Call', 'Call connected'];
    case 1:
      return ['Inbound', 'Phone Call', 'Accepted'];
    case 2:
      return ['Inbound', 'Phone Call', 'Missed'];
    default:
      return ['Outbound', 'VoIP Call', 'No Answer'];
  }
}

/** Fills the call log with calls that are spread evenly over the last `days`, newest now. */
export function addCallLog(world: World, count: number, days = 29): void {
  const now = world.clock.now() - LISTED_AFTER_MS - LONGEST_CALL_MS;
  const own = ownParty(world, world.state.profile.numbers[0]?.phoneNumber ?? '');
  const added = Array.from({ length: count }, (_, index): CallRecord => {
    const [direction, action, result] = kindOf(index);
    const other = outsideParty(fictionalNumber(index));
    const startedAt = now - Math.floor((index * days * DAY_MS) / count);
    const durationMs = 5_000 + ((index * 7_919) % LONGEST_CALL_MS);
    const [from, to] = direction === 'Outbound' ? [own, other] : [other, own];
    return {
      ...newCallRecord(world, { direction, action, from, to }),
      startedAt,
      durationMs,
      endedAt: startedAt + durationMs,
      listedAt: startedAt + durationMs + LISTED_AFTER_MS,
      result,
    };
  });
  world.state.calls = [...world.state.calls, ...added];
  world.changed();
}

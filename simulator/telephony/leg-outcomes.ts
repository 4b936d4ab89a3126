import { callPersona } from '../personas.ts';
import type { World } from '../world.ts';
import type { CallEnd } from './live-calls.ts';

/** The words of RingCentral's guide to RingOut that end a leg before it talks. */
const ENDS = {
  Busy: { result: 'Busy', reason: 'Line Busy' },
  NoAnswer: { result: 'No Answer', reason: 'No Answer' },
  Rejected: { result: 'Rejected', reason: 'Calls Not Accepted' },
  GenericError: { result: 'Wrong Number', reason: 'Wrong Number' },
  RingOutFromThisNumberIsNotSupported: { result: 'Not Allowed', reason: 'Number Not Allowed' },
  InternationalDisabled: { result: 'International Disabled', reason: 'International Disabled' },
  DestinationBlocked: { result: 'Blocked', reason: 'Number Blocked' },
  NotEnoughFunds: { result: 'No Calling Credit', reason: 'No Credit' },
  NosuchUser: { result: 'Wrong Number', reason: 'Bad Number' },
  CannotReach: { result: 'Call Failed', reason: 'Failed Try Again' },
  NoAnsweringMachine: { result: 'Internal Error', reason: 'Internal Error' },
  NoSessionFound: { result: 'Call Failed', reason: 'Resource Error' },
  Invalid: { result: 'Restricted Number', reason: 'Restricted Number' },
  Error: { result: 'Internal Error', reason: 'Internal Call Error' },
  Unknown: { result: 'Unknown', reason: 'Unknown' },
} as const satisfies Readonly<Record<string, CallEnd>>;

export type FailedLeg = keyof typeof ENDS;
export const failedLegs = Object.keys(ENDS) as readonly FailedLeg[];

/** How a leg turns out, and how long it rings before. */
export type LegOutcome =
  { readonly failed: undefined } | { readonly failed: FailedLeg; readonly after: number };

const answers: LegOutcome = { failed: undefined };

/** The own phone: what the rule says, a phone that is off, else who is at the number. */
export function ownLegOutcome(world: World, number: string): LegOutcome {
  const { devices } = world.state.profile;
  const phone = devices.find(({ phoneNumber }) => phoneNumber === number);
  const ruled = world.rules.ringOutLegs.own;
  if (ruled !== undefined) return failing(world, ruled);
  return phone?.status === 'Offline' ? failing(world, 'NoAnswer') : personaOutcome(world, number);
}

/** The other side: what the rule says, else who is at the number. */
export function otherLegOutcome(world: World, number: string): LegOutcome {
  const ruled = world.rules.ringOutLegs.other;
  return ruled === undefined ? personaOutcome(world, number) : failing(world, ruled);
}

/** What a leg that ended like this leaves in the call log. */
export function endOfLeg(word: FailedLeg): CallEnd {
  return ENDS[word];
}

function personaOutcome(world: World, number: string): LegOutcome {
  const persona = callPersona(number);
  switch (persona) {
    case 'answers':
      return answers;
    case 'busy':
      return failing(world, 'Busy');
    case 'no-answer':
      return failing(world, 'NoAnswer');
    case 'rejects':
      return failing(world, 'Rejected');
    case 'out-of-service':
      return failing(world, 'GenericError');
  }
}

function failing({ pace }: World, failed: FailedLeg): LegOutcome {
  return { failed, after: failed === 'NoAnswer' ? pace.noAnswer : pace.otherSideBusy };
}

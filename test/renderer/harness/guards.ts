import { isQuietIn } from '../../../shared/local-time.ts';
import type {
  CallOutlook,
  CallQuestion,
  DoNotCallEntry,
  LocalTime,
} from '../../../shared/model/calls.ts';
import type { FakeWorld } from './fake-world.ts';

/** What the fake main goes by when it asks before a call. */
export type Guards = {
  /** Where every number is. */
  area: { readonly place: string; readonly zone: string } | undefined;
  doNotCall: readonly DoNotCallEntry[];
  /** By contact. */
  zones: Readonly<Record<string, string>>;
};

export const noGuards: Guards = { area: undefined, doNotCall: [], zones: {} };

/** Where a number is and what has to be asked about it, beside its being short. */
export function guardOf(
  world: FakeWorld,
  { number, party }: Pick<CallOutlook, 'number' | 'party'>,
): Pick<CallOutlook, 'place' | 'localTime'> & { readonly questions: readonly CallQuestion[] } {
  const { area, doNotCall, zones } = world.guards;
  if (number?.startsWith('+') !== true) {
    return { place: undefined, localTime: undefined, questions: [] };
  }
  const chosen = party.contactId && zones[party.contactId];
  const zone = chosen ?? area?.zone;
  const localTime: LocalTime | undefined = zone
    ? {
        zone,
        source: chosen ? 'contact' : 'area',
        isOneOfSeveral: false,
        isQuiet: isQuietIn(zone, Date.now()),
      }
    : undefined;
  return {
    place: area?.place,
    localTime,
    questions: [
      ...(doNotCall.some((entry) => entry.number === number) ? ['do-not-call' as const] : []),
      ...(localTime?.isQuiet ? ['quiet-hours' as const] : []),
    ],
  };
}

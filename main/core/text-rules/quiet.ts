import { badnessOf, isQuietIn, minuteOfDayIn, nextDayBegin } from '../../../shared/local-time.ts';
import type { LocalTime } from '../../../shared/model/calls.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';

/** Someone a text is for, and what time it is there, where that is known. */
export type Somewhere = { readonly party: Party; readonly localTime: LocalTime | undefined };

export type Quiet = {
  /** Of whom the hour suits least. */
  readonly localTime: LocalTime;
  readonly parties: readonly Party[];
};

/** For whom it is quiet at an instant; undefined when it is for nobody. */
export function findQuiet(people: readonly Somewhere[], at: EpochMs): Quiet | undefined {
  const quiet = people.flatMap(({ party, localTime }) =>
    localTime?.isQuiet === true ? [{ party, localTime }] : [],
  );
  const badness = ({ zone }: LocalTime): number => badnessOf(minuteOfDayIn(zone, at));
  const [worst] = quiet.toSorted((one, other) => badness(other.localTime) - badness(one.localTime));
  return worst && { localTime: worst.localTime, parties: quiet.map(({ party }) => party) };
}

/**
 * When a day begins and it is day for all of these zones; where their days never meet, when it begins
 * in the first of them.
 */
export function commonDayBegin(zones: readonly [string, ...string[]], now: EpochMs): EpochMs {
  const begins = zones.map((zone) => nextDayBegin(zone, now)).toSorted((one, other) => one - other);
  const common = begins.find((at) => zones.every((zone) => !isQuietIn(zone, at)));
  return common ?? nextDayBegin(zones[0], now);
}

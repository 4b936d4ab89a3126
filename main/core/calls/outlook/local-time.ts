import { badnessOf, isQuietIn, isZone, minuteOfDayIn } from '../../../../shared/local-time.ts';
import type { LocalTime } from '../../../../shared/model/calls.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';

/**
 * What time it is for the other side: in the zone chosen for them, else in that of their number's
 * area which makes the hour the worst. Undefined where there is no zone to go by.
 */
export function toLocalTime(
  chosen: string | undefined,
  areaZones: readonly string[],
  now: EpochMs,
): LocalTime | undefined {
  // A zone that was chosen on another computer may be one that this one does not know.
  if (chosen !== undefined && isZone(chosen)) {
    const isQuiet = isQuietIn(chosen, now);
    return { zone: chosen, source: 'contact', isOneOfSeveral: false, isQuiet };
  }
  const [worst, ...others] = areaZones
    .map((zone) => ({ zone, minute: minuteOfDayIn(zone, now) }))
    .sort((one, other) => badnessOf(other.minute) - badnessOf(one.minute));
  if (worst === undefined) return undefined;
  const { zone, minute } = worst;
  return {
    zone,
    source: 'area',
    // Two names for the same hour are one zone to a caller.
    isOneOfSeveral: others.some((other) => other.minute !== minute),
    isQuiet: badnessOf(minute) >= 0,
  };
}

import type { CardsView } from '../../../shared/model/cards.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Clock } from '../ports.ts';

/** More links than this within the time are no person's doing. */
const mostLinks = 5;
const floodMs = 5_000;
/** Two links within this time are not taken for one person's click. */
const calmMs = 2_000;
const silenceMs = 10 * 60_000;

export type LinkGate = {
  /** Counts a link and says how it is to be taken. */
  admit(): 'calm' | 'flood' | 'silent';
  isFlooded(): boolean;
  /** Whether one link at most has come lately, as a person clicks. */
  isCalm(): boolean;
  silence(): void;
  endSilence(): void;
  getSilence(): CardsView['silence'];
  /** Since when the links of a flood count as one. */
  floodSince(): EpochMs;
  stop(): void;
};

/** Links are any page's to fire: this counts them, and keeps them quiet when the user says so. */
export function createLinkGate(clock: Clock, changed: () => void): LinkGate {
  let lately: readonly EpochMs[] = [];
  let until: EpochMs | undefined;
  let count = 0;
  let cancelEnd = (): void => undefined;

  const since = (): EpochMs => clock.now() - floodMs;
  const isFlooded = (): boolean => lately.filter((at) => at > since()).length > mostLinks;
  const endSilence = (): void => {
    cancelEnd();
    if (until === undefined) return;
    until = undefined;
    changed();
  };
  return {
    admit() {
      if (until !== undefined) {
        count += 1;
        changed();
        return 'silent';
      }
      // One more than a flood needs is all that has to be known.
      lately = [...lately, clock.now()].slice(-(mostLinks + 1));
      return isFlooded() ? 'flood' : 'calm';
    },
    isFlooded,
    isCalm: () => lately.filter((at) => clock.now() - at < calmMs).length <= 1,
    silence() {
      cancelEnd();
      until = clock.now() + silenceMs;
      count = 0;
      lately = [];
      cancelEnd = clock.schedule(silenceMs, endSilence);
      changed();
    },
    endSilence,
    getSilence: () => (until === undefined ? undefined : { until, count }),
    floodSince: since,
    stop: () => cancelEnd(),
  };
}

import type { Clock, Log } from '../../core/ports.ts';

/** A double click, or a program that opens a link twice, means it once. */
const sameMs = 2_000;
/** More links than this within the time are no person's doing. */
const mostLinks = 8;
const floodMs = 5_000;

export type Door = {
  /** Whether a link may come in now; one that may not is forgotten. */
  admits(link: string): boolean;
};

/**
 * Keeps a page that fires links from keeping Sidetone busy: equal links within two seconds of each
 * other are one, and of a flood only the first few come in, enough for the cards to know it as one.
 * How many stayed out is noted; which, never.
 */
export function createDoor(clock: Pick<Clock, 'now' | 'schedule'>, log: Log): Door {
  const lastSeen = new Map<string, number>();
  let admitted: readonly number[] = [];
  let leftOut = 0;

  const leaveOut = (): false => {
    if (leftOut === 0) {
      clock.schedule(floodMs, () => {
        log.warn('links came faster than anyone clicks', { leftOut });
        leftOut = 0;
      });
    }
    leftOut += 1;
    return false;
  };

  return {
    admits(link) {
      const now = clock.now();
      for (const [seen, at] of lastSeen) if (now - at >= sameMs) lastSeen.delete(seen);
      const isAgain = lastSeen.has(link);
      if (isAgain) lastSeen.set(link, now);
      if (isAgain) return false;
      admitted = admitted.filter((at) => now - at < floodMs);
      if (admitted.length >= mostLinks) return leaveOut();
      // Only what came in is remembered, so that a flood of different links fills no memory.
      lastSeen.set(link, now);
      admitted = [...admitted, now];
      return true;
    },
  };
}

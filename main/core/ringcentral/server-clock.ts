import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Clock } from '../ports.ts';

/** A change of the clock's standing that is worth telling, in milliseconds. */
const worthTellingMs = 60_000;
/** `Date` is cut to the second. */
const coarsenessMs = 1_000;

/** What RingCentral's answers say of this computer's clock. */
export type ServerClock = {
  /** Our clock minus RingCentral's by its last answer; undefined before one came. */
  getAheadMs(): number | undefined;
  /** Reads the headers of an answer to a request that left at `sentAt`. */
  hear(headers: Headers, sentAt: EpochMs): void;
  /** Hears that it is off by a minute more or less than was told before. */
  onChange(listener: () => void): () => void;
};

/** Builds it knowing nothing. */
export function createServerClock(clock: Clock): ServerClock {
  const listeners = new Set<() => void>();
  let aheadMs: number | undefined;
  let toldMs = 0;

  return {
    getAheadMs: () => aheadMs,
    hear(headers, sentAt) {
      const saidAt = isFresh(headers) ? Date.parse(headers.get('date') ?? '') : NaN;
      if (Number.isNaN(saidAt)) return;
      aheadMs = leastDifference({ sentAt, receivedAt: clock.now(), saidAt });
      if (Math.abs(aheadMs - toldMs) <= worthTellingMs) return;
      toldMs = aheadMs;
      listeners.forEach((listener) => listener());
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Only RingCentral's own answers count, and those of now: a Wi-Fi portal's clock is nobody's
 * business, and what a proxy had in its cache tells the time of then (RFC 9111, 5.1).
 */
function isFresh(headers: Headers): boolean {
  const isCached = headers.has('age') || /\bhit\b/i.test(headers.get('x-cache') ?? '');
  return headers.has('rcrequestid') && !isCached;
}

/** RingCentral looked at its clock at some time on the way; a slow answer is no wrong clock. */
function leastDifference(times: {
  readonly sentAt: EpochMs;
  readonly receivedAt: EpochMs;
  readonly saidAt: EpochMs;
}): number {
  const most = times.receivedAt - times.saidAt;
  const least = Math.min(times.sentAt - times.saidAt - coarsenessMs, most);
  return Math.max(least, Math.min(0, most));
}

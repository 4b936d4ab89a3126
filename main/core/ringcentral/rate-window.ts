import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Lane } from './outcome.ts';

/**
 * How long an answer 429 without `Retry-After` stops a group, in milliseconds (RingCentral's guide
 * to rate limits: 30 s or more).
 */
export const defaultPauseMs = 30_000;

/** Added to `Retry-After`: it is in whole seconds, and one request too early starts it anew. */
const pauseMarginMs = 1_000;

/** How long 429 stops a group, in milliseconds. */
export function pauseMsOf(retryAfterMs: number | undefined): number {
  return retryAfterMs === undefined ? defaultPauseMs : retryAfterMs + pauseMarginMs;
}

/** What the server said about a group in its `X-Rate-Limit-*` headers; each may be missing. */
export type RateFigures = {
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  readonly windowMs: number | undefined;
};

/** A request that has a slot. It keeps it until a whole window after its answer. */
export type Slot = { readonly rank: Rank; settledAt: EpochMs | undefined };

/** What of a window is kept for whom depends on this alone. */
type Rank = 'call' | 'user' | 'background' | 'backfill';

const ranks: Readonly<Record<Lane, Rank>> = {
  call: 'call',
  user: 'user',
  outbox: 'user',
  sync: 'background',
  backfill: 'backfill',
};

/**
 * The sliding window of one rate-limit group: pure state, no timers. A slot counts from departure
 * until one window after the answer, because the server counted somewhere in between.
 */
export type RateWindow = {
  /** When a request of this lane may leave: `now` or before means at once. */
  earliest(lane: Lane, now: EpochMs): EpochMs;
  take(lane: Lane): Slot;
  /** The answer came. */
  settle(slot: Slot, now: EpochMs): void;
  /** It never left, so the server did not count it. */
  giveBack(slot: Slot): void;
  adopt(figures: RateFigures, now: EpochMs): void;
  /** Stops the group; a later stop never shortens an earlier one. */
  pause(retryAfterMs: number | undefined, now: EpochMs): void;
  /** When the stop ends, or undefined when the group runs. */
  pausedUntil(now: EpochMs): EpochMs | undefined;
  /** How many may leave in a window, and how many of those have. */
  getFigures(now: EpochMs): { readonly limit: number; readonly used: number };
};

/**
 * Builds a window of `limit` slots, of which `reservedForCalls` are for the call lane alone,
 * `reservedForUser` for the lanes above background work, and `reservedFromBackfill` for all but it.
 */
export function createRateWindow(options: {
  readonly limit: number;
  readonly reservedForCalls: number;
  readonly reservedForUser?: number;
  readonly reservedFromBackfill?: number;
}): RateWindow {
  const { reservedForCalls, reservedForUser = 0, reservedFromBackfill = 0 } = options;
  let limit = options.limit;
  let windowMs = 60_000;
  let resumesAt: EpochMs = 0;
  let pauseMs = 0;
  let slots: Slot[] = [];

  const forgetOld = (now: EpochMs): void => {
    // A clock that was put back would keep slots taken until it catches up.
    for (const slot of slots) if ((slot.settledAt ?? 0) > now) slot.settledAt = now;
    slots = slots.filter(({ settledAt }) => settledAt === undefined || settledAt > now - windowMs);
  };
  const pausedUntil = (now: EpochMs): EpochMs | undefined => {
    resumesAt = Math.min(resumesAt, now + pauseMs);
    return resumesAt > now ? resumesAt : undefined;
  };
  /** How many slots may be taken before a request of this lane has to wait. */
  const allowance = (lane: Lane): number => {
    const rank = ranks[lane];
    const keptForCalls = rank === 'call' ? 0 : stillKept(['call'], reservedForCalls);
    const isBackground = rank === 'background' || rank === 'backfill';
    const keptForUser = isBackground ? stillKept(['user'], reservedForUser) : 0;
    const keptFromBackfill =
      rank === 'backfill' ? stillKept(['user', 'background'], reservedFromBackfill) : 0;
    return Math.max(1, limit - keptForCalls - Math.max(keptForUser, keptFromBackfill));
  };
  const stillKept = (takers: readonly Rank[], reserved: number): number =>
    Math.max(0, reserved - slots.filter(({ rank }) => takers.includes(rank)).length);

  return {
    earliest(lane, now) {
      const resumes = pausedUntil(now);
      if (resumes !== undefined) return resumes;
      forgetOld(now);
      const surplus = slots.length - allowance(lane) + 1;
      if (surplus <= 0) return now;
      const ends = slots
        .map(({ settledAt }) => (settledAt ?? now) + windowMs)
        .sort((one, other) => one - other);
      return ends[surplus - 1] ?? now;
    },
    take(lane) {
      const slot: Slot = { rank: ranks[lane], settledAt: undefined };
      slots.push(slot);
      return slot;
    },
    settle(slot, now) {
      slot.settledAt = now;
    },
    giveBack(slot) {
      slots = slots.filter((other) => other !== slot);
    },
    adopt(figures, now) {
      if (figures.windowMs !== undefined) windowMs = figures.windowMs;
      if (figures.limit !== undefined) limit = figures.limit;
      if (figures.remaining === undefined) return;
      forgetOld(now);
      // Another installation of the same user spends from the same window: count what it took.
      const unseen = limit - figures.remaining - slots.length;
      for (let n = 0; n < unseen; n += 1) slots.push({ rank: 'background', settledAt: now });
    },
    pause(retryAfterMs, now) {
      resumesAt = Math.max(pausedUntil(now) ?? 0, now + pauseMsOf(retryAfterMs));
      pauseMs = resumesAt - now;
    },
    pausedUntil,
    getFigures(now) {
      forgetOld(now);
      return { limit, used: slots.length };
    },
  };
}

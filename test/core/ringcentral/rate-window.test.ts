import { describe, expect, it } from 'vitest';
import type { Lane } from '../../../main/core/ringcentral/outcome.ts';
import {
  createRateWindow,
  defaultPauseMs,
  type RateWindow,
} from '../../../main/core/ringcentral/rate-window.ts';

const noFigures = { limit: undefined, remaining: undefined, windowMs: undefined };

/** Lets so many requests leave and be answered at once. */
function spend(window: RateWindow, lane: Lane, count: number, at: number): void {
  for (let n = 0; n < count; n += 1) window.settle(window.take(lane), at);
}

describe('a rate window', () => {
  it('lets as many leave in a minute as the limit says, and slides', () => {
    const window = createRateWindow({ limit: 3, reservedForCalls: 0 });
    spend(window, 'user', 2, 1_000);
    spend(window, 'user', 1, 5_000);
    expect(window.earliest('user', 6_000)).toBe(61_000);
    expect(window.earliest('user', 61_000)).toBe(61_000);
    spend(window, 'user', 2, 61_000);
    expect(window.earliest('user', 61_000)).toBe(65_000);
  });

  it('counts a request until a window after its answer, not after it left', () => {
    const window = createRateWindow({ limit: 1, reservedForCalls: 0 });
    const slot = window.take('sync');
    expect(window.earliest('sync', 50_000)).toBe(110_000);
    window.settle(slot, 50_000);
    expect(window.earliest('sync', 109_999)).toBe(110_000);
    expect(window.earliest('sync', 110_000)).toBe(110_000);
  });

  it('forgets a request that was never written', () => {
    const window = createRateWindow({ limit: 1, reservedForCalls: 0 });
    window.giveBack(window.take('sync'));
    expect(window.earliest('sync', 0)).toBe(0);
  });

  it.each<Lane>(['user', 'outbox', 'sync', 'backfill'])(
    'keeps four of ten for calls from %s',
    (lane) => {
      const window = createRateWindow({ limit: 10, reservedForCalls: 4 });
      spend(window, lane, 6, 0);
      expect(window.earliest(lane, 1)).toBe(60_000);
      expect(window.earliest('call', 1)).toBe(1);
      spend(window, 'call', 4, 1);
      expect(window.earliest('call', 2)).toBe(60_000);
    },
  );

  it('keeps room from background work for what the user does, and for texts', () => {
    const window = createRateWindow({ limit: 10, reservedForCalls: 2, reservedForUser: 3 });
    spend(window, 'sync', 4, 0);
    spend(window, 'backfill', 1, 0);
    expect(window.earliest('sync', 1)).toBe(60_000);
    expect(window.earliest('outbox', 1)).toBe(1);
    spend(window, 'user', 1, 1);
    spend(window, 'outbox', 2, 1);
    expect(window.earliest('user', 2)).toBe(60_000);
    spend(window, 'call', 2, 2);
    expect(window.earliest('call', 3)).toBe(60_000);
  });

  it('keeps room from the backfill for everything else', () => {
    const window = createRateWindow({ limit: 10, reservedForCalls: 4, reservedFromBackfill: 2 });
    spend(window, 'backfill', 4, 0);
    expect(window.earliest('backfill', 1)).toBe(60_000);
    expect(window.earliest('sync', 1)).toBe(1);
    spend(window, 'sync', 1, 1);
    expect(window.earliest('backfill', 2)).toBe(60_000);
    expect(window.earliest('user', 2)).toBe(2);
    spend(window, 'user', 1, 2);
    expect(window.earliest('user', 3)).toBe(60_000);
    expect(window.earliest('call', 3)).toBe(3);
  });

  it('gives the others what calls have left over', () => {
    const window = createRateWindow({ limit: 10, reservedForCalls: 4 });
    spend(window, 'call', 4, 0);
    spend(window, 'sync', 5, 0);
    expect(window.earliest('sync', 1)).toBe(1);
    spend(window, 'sync', 1, 1);
    expect(window.earliest('sync', 2)).toBe(60_000);
  });

  it('adopts the server’s limit and window', () => {
    const window = createRateWindow({ limit: 10, reservedForCalls: 4 });
    window.adopt({ limit: 2, remaining: 2, windowMs: 10_000 }, 0);
    spend(window, 'call', 2, 0);
    expect(window.earliest('call', 1)).toBe(10_000);
    expect(createRateWindow({ limit: 2, reservedForCalls: 4 }).earliest('sync', 1)).toBe(1);
  });

  it('counts what another installation has taken', () => {
    const window = createRateWindow({ limit: 10, reservedForCalls: 0 });
    spend(window, 'sync', 1, 0);
    window.adopt({ ...noFigures, remaining: 0 }, 5_000);
    expect(window.earliest('sync', 5_000)).toBe(60_000);
    spend(window, 'sync', 1, 60_000);
    expect(window.earliest('sync', 60_000)).toBe(65_000);
  });

  it('does not count twice what it knows of itself', () => {
    const window = createRateWindow({ limit: 10, reservedForCalls: 0 });
    spend(window, 'sync', 5, 0);
    window.adopt({ ...noFigures, remaining: 5 }, 0);
    spend(window, 'sync', 4, 0);
    expect(window.earliest('sync', 1)).toBe(1);
  });

  it('stops for Retry-After and a second, without one for at least half a minute', () => {
    const window = createRateWindow({ limit: 10, reservedForCalls: 4 });
    window.pause(60_000, 1_000);
    expect(window.pausedUntil(1_000)).toBe(62_000);
    expect(window.earliest('call', 61_999)).toBe(62_000);
    expect(window.pausedUntil(62_000)).toBeUndefined();
    window.pause(undefined, 100_000);
    expect(window.pausedUntil(100_000)).toBe(100_000 + defaultPauseMs);
    expect(defaultPauseMs).toBeGreaterThanOrEqual(30_000);
  });

  it('is not held up by a clock that is put back', () => {
    const window = createRateWindow({ limit: 1, reservedForCalls: 0 });
    spend(window, 'call', 1, 3_600_000);
    expect(window.earliest('call', 1_000)).toBe(61_000);
    window.pause(60_000, 3_600_000);
    expect(window.pausedUntil(1_000)).toBe(62_000);
  });

  it('never shortens a stop', () => {
    const window = createRateWindow({ limit: 10, reservedForCalls: 4 });
    window.pause(60_000, 0);
    window.pause(5_000, 1_000);
    expect(window.pausedUntil(2_000)).toBe(61_000);
  });
});

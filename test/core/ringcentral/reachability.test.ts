import { describe, expect, it } from 'vitest';
import {
  createReachability,
  type OfflineCause,
} from '../../../main/core/ringcentral/reachability.ts';
import { ManualClock, settled } from '../support/manual-clock.ts';

function start(onProbe: (cause: OfflineCause) => void | Promise<void> = () => undefined) {
  const clock = new ManualClock(0);
  const probes: number[] = [];
  const states: string[] = [];
  const reachability = createReachability({
    clock,
    random: { uuid: () => '', fraction: () => 0.5 },
    probe(cause) {
      probes.push(clock.now());
      return Promise.resolve(onProbe(cause));
    },
  });
  reachability.onChange(() => states.push(reachability.get().state));
  return { clock, probes, states, reachability };
}

describe('reachability', () => {
  it('is not known at first', () => {
    expect(start().reachability.get()).toEqual({ state: 'connecting' });
  });

  it('tells each change once and keeps the time it went away', () => {
    const { reachability, states } = start();
    reachability.reached();
    reachability.reached();
    reachability.lost('network');
    reachability.lost('network');
    reachability.lost('maintenance');
    expect(states).toEqual(['online', 'offline', 'offline']);
    expect(reachability.get()).toEqual({ state: 'offline', cause: 'maintenance', sinceAt: 0 });
  });

  it('probes ever less often, at most once a minute', async () => {
    const { reachability, probes, clock } = start();
    reachability.lost('network');
    await clock.advance(200_000);
    expect(probes).toEqual([2_000, 6_000, 14_000, 30_000, 62_000, 122_000, 182_000]);
  });

  it('stops probing once it is back, and begins anew', async () => {
    const world = start(() => {
      if (world.probes.length === 2) world.reachability.reached();
    });
    world.reachability.lost('network');
    await world.clock.advance(60_000);
    expect(world.probes).toEqual([2_000, 6_000]);
    expect(world.clock.waiting).toBe(0);
    world.reachability.lost('network');
    await world.clock.advance(2_000);
    expect(world.probes.at(-1)).toBe(62_000);
  });

  it('probes at once when asked, for the reason that is known', async () => {
    const causes: OfflineCause[] = [];
    const { reachability, probes } = start((cause) => void causes.push(cause));
    reachability.lost('maintenance');
    reachability.retry();
    await settled();
    expect(probes).toEqual([0]);
    expect(causes).toEqual(['maintenance']);
  });

  it('probes often again after somebody asked: a network takes a moment after a sleep', async () => {
    const { reachability, probes, clock } = start();
    reachability.lost('network');
    await clock.advance(200_000);
    probes.length = 0;
    reachability.retry();
    await clock.advance(20_000);
    expect(probes).toEqual([200_000, 204_000, 212_000]);
  });

  it('goes on probing after a probe that broke', async () => {
    const { reachability, probes, clock } = start(() => Promise.reject(new Error('a bug')));
    reachability.lost('server');
    await clock.advance(10_000);
    expect(probes).toEqual([2_000, 6_000]);
  });

  it('rests when nobody is signed in, and when stopped', async () => {
    const { reachability, probes, clock } = start();
    reachability.lost('network');
    reachability.reset();
    expect(reachability.get()).toEqual({ state: 'connecting' });
    reachability.lost('network');
    reachability.stop();
    await clock.advance(60_000);
    expect(probes).toEqual([]);
  });
});

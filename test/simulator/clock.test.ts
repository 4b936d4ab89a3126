import { describe, expect, it } from 'vitest';

import { ManualClock } from '../../simulator/clock.ts';
import { createRandom } from '../../simulator/random.ts';

describe('the manual clock', () => {
  it('runs what falls due in order of its time, not of its planning', async () => {
    const clock = new ManualClock(0);
    const seen: string[] = [];
    clock.schedule(30, () => void seen.push(`late at ${clock.now()}`));
    clock.schedule(10, () => void seen.push(`early at ${clock.now()}`));
    await clock.advance(29);
    expect(seen).toEqual(['early at 10']);
    await clock.advance(1);
    expect(seen).toEqual(['early at 10', 'late at 30']);
  });

  it('waits for asynchronous work, and runs what that work plans within the same time', async () => {
    const clock = new ManualClock(0);
    const seen: number[] = [];
    clock.schedule(10, async () => {
      await Promise.resolve();
      clock.schedule(5, () => void seen.push(clock.now()));
    });
    await clock.advance(20);
    expect(seen).toEqual([15]);
    expect(clock.now()).toBe(20);
  });

  it('forgets what was cancelled', async () => {
    const clock = new ManualClock(0);
    let ran = false;
    const cancel = clock.schedule(10, () => {
      ran = true;
    });
    cancel();
    await clock.advance(100);
    expect(ran).toBe(false);
  });

  it('takes no span that is no number, and goes on', async () => {
    const clock = new ManualClock(1_000);
    expect(() => clock.schedule(Number.NaN, () => undefined)).toThrow(RangeError);
    await expect(clock.advance(Number.NaN)).rejects.toThrow(RangeError);
    await clock.advance(5);
    expect(clock.now()).toBe(1_005);
  });
});

describe('the seeded generator', () => {
  it('gives the same ids for the same seed, and goes on where it was left', () => {
    const one = createRandom(7);
    const other = createRandom(7);
    expect([one.uuid(), one.text(8)]).toEqual([other.uuid(), other.text(8)]);
    const resumed = createRandom(one.position());
    expect(resumed.text(12)).toBe(one.text(12));
    expect(createRandom(8).uuid()).not.toBe(createRandom(7).uuid());
  });
});

import { describe, expect, it } from 'vitest';
import { createTally } from '../../main/shell/tally.ts';
import { createFakeClock, settle } from './support/fakes.ts';

describe('the tally', () => {
  it('waits until no more than so many are under way, failed ones included', async () => {
    const tally = createTally(createFakeClock());
    const works = [1, 2, 3].map(() => Promise.withResolvers<void>());
    for (const { promise } of works) void tally.during(promise).catch(() => undefined);
    const seen: number[] = [];
    for (const most of [2, 1, 0]) void tally.whenAtMost(most, 1000).then(() => seen.push(most));
    await settle();
    expect(seen).toEqual([]);
    works[1]?.reject(new Error('failed'));
    await settle();
    expect(seen).toEqual([2]);
    works[0]?.resolve();
    works[2]?.resolve();
    await settle();
    expect(seen).toEqual([2, 1, 0]);
  });

  it('waits no longer than it may', async () => {
    const clock = createFakeClock();
    const tally = createTally(clock);
    void tally.during(new Promise(() => undefined));
    let isOver = false;
    void tally.whenAtMost(0, 1000).then(() => (isOver = true));
    clock.turn(999);
    await settle();
    expect(isOver).toBe(false);
    clock.turn(1);
    await settle();
    expect(isOver).toBe(true);
  });
});

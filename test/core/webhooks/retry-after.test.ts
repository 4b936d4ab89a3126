import { describe, expect, it } from 'vitest';
import { addHook, expectNoErrors, openWebhooks } from './harness.ts';
import { openReceiver } from './receiver.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('a webhook that asks for time', () => {
  it.each([
    ['429, in seconds', 429, () => '900', 15 * minute],
    ['503, until a date', 503, (now: number) => new Date(now + hour / 2).toUTCString(), hour / 2],
    ['429, for longer than an hour', 429, () => '864000', hour],
  ])('is left alone as long as it asks: %s', async (_what, status, asks, leastMs) => {
    const world = await openWebhooks();
    const receiver = await openReceiver();
    receiver.answer.next = [status];
    receiver.headers['Retry-After'] = asks(world.clock.now());
    await addHook(world, receiver.url);
    world.receive('Hello');
    await world.pass(() => expect(receiver.received).toHaveLength(1));
    await world.pass(async () => expect((await world.first()).last).toBeDefined());
    const { at } = (await world.first()).last ?? { at: 0 };
    await world.pass(() => expect(receiver.received).toHaveLength(2), minute);
    const waitedMs = world.clock.now() - at;
    // A date is told in whole seconds; what failed together is spread over a quarter.
    expect(waitedMs).toBeGreaterThanOrEqual(leastMs - 1_000);
    expect(waitedMs).toBeLessThan(leastMs * 1.25 + 2 * minute);
    expectNoErrors(world);
  });
});

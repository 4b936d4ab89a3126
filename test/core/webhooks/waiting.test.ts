import { describe, expect, it } from 'vitest';
import { addHook, bodiesOf, expectNoErrors, makeKept, openWebhooks } from './harness.ts';
import { openReceiver } from './receiver.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('a webhook', () => {
  it('does not wait for another one that takes its time', async () => {
    const world = await openWebhooks();
    const [slow, quick] = [await openReceiver(), await openReceiver()];
    slow.answer.usual = undefined;
    await addHook(world, slow.url);
    await addHook(world, quick.url);
    world.receive('one');
    await world.pass(() => expect(slow.received).toHaveLength(1), 1);
    await world.pass(() => expect(quick.received).toHaveLength(1), 1);
    world.receive('two');
    await world.pass(() => expect(bodiesOf(quick.received)).toEqual(['one', 'two']), 1);
    // It still has the time that it is given.
    expect(await world.first()).toMatchObject({ last: undefined, waiting: 2 });
    slow.answer.usual = 204;
    await world.pass(async () => expect(await world.first()).toMatchObject({ waiting: 0 }), 1_000);
    expect(bodiesOf(slow.received)).toContain('two');
    expectNoErrors(world);
  });

  it('is told all of what waited for it, however much that is', async () => {
    const world = await openWebhooks();
    const late = await openReceiver();
    late.answer.usual = 503;
    await addHook(world, late.url);
    const texts = Array.from({ length: 45 }, (_, count) => `text ${count}`);
    for (const text of texts) world.receive(text);
    await world.pass(() => expect(late.received.length).toBeGreaterThan(0));
    late.answer.usual = 204;
    await world.pass(async () => expect(await world.first()).toMatchObject({ waiting: 0 }), 1_000);
    expect(new Set(bodiesOf(late.received)).size).toBe(texts.length);
    expectNoErrors(world);
  });

  it('is left for a while when something breaks, and then told', async () => {
    const kept = makeKept();
    const { archive } = kept;
    const rest = { isBroken: true };
    const write: typeof archive.write = (query, ...given) =>
      query.name === 'webhooks.settle' && rest.isBroken
        ? Promise.reject(new Error('the disk is full'))
        : archive.write(query, ...given);
    const world = await openWebhooks({ ...kept, archive: { ...archive, write } });
    const receiver = await openReceiver();
    await addHook(world, receiver.url);
    world.receive('one');
    const errors = () => world.log.lines.filter(({ level }) => level === 'error');
    await world.pass(() => expect(errors()).toHaveLength(1), 1);
    expect(receiver.received).toHaveLength(1);
    rest.isBroken = false;
    await world.pass(async () => expect(await world.first()).toMatchObject({ waiting: 0 }), 1_000);
    expect(bodiesOf(receiver.received)).toEqual(['one', 'one']);
    expect(errors()).toHaveLength(1);
  });

  it('is told soon again after the clock has been put back', async () => {
    const world = await openWebhooks();
    const receiver = await openReceiver();
    receiver.answer.usual = 503;
    await addHook(world, receiver.url);
    world.receive('one');
    world.receive('two');
    await world.pass(async () => expect((await world.first()).last).toBeDefined());
    world.clock.jumpedMs -= 12 * hour;
    const before = world.clock.now();
    receiver.answer.usual = 204;
    await world.pass(async () => expect(await world.first()).toMatchObject({ waiting: 0 }), minute);
    expect(world.clock.now() - before).toBeLessThan(2 * hour);
    expectNoErrors(world);
  });

  it('that stays away is not tried more often because the clock was put back', async () => {
    const world = await openWebhooks();
    const receiver = await openReceiver();
    receiver.answer.usual = 503;
    await addHook(world, receiver.url);
    for (let count = 0; count < 10; count += 1) world.receive(`text ${count}`);
    await world.pass(async () => expect((await world.first()).last).toBeDefined());
    world.clock.jumpedMs -= 12 * hour;
    const tried = receiver.received.length;
    const before = world.clock.now();
    await world.pass(() => expect(receiver.received.length).toBeGreaterThan(tried), 1_000);
    await world.pass(async () => {
      expect((await world.first()).last?.at).toBeLessThan(before + hour);
    }, 1);
    // Nothing else is due: what another look would send has a moment to arrive.
    for (let looks = 0; looks < 20; looks += 1) {
      world.told();
      await world.pass(() => undefined, 1);
    }
    expect(receiver.received.length).toBeLessThan(tried + 4);
    expectNoErrors(world);
  });
});

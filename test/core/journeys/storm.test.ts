import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../../shared/model/messages.ts';
import type { Fault } from '../../../simulator/server.ts';
import { makeCore, passUntil, startSignedIn, type RunningCore } from '../support/core-world.ts';

const numbers = ['+19075550110', '+19075550111', '+19075550112', '+19075550113'];
const textCount = 48;

/** What can happen to the request of a text, worst things included. */
const faults: readonly (Fault | undefined)[] = [
  undefined,
  undefined,
  { reset: 'before' },
  { reset: 'after-accept' },
  { truncate: true },
  { status: 500, errorCode: 'CMN-201' },
  { status: 503, errorCode: 'MSG-290' },
  { status: 401, errorCode: 'OAU-128' },
  { status: 403, errorCode: 'MSG-242' },
  { status: 429, errorCode: 'CMN-301', headers: { 'retry-after': '30' } },
];

async function listOwn({ get }: RunningCore): Promise<readonly MessageView[]> {
  const { items: threads } = await get('messages.list-threads', { limit: 200 });
  const pages = await Promise.all(
    threads
      .filter(({ parties }) => numbers.includes(parties[0]?.number ?? ''))
      .map(({ id: threadId }) => get('messages.list', { threadId, limit: 200 })),
  );
  return pages.flatMap(({ items }) => items).filter(({ direction }) => direction === 'outbound');
}

/** Numbers from a seed, so that a run that fails can be run again. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe('whatever happens to their requests', () => {
  it.each([1, 2, 3])('no text is lost and none goes twice (seed %i)', async (seed) => {
    const roll = createDice(seed);
    const world = await startSignedIn();
    const { clock, simulator } = world;
    let sidetone: RunningCore = world;
    for (let n = 0; n < textCount; n += 1) {
      const fault = faults[roll(faults.length)];
      if (fault) simulator.faults.add({ method: 'POST', path: '/sms', times: 1, ...fault });
      const to = { numbers: [numbers[roll(numbers.length)] ?? ''] };
      await sidetone.get('messages.send', { clientId: `storm-${n}`, to, text: `text ${n}` });
      if (n % 16 === 7) await simulator.goDown();
      if (n % 16 === 10) await simulator.comeBack();
      if (n % 20 === 13) {
        await sidetone.stop();
        sidetone = makeCore(world.profile, clock);
        await sidetone.core.start();
      }
      await clock.advance(roll(4_000));
    }
    simulator.faults.clear();
    await simulator.comeBack();
    const texts = await passUntil(
      clock,
      async () => {
        const found = await listOwn(sidetone);
        const open = found.filter(
          ({ status, failure }) =>
            ['queued', 'sending', 'sent'].includes(status) ||
            (status === 'unknown' && failure?.retry !== 'user'),
        );
        expect(open.map(({ text, status }) => `${text}: ${status}`)).toEqual([]);
        return found;
      },
      2_000,
    );

    expect(texts.map(({ text }) => text).toSorted()).toEqual(
      Array.from({ length: textCount }, (_, n) => `text ${n}`).toSorted(),
    );
    for (const { text, status, failure } of texts) {
      const copies = simulator.account.messages.filter(({ subject }) => subject === text).length;
      const allowed = status === 'delivered' ? [1] : [0];
      expect(allowed, `${text}: ${status} ${failure?.code ?? ''}`).toContain(copies);
    }
    expect(new Set(texts.map(({ status }) => status))).toContain('delivered');
  });
});

import { describe, expect, it } from 'vitest';
import { makeCore, passUntil, startSignedIn, until } from '../support/core-world.ts';

const ada = '+12125550142';
const minute = 60_000;

describe('the whole of an account', () => {
  it('is fetched by itself, pauses when asked, and goes on after a restart', async () => {
    const world = await startSignedIn();
    const { clock, simulator, get, profile } = world;
    simulator.account.addCallLog(400, 350);
    expect((await get('archive.pause-backfill', undefined)).state).toBe('paused');
    await clock.advance(2 * minute);
    expect((await get('archive.get-backfill', undefined)).state).toBe('paused');
    await world.stop();

    const next = makeCore(profile, clock);
    await next.core.start();
    await until(async () =>
      expect((await next.get('archive.get-backfill', undefined)).state).toBe('paused'),
    );
    await next.get('archive.resume-backfill', undefined);
    const done = await passUntil(
      clock,
      async () => {
        const view = await next.get('archive.get-backfill', undefined);
        expect(view.state).toBe('done');
        return view;
      },
      20_000,
    );
    expect(done).toMatchObject({ progress: 1, failure: undefined });
    const outline = await next.get('calls.outline', {});
    expect(outline.total).toBeGreaterThan(400);
  });
});

describe('an hour with Sidetone closed', () => {
  it('is told of when it opens again, until it is dismissed', async () => {
    const world = await startSignedIn();
    const { clock, profile, simulator } = world;
    await until(async () => {
      const { feeds } = await world.get('archive.get-backfill', undefined);
      expect(feeds.every(({ reachesBackTo }) => reachesBackTo !== undefined)).toBe(true);
    });
    await clock.advance(6 * minute);
    expect(await world.get('archive.get-away', undefined)).toBeUndefined();
    await world.stop();
    await clock.advance(20 * minute);
    simulator.account.receiveText({ from: ada, text: 'Is the rate locked?' });
    simulator.account.receiveText({ from: ada, text: 'Hello?' });
    simulator.account.receiveCall({ from: ada, outcome: 'missed' });
    simulator.account.receiveVoicemail(ada, 20);
    await clock.advance(40 * minute);

    const next = makeCore(profile, clock);
    await next.core.start();
    const away = await passUntil(
      clock,
      async () => {
        const found = await next.get('archive.get-away', undefined);
        expect(found).toBeDefined();
        return found;
      },
      2_000,
    );
    expect(away).toMatchObject({ texts: 2, missedCalls: 1, voicemails: 1 });
    expect(await next.get('calls.count-new', undefined)).toBeGreaterThanOrEqual(1);
    await passUntil(clock, () => {
      const topics = next.events.flatMap((event) => (event.name === 'changed' ? event.topics : []));
      expect(topics).toContainEqual({ area: 'away' });
    });
    await next.get('archive.dismiss-away', undefined);
    expect(await next.get('archive.get-away', undefined)).toBeUndefined();
  });
});

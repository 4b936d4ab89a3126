import { describe, expect, it } from 'vitest';
import { createVault, start, until } from '../ringcentral/harness.ts';
import { openSession } from './harness.ts';

describe('the demo account', () => {
  it('signs in by itself, and goes on with its tokens the next time', async () => {
    const world = await start();
    const { credentials, url: serverUrl } = world.simulator;
    const demo = { serverUrl, ...credentials };
    const first = openSession(world, { demo });
    await first.session.start();
    await until(() => first.session.getView().state === 'signed-in');
    expect(first.session.getView().demo).toBe(true);
    const again = openSession(await start({ ...world, vault: createVault(world.vault.entries) }), {
      demo,
      archive: first.archive,
    });
    await again.session.start();
    expect(again.session.getView().state).toBe('signed-in');
    expect(again.departures.filter(({ path }) => path.includes('oauth'))).toEqual([]);
  });

  it('signs in anew when its session is over, or its server has moved', async () => {
    const world = await start();
    const { credentials, url: serverUrl } = world.simulator;
    const demo = { serverUrl, ...credentials };
    const { session } = openSession(world, { demo });
    await session.start();
    await until(() => session.getView().state === 'signed-in');
    world.simulator.account.revokeSessions();
    session.resume();
    await until(() => world.simulator.account.state.sessions.length === 1);
    await until(() => session.getView().state === 'signed-in');
  });

  it('signs in anew when its server has moved', async () => {
    const world = await start();
    const before = { serverUrl: world.simulator.url, ...world.simulator.credentials };
    const first = openSession(world, { demo: before });
    await first.session.start();
    await until(() => first.session.getView().state === 'signed-in');
    const elsewhere = await start({ vault: createVault(world.vault.entries) });
    const demo = { serverUrl: elsewhere.simulator.url, ...elsewhere.simulator.credentials };
    const { session } = openSession(elsewhere, { demo, archive: first.archive });
    await session.start();
    await until(() => session.getView().state === 'signed-in');
    expect(session.getView().serverUrl).toBe(elsewhere.simulator.url);
  });

  it('keeps trying when it is not there yet', async () => {
    const world = await start();
    const { credentials, url: serverUrl } = world.simulator;
    await world.simulator.goDown();
    const { session, clock } = openSession(world, { demo: { serverUrl, ...credentials } });
    await session.start();
    await until(() => session.getView().state === 'signed-out');
    await world.simulator.comeBack();
    await clock.advance(2_000);
    await until(() => session.getView().state === 'signed-in');
  });
});

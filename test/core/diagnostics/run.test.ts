import { describe, expect, it } from 'vitest';
import { checkIds } from '../../../shared/model/diagnostics.ts';
import { runChecks, type CheckDeps } from '../../../main/core/diagnostics/checks/run.ts';
import type { FeedStanding } from '../../../main/core/sync/engine.ts';
import { createFakeLinkHandlers } from '../support/link-handlers.ts';
import { openSession, openSignedIn } from '../session/harness.ts';
import { ping, start, until } from '../ringcentral/harness.ts';

type World = Awaited<ReturnType<typeof openSignedIn>>;

function run(world: World) {
  const { archive, clock, client, log, session, settings, vault } = world;
  const feeds: readonly FeedStanding[] = [{ feed: 'messages', lastSyncedAt: clock.now() }];
  const deps: CheckDeps = {
    ports: { clock, log, secrets: vault, linkHandlers: createFakeLinkHandlers('sidetone') },
    info: {
      version: '0.1.0',
      platform: 'test',
      runtime: 'node',
      profileFolder: '/home/ada',
      isPackaged: true,
    },
    archive,
    client,
    session,
    settings,
    sync: { listFeeds: () => feeds },
    localApi: { getStanding: () => ({ state: 'off' }) },
  };
  return runChecks(deps);
}

const outcomesOf = ({ checks }: Awaited<ReturnType<typeof run>>) =>
  Object.fromEntries(checks.map(({ id, outcome }) => [id, outcome]));

describe('running the checks', () => {
  it('takes two requests, finds nothing wrong, and tells no secret and no whole number', async () => {
    const world = await openSignedIn();
    await world.clock.advance(1_000);
    await until(() => world.client.push.getState().state === 'connected');
    world.departures.length = 0;
    const report = await run(world);
    expect(report.checks.map(({ id }) => id)).toEqual(checkIds);
    expect(Object.values(outcomesOf(report)).filter((each) => each === 'fail')).toEqual([]);
    expect(outcomesOf(report)).toMatchObject({ server: 'pass', token: 'pass', push: 'pass' });
    expect(world.departures.map(({ path }) => path)).toEqual(['', '/authz-profile']);
    const text = JSON.stringify(report);
    for (const secret of world.vault.entries.values()) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/\+\d{7}/);
    expect(text).not.toContain(world.simulator.account.state.sessions[0]?.accessToken);
  });

  it('asks nobody while nobody is signed in', async () => {
    const world = openSession(await start());
    await world.session.start();
    const report = await run(world);
    expect(outcomesOf(report)).toMatchObject({
      credentials: 'fail',
      server: 'skipped',
      token: 'skipped',
      push: 'skipped',
      archive: 'pass',
    });
    expect(world.departures).toEqual([]);
  });

  it('does not wait for the end of a pause, which is what it has to tell of', async () => {
    const world = await openSignedIn();
    const headers = { 'Retry-After': '60' };
    world.simulator.faults.add({ path: /extension\/~$/, times: 1, status: 429, headers });
    await ping(world.client);
    world.departures.length = 0;
    const began = world.clock.now();
    const report = await run(world);
    expect(world.clock.now()).toBe(began);
    expect(world.departures).toEqual([]);
    expect(report.checks.find(({ id }) => id === 'rate-budget')).toMatchObject({
      outcome: 'warn',
      finding: 'rate-budget.paused',
    });
    expect(outcomesOf(report)).toMatchObject({ server: 'skipped', token: 'skipped' });
  });
});

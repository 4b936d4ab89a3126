import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { Json } from './support/client.ts';
import { jwtGrant, postToken, startForTest } from './support/client.ts';
import { basicOf, codeGrant, codeOf, refreshGrant } from './support/oauth.ts';

async function statePathForTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'state.json');
}

describe('the registered apps', () => {
  it('are remembered with their addresses', async () => {
    const statePath = await statePathForTest();
    const { simulator, clock } = await startForTest({ statePath });
    const redirect_uri = 'http://localhost:9200/back';
    simulator.account.addRedirectUri(redirect_uri);
    await simulator.stop();
    const { simulator: again } = await startForTest({ statePath, clock });
    const grant = { ...codeGrant(again, await codeOf(again, { redirect_uri })), redirect_uri };
    expect(await postToken(again, grant)).toMatchObject({ status: 200 });
  });

  it('are there after a start with a file from before there were several', async () => {
    const statePath = await statePathForTest();
    const { simulator, clock } = await startForTest({ statePath });
    const { json } = await postToken(simulator, jwtGrant(simulator));
    await simulator.stop();
    await writeFile(statePath, JSON.stringify(asWrittenBefore(await readFile(statePath, 'utf8'))));
    const { simulator: again } = await startForTest({ statePath, clock });
    expect(again.credentials).toEqual(simulator.credentials);
    const refreshed = await postToken(again, refreshGrant(again, json['refresh_token']));
    expect(refreshed).toMatchObject({ status: 200 });
    // What had been changed about the app stays, and what is new is as in a new account.
    expect(refreshed.json['scope']).toBe('SMS');
    const byCode = await postToken(again, codeGrant(again, await codeOf(again)));
    expect(byCode).toMatchObject({ status: 200 });
    const assertion = again.account.confidentialApp.jwt;
    const { grant_type } = jwtGrant(again) as { grant_type: string };
    const office = await postToken(again, { grant_type, assertion }, basicOf(again));
    expect(office).toMatchObject({ status: 200 });
  });

  /** The first edition knew one app, without flows and addresses, and nobody had a password. */
  function asWrittenBefore(text: string): Json {
    const {
      otherApps: _apps,
      password: _password,
      access: _access,
      ...state
    } = JSON.parse(text) as Json;
    const { flows: _flows, redirectUris: _uris, ...client } = state['client'] as Json;
    return { ...state, client: { ...client, permissions: ['SMS'] } };
  }
});

describe('the Date header', () => {
  it.each([0, 3_600_000, -3_600_000])('is the simulator’s time and %i ms', async (skew) => {
    const { simulator, clock } = await startForTest();
    simulator.account.rules.clockSkewMs = skew;
    await clock.advance(7_000);
    const expected = new Date(clock.now() + skew).toUTCString();
    const { headers, json } = await postToken(simulator, jwtGrant(simulator));
    expect(headers.get('date')).toBe(expected);
    // Lifetimes are counted by the server, whatever its clock shows.
    expect(json['expires_in']).toBe(3_600);
    const paths = ['/restapi', '/login', '/nowhere', '/restapi/v1.0/account/~'];
    for (const origin of [simulator.url, simulator.mediaUrl]) {
      for (const path of paths) {
        const response = await fetch(`${origin}${path}`);
        expect(response.headers.get('date')).toBe(expected);
      }
    }
  });

  it('may be replaced by a fault', async () => {
    const { simulator } = await startForTest();
    simulator.faults.add({ path: '/restapi', headers: { Date: 'Thu, 01 Jan 1970 00:00:00 GMT' } });
    const { headers } = await fetch(`${simulator.url}/restapi`);
    expect(headers.get('date')).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
  });
});

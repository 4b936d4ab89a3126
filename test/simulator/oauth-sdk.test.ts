import { SDK } from '@ringcentral/sdk';
import { describe, expect, it, onTestFinished } from 'vitest';

import type { Simulator } from '../../simulator/server.ts';
import { authorizeInBrowser } from './support/browser.ts';
import { EXTENSION, startForTest } from './support/client.ts';
import { REDIRECT_URI } from './support/oauth.ts';

type Platform = ReturnType<SDK['platform']>;

function platformOf({ url }: Simulator, clientId: string, clientSecret?: string): Platform {
  const secret = clientSecret === undefined ? {} : { clientSecret };
  const options = { server: url, clientId, ...secret, redirectUri: REDIRECT_URI };
  const platform = new SDK({ ...options, clearCacheOnRefreshError: false }).platform();
  onTestFinished(() => {
    platform.removeAllListeners();
  });
  return platform;
}

describe('RingCentral’s own SDK', () => {
  it('signs in through the browser with PKCE, and out', async () => {
    const { simulator } = await startForTest();
    const platform = platformOf(simulator, simulator.credentials.clientId);
    const address = platform.loginUrl({ usePKCE: true, state: 'mine' });
    const back = await authorizeInBrowser(simulator.url, address);
    const { code, state } = platform.parseLoginRedirect(back.search);
    expect(state).toBe('mine');
    await platform.login({ code: String(code), code_verifier: platform.codeVerifier });
    expect((await platform.get(EXTENSION)).status).toBe(200);
    await platform.refresh();
    await platform.logout();
    expect(simulator.account.state.sessions).toEqual([]);
  });

  it('signs in with a secret: by code and by JWT', async () => {
    const { simulator } = await startForTest();
    const { id, secret, jwt } = simulator.account.confidentialApp;
    const platform = platformOf(simulator, id, secret);
    const back = await authorizeInBrowser(simulator.url, platform.loginUrl());
    await platform.login({ code: back.searchParams.get('code') ?? '' });
    expect((await platform.get(EXTENSION)).status).toBe(200);
    await platform.login({ jwt });
    expect(simulator.account.state.sessions.map(({ clientId }) => clientId)).toEqual([id, id]);
  });

  it('hears of a refusal on the way back', async () => {
    const { simulator } = await startForTest();
    const platform = platformOf(simulator, simulator.credentials.clientId);
    const address = platform.loginUrl({ usePKCE: true, prompt: 'none' });
    const { headers } = await fetch(address, { redirect: 'manual' });
    const { search } = new URL(headers.get('location') ?? '');
    expect(() => platform.parseLoginRedirect(search)).toThrow('Not signed in');
  });
});

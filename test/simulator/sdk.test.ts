import { SDK } from '@ringcentral/sdk';
import { describe, expect, it, onTestFinished } from 'vitest';

import { defaultPace } from '../../simulator/pace.ts';
import type { Simulator } from '../../simulator/server.ts';
import { EXTENSION, startForTest } from './support/client.ts';

type Platform = ReturnType<SDK['platform']>;

async function login(simulator: Simulator): Promise<Platform> {
  const { clientId, jwt } = simulator.credentials;
  const sdk = new SDK({ server: simulator.url, clientId, clearCacheOnRefreshError: false });
  const platform = sdk.platform();
  await platform.login({ jwt });
  onTestFinished(() => {
    platform.removeAllListeners();
  });
  return platform;
}

async function body(response: Promise<Response>): Promise<Record<string, unknown>> {
  return (await (await response).json()) as Record<string, unknown>;
}

describe('RingCentral’s own SDK', () => {
  it('signs in, asks who it is, refreshes, and signs out', async () => {
    const { simulator } = await startForTest();
    const platform = await login(simulator);
    expect(await platform.loggedIn()).toBe(true);
    expect(await body(platform.get(EXTENSION))).toMatchObject({ extensionNumber: '101' });
    const before = (await platform.auth().data()).access_token;
    await platform.refresh();
    expect((await platform.auth().data()).access_token).not.toBe(before);
    expect((await platform.get(EXTENSION)).status).toBe(200);
    await platform.logout();
    expect(simulator.account.state.sessions).toEqual([]);
  });

  it('recovers from an expired access token by itself, with its odd lifetime', async () => {
    const { simulator, clock } = await startForTest();
    const platform = await login(simulator);
    await clock.advance(3_600_000);
    expect((await platform.get(`${EXTENSION}/presence`)).status).toBe(200);
    expect((await platform.auth().data()).expires_in).toBe(600);
  });

  it('texts, and lists and syncs what it sent', async () => {
    const { simulator, clock } = await startForTest();
    const platform = await login(simulator);
    const sent = await body(
      platform.post(`${EXTENSION}/sms`, {
        from: { phoneNumber: simulator.account.directNumber },
        to: [{ phoneNumber: '+15125550120' }],
        text: 'Hello from the SDK',
      }),
    );
    await clock.advance(10_000);
    const list = await body(platform.get(`${EXTENSION}/message-store`, { messageType: ['SMS'] }));
    expect(list['records']).toContainEqual(
      expect.objectContaining({ id: sent['id'], messageStatus: 'Delivered' }),
    );
    const full = await body(platform.get(`${EXTENSION}/message-sync`, { syncType: 'FSync' }));
    const { syncToken } = full['syncInfo'] as { readonly syncToken: string };
    const next = await body(
      platform.get(`${EXTENSION}/message-sync`, { syncType: 'ISync', syncToken }),
    );
    expect(next['records']).toEqual([]);
  });

  it('calls, follows the call, and finds it in the log', async () => {
    const { simulator, clock } = await startForTest();
    const platform = await login(simulator);
    const call = await body(
      platform.post(`${EXTENSION}/ring-out`, {
        from: { phoneNumber: '+15125550177' },
        to: { phoneNumber: '+15125550134' },
        playPrompt: false,
      }),
    );
    await clock.advance(defaultPace.ownPhoneAnswer + defaultPace.otherSideAnswer);
    expect(await body(platform.get(`${EXTENSION}/ring-out/${String(call['id'])}`))).toMatchObject({
      status: { callStatus: 'Success' },
    });
    await clock.advance(120_000);
    const log = await body(platform.get(`${EXTENSION}/call-log`));
    expect(log['records']).toContainEqual(expect.objectContaining({ action: 'RingOut Web' }));
    const sync = await body(
      platform.get(`${EXTENSION}/call-log-sync`, { syncType: 'FSync', recordCount: 50 }),
    );
    expect(sync['records']).toHaveLength(50);
  });

  it('reads its errors', async () => {
    const { simulator } = await startForTest();
    const platform = await login(simulator);
    const failed = platform.post(`${EXTENSION}/sms`, {
      from: { phoneNumber: '+12125550100' },
      to: [{ phoneNumber: '+15125550120' }],
      text: 'x',
    });
    await expect(failed).rejects.toThrow('Parameter [from] is not a number of the user');
    for (let count = 0; count < 10; count += 1) await platform.get(`${EXTENSION}/active-calls`);
    await expect(platform.get(`${EXTENSION}/active-calls`)).rejects.toMatchObject({
      message: 'Request rate exceeded',
      retryAfter: 60_000,
    });
  });
});

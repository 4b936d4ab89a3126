import { describe, expect, it } from 'vitest';

import { defaultPace } from '../../simulator/pace.ts';
import type { Client, Json } from './support/client.ts';
import { clientWith, jwtGrant, postToken, records, signedIn, textAt } from './support/client.ts';

const LONG_AGO = '2026-01-20T00:00:00Z';

describe('rules for what RingCentral may do', () => {
  it('429 without Retry-After, and without X-Rate-Limit headers', async () => {
    const client = await signedIn();
    const { rules } = client.simulator.account;
    rules.rateLimits.Light = 1;
    rules.retryAfter = false;
    await client.get('/presence');
    const limited = await client.get('/presence');
    expect(limited).toMatchObject({ status: 429, code: 'CMN-301' });
    expect(limited.headers.get('retry-after')).toBeNull();
    expect(limited.headers.get('x-rate-limit-group')).toBe('light');
    rules.rateHeaders = 'not-on-429';
    expect((await client.get('/presence')).headers.get('x-rate-limit-group')).toBeNull();
    expect((await client.get('/features')).headers.get('x-rate-limit-group')).toBe('medium');
    rules.rateHeaders = 'none';
    expect((await client.get('/features')).headers.get('x-rate-limit-group')).toBeNull();
  });

  it('a media host that knows no ranges', async () => {
    const client = await signedIn();
    const { account } = client.simulator;
    const { attachments } = account.receiveVoicemail('+19075550115', 2, undefined);
    const voicemail = account.messages.at(-1);
    const path = `/message-store/${voicemail?.id}/content/${attachments[0]?.id}`;
    const uri = `${client.simulator.url}/restapi/v1.0/account/~/extension/~${path}`;
    const headers = { Authorization: `Bearer ${client.token}`, Range: 'bytes=0-3' };
    expect((await fetch(uri, { headers })).status).toBe(206);
    account.rules.mediaRanges = false;
    const whole = await fetch(uri, { headers });
    expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, null]);
    expect((await whole.arrayBuffer()).byteLength).toBe(16_044);
  });

  it('a message sync with more records than asked for', async () => {
    const client = await signedIn();
    const query = { syncType: 'FSync', recordCount: '5', dateFrom: LONG_AGO };
    expect(records(await client.get('/message-sync', query))).toHaveLength(5);
    client.simulator.account.rules.extraSyncRecords = 3;
    expect(records(await client.get('/message-sync', query))).toHaveLength(8);
  });

  it('a message sync that goes back a week by default', async () => {
    const client = await signedIn();
    const day = records(await client.get('/message-sync', { syncType: 'FSync' }));
    client.simulator.account.rules.messageSyncDays = 7;
    const week = records(await client.get('/message-sync', { syncType: 'FSync' }));
    expect(week.length).toBeGreaterThan(day.length);
  });

  it('call records without number, result and duration, and lists with totals', async () => {
    const client = await signedIn();
    const { rules } = client.simulator.account;
    rules.absentCallFields = ['phoneNumber', 'result', 'duration'];
    rules.callLogTotals = true;
    const reply = await client.get('/call-log', { dateFrom: LONG_AGO });
    expect(reply.json['paging']).toMatchObject({ totalElements: expect.any(Number) });
    for (const call of records(reply)) {
      expect(call).not.toHaveProperty('result');
      expect(call).not.toHaveProperty('duration');
      expect(call['from']).not.toHaveProperty('phoneNumber');
    }
  });

  it.each(['CLG-101', 'CLG-102', 'CLG-103', 'CLG-104', 'CLG-105', 'CMN-101'] as const)(
    'a call-log token that is refused with %s',
    async (code) => {
      const client = await signedIn();
      const full = await client.get('/call-log-sync', { recordCount: '10' });
      const syncToken = textAt(full.json, 'syncInfo', 'syncToken');
      client.simulator.account.rules.expiredCallToken = code;
      client.simulator.account.expireSyncTokens();
      const next = await client.get('/call-log-sync', { syncType: 'ISync', syncToken });
      expect(next).toMatchObject({ status: 400, code });
    },
  );

  it('one record with two legs for a RingOut', async () => {
    const client = await signedIn();
    client.simulator.account.rules.ringOutRecords = 'one';
    await client.post('/ring-out', {
      from: { phoneNumber: '+15125550177' },
      to: { phoneNumber: '+15125550134' },
    });
    await client.clock.advance(300_000);
    const [call, before] = records(await client.get('/call-log', { view: 'Detailed' }));
    expect((call as { legs: Json[] }).legs.map(({ legType }) => legType)).toEqual([
      'RingOutWebToSubscriber',
      'RingOutWebToCaller',
    ]);
    expect(Date.parse(String(before?.['startTime']))).toBeLessThan(client.clock.now() - 300_000);
  });
});

describe('a deleted message', () => {
  it('is purged by itself after a while, which a sync tells', async () => {
    const client = await signedIn();
    const message = client.simulator.account.receiveText({ from: '+15125550134', text: 'Bye' });
    await client.request('DELETE', `/message-store/${message.id}`);
    await client.clock.advance(defaultPace.deletedKept - 60_000);
    const again = clientWith(client.simulator, client.clock, await newToken(client));
    const full = await again.get('/message-sync', { syncType: 'FSync', dateFrom: LONG_AGO });
    expect((await again.get(`/message-store/${message.id}`)).status).toBe(200);
    await client.clock.advance(120_000);
    expect((await again.get(`/message-store/${message.id}`)).status).toBe(404);
    const syncToken = textAt(full.json, 'syncInfo', 'syncToken');
    const next = records(await again.get('/message-sync', { syncType: 'ISync', syncToken }));
    expect(next).toContainEqual({ id: message.id, availability: 'Purged' });
  });

  async function newToken({ simulator }: Client): Promise<string> {
    const { json } = await postToken(simulator, jwtGrant(simulator));
    return String(json['access_token']);
  }
});

describe('calls that the user may not make', () => {
  it.each([
    ['DomesticCalls', '+15125550134'],
    ['InternationalCalls', '+442079460958'],
  ])('%s', async (permission, phoneNumber) => {
    const client = await signedIn();
    const { state } = client.simulator.account;
    const from = { phoneNumber: '+15125550177' };
    expect((await client.post('/ring-out', { from, to: { phoneNumber } })).status).toBe(200);
    state.userPermissions = state.userPermissions.filter((name) => name !== permission);
    const refused = await client.post('/ring-out', { from, to: { phoneNumber } });
    expect(refused).toMatchObject({ status: 403, code: 'CMN-113' });
  });
});

describe('deleting the call log', () => {
  it('up to a day shows in syncs that ask for it', async () => {
    const client = await signedIn();
    const full = await client.get('/call-log-sync', { recordCount: '50' });
    const oldest = records(full).at(-1);
    const syncToken = textAt(full.json, 'syncInfo', 'syncToken');
    await client.clock.advance(60_000);
    const dateTo = String(oldest?.['startTime']);
    const reply = await client.request('DELETE', '/call-log', { query: { dateTo } });
    expect(reply.status).toBe(204);
    const query = { syncType: 'ISync', syncToken };
    expect(records(await client.get('/call-log-sync', query))).toEqual([]);
    const shown = records(await client.get('/call-log-sync', { ...query, showDeleted: 'true' }));
    expect(shown).toMatchObject([{ id: oldest?.['id'], deleted: true }]);
    const listed = records(await client.get('/call-log', { dateFrom: LONG_AGO, perPage: 'max' }));
    expect(listed.map(({ id }) => id)).not.toContain(oldest?.['id']);
  });
});

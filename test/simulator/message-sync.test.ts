import { describe, expect, it } from 'vitest';

import type { Client, Json } from './support/client.ts';
import { records, signedIn } from './support/client.ts';

const DAY = 86_400_000;
const MARIA = '+15125550134';

function ago(client: Client, days: number): string {
  return new Date(client.clock.now() - days * DAY).toISOString();
}

describe('message-sync', () => {
  type Sync = {
    readonly records: readonly Json[];
    readonly token: string;
    readonly older: unknown;
  };

  async function sync(client: Client, query: Record<string, string>): Promise<Sync> {
    const reply = await client.get('/message-sync', query);
    expect(reply.status).toBe(200);
    const info = reply.json['syncInfo'] as Json;
    return {
      records: records(reply),
      token: String(info['syncToken']),
      older: info['olderRecordsExist'],
    };
  }

  const full = (client: Client, more: Record<string, string> = {}): Promise<Sync> =>
    sync(client, { syncType: 'FSync', dateFrom: ago(client, 30), ...more });
  const next = (
    client: Client,
    syncToken: string,
    more: Record<string, string> = {},
  ): Promise<Sync> => sync(client, { syncType: 'ISync', syncToken, ...more });

  it('gives the window, then what is new or changed', async () => {
    const client = await signedIn();
    const first = await full(client);
    expect(first.records.length).toBeGreaterThan(200);
    expect(first.older).toBe(true);
    await client.clock.advance(60_000);
    expect((await next(client, first.token)).records).toEqual([]);
    const message = client.simulator.account.receiveText({ from: MARIA, text: 'New' });
    const changed = String(first.records[10]?.['id']);
    await client.request('PUT', `/message-store/${changed}`, { body: { readStatus: 'Unread' } });
    const second = await next(client, first.token);
    expect(second.records.map(({ id }) => id)).toEqual([message.id, Number(changed)]);
    expect(second.records[1]).toMatchObject({ readStatus: 'Unread', subject: expect.any(String) });
  });

  it('repeats the last five seconds', async () => {
    const client = await signedIn();
    client.simulator.account.receiveText({ from: MARIA, text: 'A' });
    await client.clock.advance(4_000);
    const first = await full(client);
    await client.clock.advance(4_000);
    const second = await next(client, first.token);
    expect(second.records).toMatchObject([{ subject: 'A' }]);
    await client.clock.advance(4_000);
    expect((await next(client, second.token)).records).toEqual([]);
  });

  it('says of deleted messages only that they are', async () => {
    const client = await signedIn();
    const first = await full(client);
    const id = Number(first.records[0]?.['id']);
    await client.clock.advance(60_000);
    await client.request('DELETE', `/message-store/${id}`);
    expect((await next(client, first.token)).records).toEqual([{ id, availability: 'Deleted' }]);
  });

  it('keeps its filters in the token, and widens by an older date', async () => {
    const client = await signedIn();
    const first = await full(client, { messageType: 'VoiceMail' });
    await client.clock.advance(60_000);
    client.simulator.account.receiveText({ from: MARIA, text: 'Not a voicemail' });
    expect((await next(client, first.token)).records).toEqual([]);
    const wider = await next(client, first.token, { dateFrom: ago(client, 60) });
    expect(wider.records.length).toBe(8 - first.records.length);
    expect(wider.older).toBe(false);
  });

  it('limits a full sync by count, and says that there is more', async () => {
    const client = await signedIn();
    const few = await full(client, { recordCount: '3' });
    expect(few.records).toHaveLength(3);
    expect(few.older).toBe(true);
    const distinct = await sync(client, {
      syncType: 'FSync',
      dateFrom: ago(client, 120),
      messageType: 'SMS',
      distinctConversations: 'true',
    });
    expect(distinct.records).toHaveLength(60);
  });

  it('refuses tokens that expired or are none', async () => {
    const client = await signedIn();
    const { token } = await full(client);
    const ask = async (syncToken: string): Promise<unknown> =>
      (await client.get('/message-sync', { syncType: 'ISync', syncToken })).code;
    expect(await ask('rubbish')).toBe('CMN-101');
    client.simulator.account.expireSyncTokens();
    expect(await ask(token)).toBe('MSG-333');
    client.simulator.account.rules.expiredMessageToken = 'CMN-101';
    expect(await ask(token)).toBe('CMN-101');
  });
});

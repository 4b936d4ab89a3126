import { describe, expect, it } from 'vitest';

import type { Client, Json } from './support/client.ts';
import { records, signedIn, textAt } from './support/client.ts';

const DAY = 86_400_000;

function ago(client: Client, days: number): string {
  return new Date(client.clock.now() - days * DAY).toISOString();
}

async function list(
  client: Client,
  query: Record<string, string | string[]>,
): Promise<readonly Json[]> {
  return records(
    await client.get('/call-log', { dateFrom: ago(client, 60), perPage: 'max', ...query }),
  );
}

function syncInfo(reply: { readonly json: Json }): Json {
  return reply.json['syncInfo'] as Json;
}

describe('the call log', () => {
  it('shows the last 24 hours by default, newest first', async () => {
    const client = await signedIn();
    const entries = records(await client.get('/call-log'));
    const times = entries.map(({ startTime }) => Date.parse(String(startTime)));
    expect(times.length).toBeGreaterThan(0);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(client.clock.now() - DAY);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it('comes in pages without totals', async () => {
    const client = await signedIn();
    const first = await client.get('/call-log', { dateFrom: ago(client, 60), perPage: '100' });
    expect(first.json['paging']).toEqual({ page: 1, perPage: 100, pageStart: 0, pageEnd: 99 });
    const seen = new Set(records(first).map(({ id }) => id));
    let next = (first.json['navigation'] as { nextPage?: { uri: string } }).nextPage;
    while (next) {
      const { pathname, search } = new URL(next.uri);
      const page = await client.get(`${pathname}${search}`);
      for (const { id } of records(page)) seen.add(id);
      next = (page.json['navigation'] as { nextPage?: { uri: string } }).nextPage;
    }
    expect(seen.size).toBe(client.simulator.account.calls.length);
  });

  it('filters by direction, number, transport, session and type', async () => {
    const client = await signedIn();
    const inbound = await list(client, { direction: 'Inbound' });
    expect(new Set(inbound.map(({ direction }) => direction))).toEqual(new Set(['Inbound']));
    const both = await list(client, { direction: ['Inbound', 'Outbound'] });
    expect(both.length).toBeGreaterThan(inbound.length);
    const withMaria = await list(client, { phoneNumber: '15125550134' });
    expect(withMaria.length).toBeGreaterThan(0);
    expect(withMaria.every((entry) => JSON.stringify(entry).includes('+15125550134'))).toBe(true);
    const internal = await list(client, { extensionNumber: '103' });
    expect(internal.every((entry) => JSON.stringify(entry).includes('"103"'))).toBe(true);
    expect(await list(client, { type: 'Fax' })).toEqual([]);
    const recorded = await list(client, { recordingType: 'All' });
    const byHand = await list(client, { recordingType: 'OnDemand' });
    expect(recorded.length).toBeGreaterThan(byHand.length);
    expect(byHand).not.toEqual([]);
    for (const { recording, duration } of recorded) {
      expect(recording).toMatchObject({ contentUri: expect.stringContaining('/content') });
      expect(duration).toBeGreaterThanOrEqual(30);
    }
    expect(
      (await list(client, { transport: 'VoIP' })).every(({ transport }) => transport === 'VoIP'),
    ).toBe(true);
    const one = inbound[0];
    const bySession = await client.get('/call-log', { sessionId: String(one?.['sessionId']) });
    expect(records(bySession).map(({ id }) => id)).toEqual([one?.['id']]);
  });

  it('leaves out what is unknown, and links a voicemail', async () => {
    const client = await signedIn();
    const entries = await list(client, {});
    const hidden = entries.find(({ from }) => (from as Json)['name'] === 'Anonymous');
    expect(hidden?.['from']).toEqual({ name: 'Anonymous' });
    const voicemail = entries.find(({ result }) => result === 'Voicemail');
    const message = await client.get(`/message-store/${textAt(voicemail, 'message', 'id')}`);
    expect(message.json).toMatchObject({ type: 'VoiceMail', from: voicemail?.['from'] });
  });

  it('shows legs in the detailed view, and a single record', async () => {
    const client = await signedIn();
    const [entry] = await list(client, { view: 'Detailed' });
    expect(entry?.['legs']).toMatchObject([{ master: true, legType: expect.any(String) }]);
    const single = await client.get(`/call-log/${String(entry?.['id'])}`);
    expect(single.json).toMatchObject({ id: entry?.['id'], sessionId: entry?.['sessionId'] });
    expect(single.json).not.toHaveProperty('legs');
  });

  it.each([
    [{ sessionId: '1', direction: 'Inbound' }, 400, 'CLG-110'],
    [{ direction: 'Sideways' }, 400, 'CMN-101'],
    [{ dateFrom: 'yesterday' }, 400, 'CMN-101'],
    [{ dateFrom: '2026-03-10T00:00:00Z', dateTo: '2026-03-01T00:00:00Z' }, 400, 'CMN-101'],
    [{ page: '0' }, 400, 'CMN-101'],
    [{ perPage: 'lots' }, 400, 'CMN-101'],
  ])('refuses %o', async (query, status, code) => {
    const client = await signedIn();
    expect(await client.get('/call-log', query)).toMatchObject({ status, code });
  });

  it('does not know a record of another id', async () => {
    const client = await signedIn();
    expect(await client.get('/call-log/abc')).toMatchObject({ status: 404, code: 'CMN-102' });
  });
});

describe('call-log-sync', () => {
  async function fullSync(client: Client, query: Record<string, string> = {}): Promise<Json> {
    const reply = await client.get('/call-log-sync', {
      syncType: 'FSync',
      recordCount: '250',
      ...query,
    });
    expect(reply.status).toBe(200);
    return reply.json;
  }

  async function missedCall(client: Client, from: string): Promise<void> {
    client.simulator.account.receiveCall({ from, outcome: 'missed' });
    await client.clock.advance(60_000);
  }

  it('gives at most what was asked for, newest first, and nothing older than 30 days', async () => {
    const client = await signedIn();
    const ten = (await fullSync(client, { recordCount: '10' }))['records'] as Json[];
    expect(ten).toHaveLength(10);
    const all = (await fullSync(client, { dateFrom: ago(client, 60) }))['records'] as Json[];
    const oldest = Date.parse(String(all.at(-1)?.['startTime']));
    expect(oldest).toBeGreaterThanOrEqual(client.clock.now() - 30 * DAY);
    expect(all.length).toBeGreaterThan(100);
  });

  it('needs a record count, of 250 at most', async () => {
    const client = await signedIn();
    const none = await client.get('/call-log-sync', { syncType: 'FSync' });
    expect(none).toMatchObject({ status: 400, code: 'CMN-101' });
    const many = await client.get('/call-log-sync', { recordCount: '251' });
    expect(many).toMatchObject({ status: 400, code: 'CMN-101' });
  });

  it('then gives only what is new, with five seconds repeated', async () => {
    const client = await signedIn();
    const first = syncInfo({ json: await fullSync(client) });
    await missedCall(client, '+15125550134');
    const query = { syncType: 'ISync', syncToken: String(first['syncToken']) };
    const second = await client.get('/call-log-sync', query);
    expect(records(second)).toMatchObject([
      { result: 'Missed', from: { phoneNumber: '+15125550134' } },
    ]);
    const third = await client.get('/call-log-sync', {
      ...query,
      syncToken: String(syncInfo(second)['syncToken']),
    });
    expect(records(third)).toHaveLength(0);
  });

  it('repeats at the seam what was listed in the last five seconds', async () => {
    const client = await signedIn({ pace: { callLogDelayMin: 0, callLogDelayMax: 0 } });
    client.simulator.account.receiveCall({
      from: '+15125550134',
      outcome: 'missed',
      ringMs: 1_000,
    });
    await client.clock.advance(3_000);
    const info = syncInfo({ json: await fullSync(client) });
    const again = await client.get('/call-log-sync', {
      syncType: 'ISync',
      syncToken: String(info['syncToken']),
    });
    expect(records(again)).toHaveLength(1);
  });

  it('can be of missed calls only', async () => {
    const client = await signedIn();
    const missed = (await fullSync(client, { statusGroup: 'Missed' }))['records'] as Json[];
    expect(new Set(missed.map(({ result }) => result))).toEqual(new Set(['Missed', 'Voicemail']));
  });

  it('widens into the past by a record count', async () => {
    const client = await signedIn();
    const first = await fullSync(client, { recordCount: '5' });
    const oldest = String((first['records'] as Json[]).at(-1)?.['startTime']);
    const wider = await client.get('/call-log-sync', {
      syncType: 'ISync',
      syncToken: String(syncInfo({ json: first })['syncToken']),
      recordCount: '7',
    });
    expect(records(wider)).toHaveLength(7);
    expect(records(wider).every(({ startTime }) => String(startTime) < oldest)).toBe(true);
  });

  it('asks for a full sync when more than 250 calls are new', async () => {
    const client = await signedIn();
    const info = syncInfo({ json: await fullSync(client) });
    for (let count = 0; count < 251; count += 1) {
      client.simulator.account.receiveCall({ outcome: 'missed', ringMs: 100 });
    }
    await client.clock.advance(60_000);
    const reply = await client.get('/call-log-sync', {
      syncType: 'ISync',
      syncToken: String(info['syncToken']),
    });
    expect(reply).toMatchObject({ status: 400, code: 'CMN-101' });
    expect(reply.json['message']).toBe(
      'Parameter [syncToken] is invalid [max sync record number limit is exceeded]',
    );
  });

  it('refuses tokens that expired, are none, or belong to something else', async () => {
    const client = await signedIn();
    const info = syncInfo({ json: await fullSync(client) });
    const ask = async (token: unknown): Promise<unknown> => {
      const query = { syncType: 'ISync', syncToken: String(token) };
      return (await client.get('/call-log-sync', query)).code;
    };
    const messages = syncInfo(await client.get('/message-sync', { syncType: 'FSync' }));
    expect(await ask('rubbish')).toBe('CMN-101');
    expect(await ask(messages['syncToken'])).toBe('CMN-101');
    client.simulator.account.expireSyncTokens();
    expect(await ask(info['syncToken'])).toBe('CLG-101');
  });
});

describe('an inbound call', () => {
  it.each([
    ['missed', 'Missed'],
    ['answered', 'Accepted'],
    ['rejected', 'Rejected'],
  ] as const)('that is %s leaves %s', async (outcome, result) => {
    const client = await signedIn();
    client.simulator.account.receiveCall({ from: '+15125550134', outcome });
    expect((await client.get('/presence')).json['telephonyStatus']).toBe('Ringing');
    await client.clock.advance(90_000);
    expect((await list(client, {}))[0]).toMatchObject({
      result,
      direction: 'Inbound',
      from: { phoneNumber: '+15125550134', location: 'Austin, TX' },
    });
  });

  it('leaves a voicemail whose transcription comes later', async () => {
    const client = await signedIn();
    client.simulator.account.receiveCall({
      from: '+15125550134',
      outcome: 'voicemail',
      transcript: 'Please call me back.',
    });
    await client.clock.advance(42_000);
    const voicemail = async (): Promise<Json | undefined> =>
      records(await client.get('/message-store', { messageType: 'VoiceMail' }))[0];
    expect(await voicemail()).toMatchObject({
      readStatus: 'Unread',
      vmTranscriptionStatus: 'InProgress',
      attachments: [{ type: 'AudioRecording', vmDuration: 30 }],
    });
    await client.clock.advance(4_000);
    expect(await voicemail()).toMatchObject({
      vmTranscriptionStatus: 'Completed',
      attachments: [{ type: 'AudioRecording' }, { type: 'AudioTranscription' }],
    });
  });
});

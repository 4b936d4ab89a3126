import { describe, expect, it } from 'vitest';

import { defaultPace } from '../../simulator/pace.ts';
import type { CallRecord } from '../../simulator/state/types.ts';
import type { Client, Json } from './support/client.ts';
import { EXTENSION, V1, records, signedIn, textAt } from './support/client.ts';
import { isEvent, subscribed } from './support/socket.ts';

const MARIA = '+15125550134';

function sessionOf({ telephonySessionId }: CallRecord): string {
  return `${V1}/account/~/telephony/sessions/${telephonySessionId}`;
}

async function answered(client: Client): Promise<CallRecord> {
  const call = client.simulator.account.receiveCall({ from: MARIA, outcome: 'answered' });
  await client.clock.advance(13_000);
  return call;
}

describe('a call session', () => {
  it('has the user and the other side', async () => {
    const client = await signedIn();
    const call = await answered(client);
    const { json } = await client.get(sessionOf(call));
    expect(json).toMatchObject({ id: call.telephonySessionId, origin: { type: 'Call' } });
    expect(json['parties']).toMatchObject([
      { id: call.partyId, direction: 'Inbound', status: { code: 'Answered' } },
      { direction: 'Outbound', from: { phoneNumber: MARIA } },
    ]);
  });

  it('ends when it is deleted, and is in the log', async () => {
    const client = await signedIn();
    const call = await answered(client);
    await client.clock.advance(5_000);
    expect((await client.request('DELETE', sessionOf(call))).status).toBe(204);
    expect((await client.get(sessionOf(call))).status).toBe(404);
    await client.clock.advance(60_000);
    const [entry] = records(await client.get('/call-log'));
    expect(entry).toMatchObject({ result: 'Accepted', duration: 18 });
  });

  it('is rejected when it is deleted while it rings', async () => {
    const client = await signedIn();
    const call = client.simulator.account.receiveCall({ from: MARIA, outcome: 'answered' });
    await client.request('DELETE', sessionOf(call));
    await client.clock.advance(60_000);
    expect(call).toMatchObject({ result: 'Rejected' });
  });

  it.each([
    ['while the own phone rings', 0, { callerStatus: 'Rejected', callStatus: 'CannotReach' }],
    ['while they talk', 20_000, { callerStatus: 'Finished', callStatus: 'Success' }],
  ])('of a RingOut ends both legs %s', async (_when, wait, status) => {
    const client = await signedIn();
    const { json } = await client.post('/ring-out', {
      from: { phoneNumber: '+15125550177' },
      to: { phoneNumber: MARIA },
    });
    await client.clock.advance(wait);
    const { account } = client.simulator;
    const call = account.calls.find(({ endedAt }) => endedAt === undefined);
    await client.request('DELETE', sessionOf(call as CallRecord));
    expect((await client.get(`/ring-out/${String(json['id'])}`)).json).toMatchObject({ status });
    expect(account.calls.every(({ endedAt }) => endedAt !== undefined)).toBe(true);
  });

  it('can be held and muted, which presence and events show', async () => {
    const client = await signedIn();
    const { socket } = await subscribed(client, [`${EXTENSION}/telephony/sessions`]);
    const call = await answered(client);
    const party = `${sessionOf(call)}/parties/${call.partyId}`;
    expect((await client.request('POST', `${party}/hold`)).json).toMatchObject({
      status: { code: 'Hold' },
      standAlone: true,
    });
    expect((await client.get('/presence')).json).toMatchObject({ telephonyStatus: 'OnHold' });
    expect((await client.request('POST', `${party}/hold`)).status).toBe(409);
    await client.request('POST', `${party}/unhold`);
    await client.request('PATCH', party, { body: { party: { muted: true } } });
    const seen: unknown[] = [];
    for (let count = 0; count < 6; count += 1) {
      const { body } = await socket.next(isEvent('/telephony/sessions'));
      const [own] = (body['body'] as Json)['parties'] as Json[];
      seen.push(`${textAt(own, 'status', 'code')} ${String(own?.['muted'])}`);
    }
    expect(seen).toEqual([
      'Setup false',
      'Proceeding false',
      'Answered false',
      'Hold false',
      'Answered false',
      'Answered true',
    ]);
  });

  it('cannot be held before it is answered, or through somebody else’s party', async () => {
    const client = await signedIn();
    const call = client.simulator.account.receiveCall({ from: MARIA, outcome: 'missed' });
    const party = `${sessionOf(call)}/parties/${call.partyId}`;
    expect((await client.request('POST', `${party}/hold`)).status).toBe(409);
    expect((await client.request('PATCH', party, { body: {} })).code).toBe('CMN-101');
    const other = party.replace(/1$/, '2');
    expect((await client.request('POST', `${other}/hold`)).status).toBe(404);
  });
});

describe('voicemail', () => {
  it('answers a call without making the user busy', async () => {
    const client = await signedIn();
    client.simulator.account.receiveCall({ from: MARIA, outcome: 'voicemail', talkMs: 20_000 });
    expect((await client.get('/presence')).json).toMatchObject({ telephonyStatus: 'Ringing' });
    await client.clock.advance(13_000);
    expect((await client.get('/presence')).json).toMatchObject({ telephonyStatus: 'NoCall' });
    await client.clock.advance(60_000);
    expect(client.simulator.account.messages.at(-1)).toMatchObject({ type: 'VoiceMail' });
  });
});

describe('a blocked caller', () => {
  it('never rings, and is in the log unless it is asked to leave them out', async () => {
    const client = await signedIn();
    client.simulator.account.receiveCall({ from: '+15125550193', outcome: 'answered' });
    expect((await client.get('/presence')).json).toMatchObject({ telephonyStatus: 'NoCall' });
    await client.clock.advance(60_000);
    const blocked = { result: 'Blocked', reason: 'Number Blocked' };
    expect(records(await client.get('/call-log'))[0]).toMatchObject(blocked);
    const others = records(await client.get('/call-log', { showBlocked: 'false' }));
    expect(others.map(({ result }) => result)).not.toContain('Blocked');
  });

  it('can be anyone who hides their number', async () => {
    const client = await signedIn();
    await client.request('PUT', '/caller-blocking', { body: { noCallerId: 'BlockCallsAndFaxes' } });
    expect(client.simulator.account.receiveCall({ outcome: 'missed' }).result).toBe('Blocked');
  });
});

describe('recordings', () => {
  async function recordedCall(client: Client): Promise<Json> {
    client.simulator.account.receiveCall({ from: MARIA, outcome: 'answered', talkMs: 61_000 });
    await client.clock.advance(13_000 + 61_000 + defaultPace.callLogDelayMax);
    const [entry] = records(await client.get('/call-log'));
    return entry?.['recording'] as Json;
  }

  it('are found a little after the call, with their length and address', async () => {
    const client = await signedIn();
    const recording = await recordedCall(client);
    expect(recording).toMatchObject({ type: 'Automatic' });
    const path = `${V1}/account/~/recording/${String(recording['id'])}`;
    expect(await client.get(path)).toMatchObject({ status: 404, code: 'CMN-102' });
    await client.clock.advance(defaultPace.recordingReady);
    expect((await client.get(path)).json).toMatchObject({
      duration: 61,
      contentType: 'audio/wav',
      contentUri: recording['contentUri'],
    });
  });

  it('come from the media origin, whole or in part, with a name', async () => {
    const client = await signedIn();
    const recording = await recordedCall(client);
    await client.clock.advance(defaultPace.recordingReady);
    const uri = String(recording['contentUri']);
    expect(uri.startsWith(client.simulator.mediaUrl)).toBe(true);
    const headers = { Authorization: `Bearer ${client.token}` };
    const whole = await fetch(`${uri}?contentDisposition=Attachment`, { headers });
    expect(whole.headers.get('content-disposition')).toMatch(/^attachment; filename="recording-/);
    const bytes = new Uint8Array(await whole.arrayBuffer());
    expect(bytes).toHaveLength(44 + 61 * 8_000);
    const part = await fetch(uri, { headers: { ...headers, Range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${bytes.length}`);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.subarray(100, 200));
    const beyond = await fetch(uri, { headers: { ...headers, Range: `bytes=${bytes.length}-` } });
    expect(beyond.status).toBe(416);
    expect(await beyond.json()).toMatchObject({ errorCode: 'CMN-107' });
    expect((await fetch(`${uri}?access_token=${client.token}`)).status).toBe(200);
  });

  it('are not kept of short calls, or by rule of none', async () => {
    const client = await signedIn();
    await answered(client);
    await client.clock.advance(20_000);
    client.simulator.account.rules.recordCalls = false;
    await answered(client);
    await client.clock.advance(200_000);
    const entries = records(await client.get('/call-log'));
    expect(entries.slice(0, 2).map((entry) => entry['recording'])).toEqual([undefined, undefined]);
  });
});

import { describe, expect, it } from 'vitest';

import { defaultPace } from '../../simulator/pace.ts';
import { failedLegs } from '../../simulator/telephony/leg-outcomes.ts';
import type { Client, Json } from './support/client.ts';
import { records, signedIn } from './support/client.ts';

const MOBILE = '+15125550177';
const HOME_NOBODY = '+15125550192';
const ANSWERS = '+17135550152';
const BUSY = '+15125550190';
const NO_ANSWER = '+15125550192';
const REJECTS = '+15125550194';
const BROKEN = '+15125550195';

async function call(client: Client, to: string, more: object = {}): Promise<string> {
  const body = { from: { phoneNumber: MOBILE }, to: { phoneNumber: to }, ...more };
  const { status, json } = await client.post('/ring-out', body);
  expect(status).toBe(200);
  return String(json['id']);
}

async function statusOf(client: Client, id: string): Promise<unknown> {
  return (await client.get(`/ring-out/${id}`)).json['status'];
}

async function log(client: Client): Promise<readonly Json[]> {
  return records(
    await client.get('/call-log', {
      dateFrom: new Date(client.clock.now() - 600_000).toISOString(),
    }),
  );
}

describe('a RingOut call', () => {
  it('rings the own phone, then the other side, connects, ends, and is gone', async () => {
    const client = await signedIn();
    const id = await call(client, '(713) 555-0152');
    const seen: unknown[] = [await statusOf(client, id)];
    await client.clock.advance(defaultPace.ownPhoneAnswer);
    seen.push(await statusOf(client, id));
    await client.clock.advance(defaultPace.otherSideAnswer);
    seen.push(await statusOf(client, id));
    await client.clock.advance(defaultPace.talk * 1.02);
    seen.push(await statusOf(client, id));
    const status = (callStatus: string, callerStatus: string, calleeStatus: string): object => ({
      callStatus,
      callerStatus,
      calleeStatus,
    });
    expect(seen).toEqual([
      status('InProgress', 'InProgress', 'InProgress'),
      status('InProgress', 'Success', 'InProgress'),
      status('Success', 'Success', 'Success'),
      status('Success', 'Finished', 'Finished'),
    ]);
    await client.clock.advance(defaultPace.ringOutGone);
    expect(await client.get(`/ring-out/${id}`)).toMatchObject({ status: 404, code: 'CMN-102' });
  });

  it.each([
    [BUSY, 'Busy', 'Busy'],
    [NO_ANSWER, 'NoAnswer', 'No Answer'],
    [REJECTS, 'Rejected', 'Rejected'],
    [BROKEN, 'GenericError', 'Wrong Number'],
  ])('to %s ends with %s', async (to, calleeStatus, result) => {
    const client = await signedIn({ pace: { ringOutGone: 600_000 } });
    const id = await call(client, to);
    await client.clock.advance(60_000);
    expect(await statusOf(client, id)).toEqual({
      callStatus: 'CannotReach',
      callerStatus: 'Success',
      calleeStatus,
    });
    const outbound = (await log(client)).find(({ direction }) => direction === 'Outbound');
    expect(outbound).toMatchObject({ action: 'RingOut Web', result, to: { phoneNumber: to } });
  });

  it.each(['own', 'other'] as const)('fails with any word, on the %s leg', async (leg) => {
    const client = await signedIn({ control: true, pace: { ringOutGone: 600_000 } });
    for (const word of failedLegs) {
      const ruled = await fetch(`${client.simulator.url}/__simulator/ring-out-legs`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ [leg]: word }),
      });
      expect(ruled.status).toBe(204);
      const id = await call(client, ANSWERS);
      await client.clock.advance(60_000);
      expect(await statusOf(client, id)).toEqual(
        leg === 'own'
          ? { callStatus: 'CannotReach', callerStatus: word, calleeStatus: 'InProgress' }
          : { callStatus: 'CannotReach', callerStatus: 'Success', calleeStatus: word },
      );
    }
  });

  it('rings out on an own phone that is off', async () => {
    const client = await signedIn();
    const [desk] = client.simulator.account.state.profile.devices;
    if (desk) Object.assign(desk, { status: 'Offline' });
    const id = await call(client, ANSWERS, { from: { phoneNumber: desk?.phoneNumber } });
    await client.clock.advance(defaultPace.noAnswer);
    expect(await statusOf(client, id)).toMatchObject({ callerStatus: 'NoAnswer' });
  });

  it('ends when the own phone is not picked up, and leaves no false missed call', async () => {
    const client = await signedIn();
    const id = await call(client, ANSWERS, { from: { phoneNumber: HOME_NOBODY } });
    await client.clock.advance(defaultPace.noAnswer);
    expect(await statusOf(client, id)).toEqual({
      callStatus: 'CannotReach',
      callerStatus: 'NoAnswer',
      calleeStatus: 'InProgress',
    });
    await client.clock.advance(defaultPace.callLogDelayMax);
    const left = await log(client);
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({ direction: 'Outbound', result: 'No Answer' });
  });

  it('rings longer when the caller has to press 1', async () => {
    const client = await signedIn();
    const id = await call(client, ANSWERS, { playPrompt: true });
    await client.clock.advance(defaultPace.ownPhoneAnswer);
    expect(await statusOf(client, id)).toMatchObject({ callerStatus: 'InProgress' });
    await client.clock.advance(defaultPace.prompt);
    expect(await statusOf(client, id)).toMatchObject({ callerStatus: 'Success' });
  });

  it('takes a forwarding number by its id, and the first one when there is no from', async () => {
    const client = await signedIn();
    const { forwarding } = client.simulator.account.state.profile;
    await call(client, ANSWERS, { from: { forwardingNumberId: forwarding[3]?.id } });
    await call(client, ANSWERS, { from: undefined });
    const own = client.simulator.account.calls.slice(-2).map(({ to }) => to.phoneNumber);
    expect(own).toEqual([HOME_NOBODY, MOBILE]);
  });
});

describe('cancelling', () => {
  it('works while the own phone rings', async () => {
    const client = await signedIn();
    const id = await call(client, ANSWERS);
    expect(await client.request('DELETE', `/ring-out/${id}`)).toMatchObject({
      status: 204,
      text: '',
    });
    expect(await statusOf(client, id)).toMatchObject({
      callerStatus: 'Rejected',
      callStatus: 'CannotReach',
    });
    await client.clock.advance(defaultPace.callLogDelayMax);
    expect(await log(client)).toMatchObject([{ direction: 'Outbound', result: 'Hang Up' }]);
    expect(await client.request('DELETE', `/ring-out/${id}`)).toMatchObject({ status: 404 });
  });

  it.each([
    ['ignored', 'Success'],
    ['ends', 'Finished'],
  ] as const)('after the answer is %s by rule', async (rule, callerStatus) => {
    const client = await signedIn();
    client.simulator.account.rules.deleteAfterAnswer = rule;
    const id = await call(client, ANSWERS);
    await client.clock.advance(defaultPace.ownPhoneAnswer);
    expect((await client.request('DELETE', `/ring-out/${id}`)).status).toBe(204);
    expect(await statusOf(client, id)).toMatchObject({ callerStatus });
  });
});

describe('the records of a RingOut call', () => {
  async function recordsOf(
    rule: 'two-crossed' | 'two-same' | 'one',
  ): Promise<{ readonly out: Json | undefined; readonly own: Json | undefined }> {
    const client = await signedIn();
    client.simulator.account.rules.ringOutRecords = rule;
    await call(client, ANSWERS);
    await client.clock.advance(140_000);
    const entries = await log(client);
    return {
      out: entries.find(({ direction }) => direction === 'Outbound'),
      own: entries.find(({ direction }) => direction === 'Inbound'),
    };
  }

  it('are two with crossed numbers and session ids a little apart', async () => {
    const { out, own } = await recordsOf('two-crossed');
    expect(out).toMatchObject({
      action: 'RingOut Web',
      result: 'Call connected',
      from: { phoneNumber: MOBILE },
      to: { phoneNumber: ANSWERS },
    });
    expect(own).toMatchObject({
      action: 'Phone Call',
      result: 'Accepted',
      from: { phoneNumber: ANSWERS },
      to: { phoneNumber: MOBILE },
    });
    const distance = Math.abs(Number(out?.['sessionId']) - Number(own?.['sessionId']));
    expect([1_000, 2_000, 3_000, 4_000]).toContain(distance);
    expect(out?.['telephonySessionId']).not.toBe(own?.['telephonySessionId']);
  });

  it('can be two with the same numbers', async () => {
    const { out, own } = await recordsOf('two-same');
    expect([own?.['from'], own?.['to']]).toEqual([out?.['from'], out?.['to']]);
  });

  it('can be one', async () => {
    const { out, own } = await recordsOf('one');
    expect(out).toMatchObject({ result: 'Call connected' });
    expect(own).toBeUndefined();
  });

  it('come 15 to 30 seconds after the end; active-calls has the call meanwhile', async () => {
    const client = await signedIn();
    await call(client, BUSY);
    await client.clock.advance(3_500);
    const running = records(await client.get('/active-calls'));
    expect(running).toMatchObject([{ direction: 'Inbound', result: 'In Progress' }]);
    expect(running[0]).not.toHaveProperty('duration');
    await client.clock.advance(1_000);
    await client.clock.advance(14_900);
    expect(await log(client)).toEqual([]);
    await client.clock.advance(15_200);
    expect(await log(client)).toHaveLength(2);
    expect(records(await client.get('/active-calls'))).toHaveLength(2);
    await client.clock.advance(120_000);
    expect(records(await client.get('/active-calls'))).toHaveLength(0);
  });

  it('show in presence: ringing, connected, no call', async () => {
    const client = await signedIn();
    await call(client, ANSWERS);
    const presence = async (): Promise<Json> =>
      (await client.get('/presence', { detailedTelephonyState: 'true' })).json;
    const ringing = await presence();
    expect(ringing).toMatchObject({ telephonyStatus: 'Ringing', presenceStatus: 'Busy' });
    expect(ringing['activeCalls']).toHaveLength(1);
    await client.clock.advance(defaultPace.ownPhoneAnswer);
    const connected = await presence();
    expect(connected).toMatchObject({ telephonyStatus: 'CallConnected' });
    expect(connected['activeCalls']).toHaveLength(2);
    await client.clock.advance(120_000);
    expect(await presence()).toMatchObject({ telephonyStatus: 'NoCall', activeCalls: [] });
  });
});

describe('a RingOut request is refused', () => {
  it.each([
    ['without a number to call', { to: {} }, 400, 'TEL-109'],
    ['to an emergency number', { to: { phoneNumber: '911' } }, 400, 'TEL-109'],
    ['to a word', { to: { phoneNumber: 'mum' } }, 400, 'TEL-109'],
    ['from a word', { from: { phoneNumber: 'x' } }, 400, 'TEL-108'],
    ['from an unknown forwarding number', { from: { forwardingNumberId: '1' } }, 404, 'CMN-102'],
    ['to a blocked number', { to: { phoneNumber: '+15125550193' } }, 403, 'TEL-101'],
    ['from a blocked number', { from: { phoneNumber: '+15125550193' } }, 403, 'TEL-102'],
    ['with a foreign caller ID', { callerId: { phoneNumber: '+12125550100' } }, 403, 'RNG-102'],
    ['with a prompt that is no flag', { playPrompt: 'yes' }, 400, 'CMN-101'],
  ])('%s', async (_what, change, status, code) => {
    const client = await signedIn();
    const body = { from: { phoneNumber: MOBILE }, to: { phoneNumber: ANSWERS }, ...change };
    expect(await client.post('/ring-out', body)).toMatchObject({ status, code });
    expect(client.simulator.account.calls.every(({ endedAt }) => endedAt !== undefined)).toBe(true);
  });

  it('with an own number that is not allowed as caller ID', async () => {
    const client = await signedIn();
    const main = client.simulator.account.state.profile.numbers[3];
    if (main) main.features = [];
    const body = {
      from: { phoneNumber: MOBILE },
      to: { phoneNumber: ANSWERS },
      callerId: { phoneNumber: '+15125550100' },
    };
    expect(await client.post('/ring-out', body)).toMatchObject({ status: 400, code: 'TEL-107' });
  });

  it('abroad when the extension may not call there', async () => {
    const client = await signedIn();
    await call(client, '+442079460958');
    client.simulator.account.state.internationalCalling = false;
    const body = { from: { phoneNumber: MOBILE }, to: { phoneNumber: '+442079460958' } };
    expect(await client.post('/ring-out', body)).toMatchObject({ status: 403, code: 'CMN-113' });
  });

  it('when the body is no JSON, or not sent as JSON', async () => {
    const client = await signedIn();
    const headers = { 'Content-Type': 'application/json' };
    const broken = await client.request('POST', '/ring-out', { raw: '{"to":', headers });
    expect(broken).toMatchObject({ status: 400, code: 'CMN-103' });
    const plain = await client.request('POST', '/ring-out', { raw: '{}' });
    expect(plain.status).toBe(415);
  });
});

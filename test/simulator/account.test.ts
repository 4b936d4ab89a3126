import { describe, expect, it } from 'vitest';

import type { Json } from './support/client.ts';
import { V1, records, signedIn, startForTest } from './support/client.ts';

describe('who am I', () => {
  it('answers the versions without a token', async () => {
    const { simulator } = await startForTest();
    const reply = await fetch(`${simulator.url}/restapi`);
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ apiVersions: [{ uriString: 'v1.0' }] });
  });

  it('tells the account, the extension, and what they may do', async () => {
    const client = await signedIn();
    expect((await client.get(`${V1}/account/~`)).json).toMatchObject({
      mainNumber: '+15125550100',
      status: 'Confirmed',
    });
    expect((await client.get('')).json).toMatchObject({
      extensionNumber: '101',
      name: 'Dana Whitlock',
      type: 'User',
      regionalSettings: { homeCountry: { isoCode: 'US', callingCode: '1' } },
    });
    const profile = (await client.get('/authz-profile')).json['permissions'] as Json[];
    expect(profile.map(({ permission }) => (permission as Json)['id'])).toContain('OutboundSMS');
    const features = records(
      await client.get('/features', { featureId: 'InternationalSMSSending' }),
    );
    expect(features).toMatchObject([{ available: false, reason: { code: 'AccountLimitation' } }]);
    expect(
      records(await client.get('/features', { availableOnly: 'true' })).every(
        ({ available }) => available,
      ),
    ).toBe(true);
  });
});

describe('numbers', () => {
  it('say what each can do', async () => {
    const client = await signedIn();
    const numbers = records(await client.get('/phone-number'));
    const features = Object.fromEntries(
      numbers.map(({ phoneNumber, features: list }) => [phoneNumber, list]),
    );
    expect(features).toMatchObject({
      '+15125550123': ['CallerId', 'SmsSender', 'MmsSender'],
      '+17375550116': ['CallerId'],
      '+15125550100': ['CallerId'],
      '+18005550111': ['CallerId', 'SmsSender'],
    });
    const direct = records(await client.get('/phone-number', { usageType: 'DirectNumber' }));
    expect(direct).toHaveLength(3);
    const config = async (index: number): Promise<Json> =>
      (await client.get(`/phone-number/${String(numbers[index]?.['id'])}/sms-configuration`)).json;
    expect(await config(0)).toMatchObject({ smsCampaignInfo: { status: 'Confirmed' } });
    expect(await config(2)).not.toHaveProperty('smsCampaignInfo');
    expect(await client.get('/phone-number/1/sms-configuration')).toMatchObject({ status: 404 });
  });

  it('come with phones: forwarding numbers, devices, the default caller ID', async () => {
    const client = await signedIn();
    const forwarding = records(await client.get('/forwarding-number'));
    expect(forwarding.map(({ type }) => type)).toEqual(['Mobile', 'PhoneLine', 'Work', 'Home']);
    const devices = records(await client.get('/device'));
    expect(devices).toMatchObject([
      {
        type: 'HardPhone',
        status: 'Online',
        phoneLines: [{ phoneInfo: { phoneNumber: '+15125550123' } }],
      },
      { type: 'SoftPhone', status: 'Offline', phoneLines: [] },
    ]);
    const callerId = (await client.get('/caller-id')).json['byFeature'] as Json[];
    expect(callerId[0]).toMatchObject({
      feature: 'RingOut',
      callerId: { phoneInfo: { phoneNumber: '+15125550123' } },
    });
  });

  it('are parsed', async () => {
    const client = await signedIn();
    const body = {
      originalStrings: [
        '(512) 555-0142',
        '+44 20 7946 0958',
        '911',
        'nobody',
        '011 61 491 570 156',
      ],
    };
    const reply = await client.post(`${V1}/number-parser/parse`, body);
    expect(reply.json['phoneNumbers']).toMatchObject([
      {
        e164: '+15125550142',
        formattedNational: '(512) 555-0142',
        areaCode: '512',
        tollFree: false,
      },
      { e164: '+442079460958', country: { isoCode: 'GB' } },
      { special: true, normalized: '911' },
      { originalString: 'nobody' },
      { e164: '+61491570156', country: { isoCode: 'AU' } },
    ]);
    const many = await client.post(`${V1}/number-parser/parse`, {
      originalStrings: Array.from({ length: 65 }, () => '1'),
    });
    expect(many).toMatchObject({ status: 400, code: 'CMN-106' });
    expect(await client.post(`${V1}/number-parser/parse`, {})).toMatchObject({ code: 'CMN-101' });
  });
});

describe('the directory', () => {
  const path = `${V1}/account/~/directory/entries`;

  it('has the user, twelve colleagues and the queue', async () => {
    const client = await signedIn();
    const reply = await client.get(path);
    expect(records(reply)).toHaveLength(14);
    expect(reply.json['paging']).toMatchObject({ totalElements: 14 });
    expect(records(reply)[1]).toMatchObject({
      type: 'User',
      status: 'Enabled',
      extensionNumber: '102',
      phoneNumbers: [{ usageType: 'DirectNumber', formattedPhoneNumber: '+1 (512) 555-0102' }],
    });
    expect(records(await client.get(path, { typeGroup: 'NonUser' }))).toMatchObject([
      { extensionNumber: '200' },
    ]);
  });

  it('answers 304 while nothing changed', async () => {
    const client = await signedIn();
    const etag = (await client.get(path)).headers.get('etag') ?? '';
    const again = await client.request('GET', path, { headers: { 'If-None-Match': etag } });
    expect(again).toMatchObject({ status: 304, text: '' });
  });
});

describe('presence', () => {
  it('is set and shown', async () => {
    const client = await signedIn();
    const set = await client.request('PUT', '/presence', {
      body: {
        userStatus: 'Busy',
        dndStatus: 'DoNotAcceptAnyCalls',
        message: 'Closing',
        allowSeeMyPresence: false,
      },
    });
    expect(set.json).toMatchObject({
      userStatus: 'Busy',
      presenceStatus: 'Busy',
      message: 'Closing',
    });
    expect((await client.get('/presence')).json).toMatchObject({
      dndStatus: 'DoNotAcceptAnyCalls',
      allowSeeMyPresence: false,
    });
    const wrong = await client.request('PUT', '/presence', { body: { userStatus: 'Sleeping' } });
    expect(wrong).toMatchObject({ status: 400, code: 'CMN-101' });
    const long = await client.request('PUT', '/presence', { body: { message: 'x'.repeat(76) } });
    expect(long).toMatchObject({ status: 400, code: 'CMN-101' });
  });
});

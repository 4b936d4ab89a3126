import { describe, expect, it } from 'vitest';

import { defaultPace } from '../../simulator/pace.ts';
import type { Json } from './support/client.ts';
import { EXTENSION, V1, signedIn, textAt } from './support/client.ts';
import {
  ALL,
  SUBSCRIPTION,
  connected,
  isEvent,
  openSocket,
  socketAddress,
  subscribed,
  wanted,
} from './support/socket.ts';

const MARIA = '+15125550134';

describe('the socket', () => {
  it('opens with a token and says how it works', async () => {
    const client = await signedIn();
    const { details } = await connected(client);
    expect(details.meta).toMatchObject({
      type: 'ConnectionDetails',
      status: 200,
      wsc: { sequence: 1 },
    });
    expect(details.body).toMatchObject({
      recoveryBufferSize: 100,
      recoveryTimeout: 180,
      idleTimeout: 1_800,
    });
    expect(details.body).not.toHaveProperty('recoveryState');
  });

  it('refuses a token that is unknown, too old, or, by rule, used twice', async () => {
    const client = await signedIn();
    await expect(
      openSocket(`${client.simulator.url.replace('http', 'ws')}/ws?access_token=x`),
    ).rejects.toThrow('401');
    const address = await socketAddress(client);
    await openSocket(address);
    await openSocket(address);
    client.simulator.account.rules.reuseSocketToken = false;
    await openSocket(address);
    await expect(openSocket(address)).rejects.toThrow('401');
    const old = await socketAddress(client);
    await client.clock.advance(60_000);
    await expect(openSocket(old)).rejects.toThrow('401');
  });

  it('echoes heartbeats, and complains about frames it cannot read', async () => {
    const client = await signedIn();
    const { socket } = await connected(client);
    socket.send([{ type: 'Heartbeat', messageId: 'beat' }]);
    expect((await socket.next()).meta).toEqual({ type: 'Heartbeat', messageId: 'beat' });
    socket.send('not json');
    expect((await socket.next()).meta).toMatchObject({ type: 'Error', status: 400 });
  });

  it('carries other requests too, with raw integers and errors', async () => {
    const client = await signedIn();
    const { socket } = await connected(client);
    const list = await socket.request('GET', `${EXTENSION}/message-store`, undefined, {
      messageType: ['SMS'],
      perPage: 1,
    });
    expect(list.meta).toMatchObject({ type: 'ClientRequest', status: 200 });
    expect((list.meta['headers'] as Json)['X-Rate-Limit-Group']).toBe('light');
    const [record] = list.body['records'] as Json[];
    expect(list.text).toContain(`"conversationId":${textAt(record, 'conversation', 'id')},`);
    const missing = await socket.request('GET', `${EXTENSION}/ring-out/1`);
    expect(missing.meta['status']).toBe(404);
    expect(missing.body).toMatchObject({ errorCode: 'CMN-102' });
  });

  it('ends after half an hour of silence, after a day, and when the session is revoked', async () => {
    const client = await signedIn();
    const silent = await connected(client);
    await client.clock.advance(1_800_000);
    expect((await silent.socket.next()).body).toMatchObject({ errorCode: 'WSG-902' });
    await silent.socket.closed;
    const revoked = await connected(client);
    client.simulator.account.revokeSessions();
    await revoked.socket.closed;
  });
});

describe('a subscription', () => {
  it('is described with resolved filters, can be read, listed, changed and ended', async () => {
    const client = await signedIn();
    const { socket } = await connected(client);
    const made = await socket.request('POST', SUBSCRIPTION, wanted([`${EXTENSION}/voicemail`]));
    const { accountId, extensionId } = client.simulator.account.state.profile;
    expect(made.body).toMatchObject({
      status: 'Active',
      eventFilters: [`/restapi/v1.0/account/${accountId}/extension/${extensionId}/voicemail`],
      expiresIn: 86_399,
      deliveryMode: { transportType: 'WebSocket' },
    });
    expect((made.meta['headers'] as Json)['WSG-SubscriptionId']).toBe(made.body['id']);
    const path = `${V1}/subscription/${String(made.body['id'])}`;
    expect((await client.get(path)).json).toMatchObject({ id: made.body['id'] });
    const changed = await client.request('PUT', path, { body: wanted([`${EXTENSION}/presence`]) });
    const newPath = `${V1}/subscription/${String(changed.json['id'])}`;
    expect((await client.get(`${V1}/subscription`)).json['records']).toHaveLength(1);
    expect((await client.request('DELETE', newPath)).status).toBe(204);
    expect((await client.get(newPath)).status).toBe(404);
    const overHttp = await client.post(`${V1}/subscription`, wanted(ALL));
    expect(overHttp.status).toBe(400);
  });

  it('replaces the one before it on the same socket', async () => {
    const client = await signedIn();
    const { socket } = await subscribed(client, [`${EXTENSION}/message-store`]);
    await socket.request('POST', SUBSCRIPTION, wanted([`${EXTENSION}/message-store/instant`]));
    client.simulator.account.receiveText({ from: MARIA, text: 'Hi' });
    await socket.next(isEvent('/message-store/instant'));
    expect(socket.waiting).toEqual([]);
  });

  it('needs the permissions of what it is for', async () => {
    const client = await signedIn();
    const { state } = client.simulator.account;
    state.client.permissions = state.client.permissions.filter((name) => name !== 'CallControl');
    const { socket } = await connected(client);
    const some = await socket.request('POST', SUBSCRIPTION, wanted(ALL));
    expect(some.body['disabledFilters']).toMatchObject([
      { filter: expect.stringMatching(/telephony\/sessions$/), reason: 'CMN-401' },
    ]);
    const none = await socket.request(
      'POST',
      SUBSCRIPTION,
      wanted([`${EXTENSION}/telephony/sessions`]),
    );
    expect(none.meta['status']).toBe(403);
    const unknown = await socket.request('POST', SUBSCRIPTION, wanted([`${EXTENSION}/weather`]));
    expect(unknown.body).toMatchObject({ errors: [{ errorCode: 'SUB-508' }] });
  });
});

describe('a subscription is refused', () => {
  const ACCOUNT = `${V1}/account/~`;
  const COLLEAGUE = '400130764008';

  it.each([
    ['for nothing', [], 400, 'SUB-508'],
    ['for what does not exist', [`${EXTENSION}/weather`], 400, 'SUB-508'],
    ['for the reminder alone', [`${V1}/subscription/~?threshold=60`], 400, 'SUB-515'],
    ['for another account', [`${V1}/account/1/extension/~/presence`], 403, 'SUB-406'],
    ['for nobody', [`${ACCOUNT}/extension/1/presence`], 403, 'SUB-408'],
    [
      'for a colleague’s missed calls',
      [`${ACCOUNT}/extension/${COLLEAGUE}/telephony/sessions?missedCall=true`],
      403,
      'SUB-527',
    ],
    [
      'for a colleague’s calls',
      [`${ACCOUNT}/extension/${COLLEAGUE}/telephony/sessions`],
      403,
      'SUB-530',
    ],
    [
      'for a colleague’s texts',
      [`${ACCOUNT}/extension/${COLLEAGUE}/message-store`],
      403,
      'CMN-404',
    ],
  ])('%s', async (_what, filters, status, code) => {
    const client = await signedIn();
    const { socket } = await connected(client);
    const reply = await socket.request('POST', SUBSCRIPTION, wanted(filters));
    expect(reply.meta['status']).toBe(status);
    expect(reply.body).toMatchObject({ errors: [{ errorCode: code }] });
  });

  it('with every filter that is none', async () => {
    const client = await signedIn();
    const { socket } = await connected(client);
    const filters = [`${EXTENSION}/weather`, `${EXTENSION}/presence`, 'tides'];
    const reply = await socket.request('POST', SUBSCRIPTION, wanted(filters));
    expect(reply.body['errors']).toMatchObject([
      { parameterValue: `${EXTENSION}/weather` },
      { parameterValue: 'tides' },
    ]);
  });

  it('when there are as many as there may be; changing one is no new one', async () => {
    const client = await signedIn();
    client.simulator.account.rules.maxSubscriptions = 1;
    const first = await subscribed(client, [`${EXTENSION}/presence`]);
    const { socket } = await connected(client);
    const second = wanted([`${EXTENSION}/voicemail`]);
    const refused = await socket.request('POST', SUBSCRIPTION, second);
    expect(refused.meta['status']).toBe(403);
    expect(refused.body).toMatchObject({ errors: [{ errorCode: 'SUB-505' }] });
    const changed = await first.socket.request('POST', SUBSCRIPTION, second);
    expect(changed.meta['status']).toBe(200);
  });
});

describe('settings, presence and the directory', () => {
  it('tell what changed', async () => {
    const client = await signedIn();
    const directory = `${V1}/account/~/directory/entries`;
    const filters = [EXTENSION, `${EXTENSION}/presence/dnd`, `${EXTENSION}/fax`, directory];
    const { socket } = await subscribed(client, filters);
    await client.request('PUT', '/presence', { body: { dndStatus: 'DoNotAcceptAnyCalls' } });
    await client.request('PUT', '/presence', { body: { userStatus: 'Busy' } });
    const dnd = await socket.next();
    expect(dnd.body['body']).toMatchObject({ dndStatus: 'DoNotAcceptAnyCalls' });
    await client.request('PUT', '/business-hours', { body: { schedule: {} } });
    expect((await socket.next()).body['body']).toMatchObject({ hints: ['AnsweringRules'] });
    const [marcus] = client.simulator.account.state.colleagues;
    if (marcus) client.simulator.account.putColleague({ ...marcus, jobTitle: 'Director' });
    expect((await socket.next()).body).toMatchObject({
      event: expect.stringMatching(/directory\/entries$/),
      body: { contacts: [{ eventType: 'Update', jobTitle: 'Director' }] },
    });
    expect(socket.waiting).toEqual([]);
  });
});

describe('events', () => {
  it('bring an inbound text whole, and that the store changed', async () => {
    const client = await signedIn();
    const { socket } = await subscribed(client);
    const message = client.simulator.account.receiveText({ from: MARIA, text: 'Hi Dana' });
    const instant = await socket.next(isEvent('/message-store/instant?type=SMS'));
    expect(instant.body).toMatchObject({
      ownerId: String(client.simulator.account.state.profile.extensionId),
      body: {
        id: String(message.id),
        subject: 'Hi Dana',
        conversation: { id: message.conversationId },
        attachments: [{ id: String(message.id), type: 'Text' }],
        from: { phoneNumber: MARIA },
      },
    });
    const change = await socket.next(isEvent('/message-store'));
    expect(change.body['body']).toMatchObject({
      changes: [{ type: 'SMS', newCount: 1, updatedCount: 0, newMessageIds: [String(message.id)] }],
    });
  });

  it('come for each step of an outbound text, and for a voicemail', async () => {
    const client = await signedIn();
    const { socket } = await subscribed(client, [
      `${EXTENSION}/message-store?type=SMS`,
      `${EXTENSION}/voicemail`,
    ]);
    await client.post('/sms', {
      from: { phoneNumber: '+15125550123' },
      to: [{ phoneNumber: '+15125550120' }],
      text: 'Hello',
    });
    await client.clock.advance(10_000);
    const counts: unknown[] = [];
    for (let step = 0; step < 3; step += 1) {
      const { body } = await socket.next(isEvent('/message-store?type=SMS'));
      const [change] = (body['body'] as Json)['changes'] as Json[];
      counts.push([change?.['newCount'], change?.['updatedCount']]);
    }
    expect(counts).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    client.simulator.account.receiveVoicemail(MARIA, 9);
    const voicemail = await socket.next(isEvent('/voicemail'));
    expect(voicemail.body['body']).toMatchObject({
      type: 'VoiceMail',
      attachments: [{ vmDuration: 9 }],
    });
    expect(socket.waiting).toEqual([]);
  });

  it('follow a RingOut call through presence and telephony', async () => {
    const client = await signedIn();
    const { socket } = await subscribed(client);
    await client.post('/ring-out', {
      from: { phoneNumber: '+15125550177' },
      to: { phoneNumber: MARIA },
    });
    await client.clock.advance(defaultPace.ownPhoneAnswer + defaultPace.otherSideAnswer);
    await client.clock.advance(defaultPace.talk * 2);
    const last = await socket.next(
      (frame) =>
        isEvent('/presence?detailedTelephonyState=true')(frame) &&
        (frame.body['body'] as Json)['telephonyStatus'] === 'NoCall',
    );
    expect(last.body['body']).toMatchObject({ activeCalls: [], totalActiveCalls: 0 });
    const seen = socket.waiting
      .filter(isEvent('/telephony/sessions'))
      .map(({ body }) => ((body['body'] as Json)['parties'] as Json[])[0])
      .map((party) => `${textAt(party, 'direction')} ${textAt(party, 'status', 'code')}`);
    expect(seen).toEqual([
      'Inbound Setup',
      'Inbound Proceeding',
      'Inbound Answered',
      'Outbound Setup',
      'Outbound Proceeding',
      'Outbound Answered',
      'Inbound Disconnected',
      'Outbound Disconnected',
    ]);
    const sequences = socket.waiting
      .filter(isEvent('/telephony/sessions'))
      .map(({ body }) => body['body'] as Json)
      .map((body) => `${textAt(body, 'sessionId')} ${textAt(body, 'sequence')}`);
    // Each call counts its own events.
    expect(new Set(sequences).size).toBe(sequences.length);
    expect(sequences.map((text) => text.split(' ')[1])).toEqual([...'12312344']);
  });

  it('can be of missed calls only', async () => {
    const client = await signedIn();
    const filter = `${EXTENSION}/telephony/sessions?missedCall=true`;
    const { socket } = await subscribed(client, [filter]);
    client.simulator.account.receiveCall({ from: MARIA, outcome: 'answered' });
    client.simulator.account.receiveCall({ from: MARIA, outcome: 'missed' });
    await client.clock.advance(120_000);
    const event = await socket.next();
    expect(event.body['body']).toMatchObject({
      parties: [{ missedCall: true, status: { code: 'Disconnected' } }],
    });
    expect(socket.waiting).toEqual([]);
  });
});

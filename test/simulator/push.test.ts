import { describe, expect, it } from 'vitest';

import { defaultPace } from '../../simulator/pace.ts';
import type { Json } from './support/client.ts';
import { EXTENSION, V1, signedIn, textAt } from './support/client.ts';
import { connected, isEvent, openSocket, socketAddress, subscribed } from './support/socket.ts';

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
    client.simulator.account.rules.socketTokenSeconds = 600;
    const longer = await socketAddress(client);
    await client.clock.advance(599_000);
    await openSocket(longer);
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
    expect(sequences.map((text) => text.split(' ')[1])).toEqual([
      '1',
      '2',
      '3',
      '1',
      '2',
      '3',
      '4',
      '4',
    ]);
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

import RingCentral from '@rc-ex/core';
import { SDK } from '@ringcentral/sdk';
import { describe, expect, it } from 'vitest';

import { defaultPace } from '../../simulator/pace.ts';
import type { Json } from './support/client.ts';
import { EXTENSION, startForTest, textAt } from './support/client.ts';
import { codeOf, REDIRECT_URI, VERIFIER } from './support/oauth.ts';
import { RcSdkExtension, rcExPush, rcExSignedIn } from './support/rc-ex.ts';

const MARIA = '+15125550134';
const OWN_PHONE = '+15125550177';
const FILTERS = [
  `${EXTENSION}/message-store`,
  `${EXTENSION}/message-store/instant?type=SMS`,
  `${EXTENSION}/presence?detailedTelephonyState=true`,
  `${EXTENSION}/telephony/sessions`,
];

describe('RingCentral’s other official client', () => {
  it('signs in with a JWT, refreshes, and revokes', async () => {
    const { simulator } = await startForTest();
    const client = await rcExSignedIn(simulator);
    const me = await client.restapi().account().extension().get();
    expect(me.extensionNumber).toBe('101');
    const before = client.token?.access_token;
    await client.refresh();
    expect(client.token?.access_token).not.toBe(before);
    expect((await client.restapi().account().get()).mainNumber).toBe('+15125550100');
    await client.revoke();
    expect(simulator.account.state.sessions).toEqual([]);
  });

  it('signs in with an authorization code and PKCE', async () => {
    const { simulator } = await startForTest();
    const code = await codeOf(simulator);
    const { clientId } = simulator.credentials;
    const client = new RingCentral({ server: simulator.url, clientId });
    await client.authorize({ code, redirect_uri: REDIRECT_URI, code_verifier: VERIFIER });
    expect((await client.restapi().account().extension().get()).extensionNumber).toBe('101');
    await client.revoke();
  });

  it('texts, also with a picture, and finds both in the message store', async () => {
    const { simulator, clock } = await startForTest();
    const extension = (await rcExSignedIn(simulator)).restapi().account().extension();
    const from = { phoneNumber: simulator.account.directNumber };
    const to = [{ phoneNumber: '+15125550120' }];
    const text = await extension.sms().post({ from, to, text: 'Hello' });
    expect(text.messageStatus).toBe('Queued');
    const picture = { filename: 'house.png', contentType: 'image/png', content: 'not really' };
    const mms = await extension.mms().post({ from, to, text: 'Look', attachments: [picture] });
    expect(mms.attachments).toMatchObject([
      { type: 'Text' },
      { type: 'MmsAttachment', fileName: 'house.png', size: 10 },
    ]);
    await clock.advance(10_000);
    const store = await extension
      .messageStore()
      .list({ messageType: ['SMS'], direction: ['Outbound'] });
    const found = store.records?.filter(({ id }) => id === text.id || id === mms.id);
    expect(found?.map(({ messageStatus }) => messageStatus)).toEqual(['Delivered', 'Delivered']);
    const read = await extension.messageStore(String(mms.id)).put({ readStatus: 'Unread' });
    expect(read.readStatus).toBe('Unread');
  });

  it('places a RingOut call, follows it to its end, and finds it in the call log', async () => {
    const { simulator, clock } = await startForTest();
    const extension = (await rcExSignedIn(simulator)).restapi().account().extension();
    const call = await extension.ringOut().post({
      from: { phoneNumber: OWN_PHONE },
      to: { phoneNumber: MARIA },
      playPrompt: false,
    });
    const statusOf = async (): Promise<unknown> => (await extension.ringOut(call.id).get()).status;
    expect(await statusOf()).toMatchObject({ callerStatus: 'InProgress' });
    await clock.advance(defaultPace.ownPhoneAnswer);
    expect(await statusOf()).toMatchObject({ callerStatus: 'Success', calleeStatus: 'InProgress' });
    await clock.advance(defaultPace.otherSideAnswer);
    expect(await statusOf()).toMatchObject({ callStatus: 'Success' });
    await clock.advance(defaultPace.talk * 2);
    await expect(statusOf()).rejects.toMatchObject({ response: { status: 404 } });
    await clock.advance(60_000);
    const log = await extension.callLog().list({ view: 'Detailed' });
    const [ours] = log.records?.filter(({ action }) => action === 'RingOut Web') ?? [];
    expect(ours).toMatchObject({ result: 'Call connected', to: { phoneNumber: MARIA } });
  });

  it('syncs messages, calls and the address book', async () => {
    const { simulator, clock } = await startForTest();
    const extension = (await rcExSignedIn(simulator)).restapi().account().extension();
    const messages = await extension.messageSync().get({ syncType: 'FSync', recordCount: 20 });
    const calls = await extension.callLogSync().get({ syncType: 'FSync', recordCount: 20 });
    const contacts = await extension.addressBookSync().get({ syncType: 'FSync' });
    expect(contacts.records?.length).toBe(simulator.account.state.contacts.length);
    const { id } = simulator.account.receiveText({ from: MARIA, text: 'New' });
    simulator.account.receiveCall({ from: MARIA, outcome: 'missed' });
    await extension.addressBook().contact().post({ firstName: 'Ada' });
    await clock.advance(60_000);
    const newMessages = await extension
      .messageSync()
      .get({ syncType: 'ISync', syncToken: messages.syncInfo?.syncToken ?? '' });
    expect(newMessages.records).toMatchObject([{ id, subject: 'New' }]);
    const newCalls = await extension
      .callLogSync()
      .get({ syncType: 'ISync', syncToken: calls.syncInfo?.syncToken ?? '' });
    expect(newCalls.records).toMatchObject([{ result: 'Missed' }]);
    const newContacts = await extension
      .addressBookSync()
      .get({ syncType: 'ISync', syncToken: contacts.syncInfo?.syncToken ?? '' });
    expect(newContacts.records).toMatchObject([{ firstName: 'Ada' }]);
  });

  it('hears of texts, of calls and of their progress', async () => {
    const { simulator, clock } = await startForTest();
    const push = await rcExPush(await rcExSignedIn(simulator), FILTERS);
    simulator.account.receiveText({ from: MARIA, text: 'Are you there?' });
    expect(await push.next('/instant?type=SMS')).toMatchObject({ subject: 'Are you there?' });
    expect(await push.next('/message-store')).toMatchObject({ changes: [{ newCount: 1 }] });
    simulator.account.receiveCall({ from: MARIA, outcome: 'answered', talkMs: 40_000 });
    await clock.advance(60_000);
    const presence = await push.next('/presence?detailedTelephonyState=true');
    expect(presence).toMatchObject({ telephonyStatus: 'Ringing', activeCalls: [{ from: MARIA }] });
    const codes: string[] = [];
    for (let sequence = 1; sequence <= 4; sequence += 1) {
      const session = await push.next('/telephony/sessions');
      expect(session['sequence']).toBe(sequence);
      codes.push(textAt((session['parties'] as Json[])[0], 'status', 'code'));
    }
    expect(codes).toEqual(['Setup', 'Proceeding', 'Answered', 'Disconnected']);
  });

  it('recovers its socket with everything it missed, and subscribes again when it cannot', async () => {
    const { simulator } = await startForTest();
    const client = await rcExSignedIn(simulator);
    const push = await rcExPush(client, FILTERS);
    const { sockets } = simulator.account;
    sockets.drop();
    simulator.account.receiveText({ from: MARIA, text: 'Missed' });
    expect(await push.next('/instant?type=SMS')).toMatchObject({ subject: 'Missed' });
    expect(push.extension.connectionDetails.recoveryState).toBe('Successful');
    const before = push.extension.subscription?.subscriptionInfo?.id;
    sockets.drop();
    for (let count = 0; count < 60; count += 1) {
      simulator.account.receiveText({ from: MARIA, text: `Too many ${count}` });
    }
    await expect.poll(() => push.extension.connectionDetails.recoveryState).toBe('Failed');
    await expect.poll(() => push.extension.subscription?.subscriptionInfo?.id).not.toBe(before);
    simulator.account.receiveText({ from: MARIA, text: 'After the gap' });
    await expect
      .poll(() => push.events.map(({ body }) => (body as Json)['subject']))
      .toContain('After the gap');
    await client.revoke();
    expect(simulator.account.state.sessions).toEqual([]);
  });

  it('works on the session of the SDK too, as the subscriptions package uses it', async () => {
    const { simulator } = await startForTest();
    const { clientId, jwt } = simulator.credentials;
    const rcSdk = new SDK({ server: simulator.url, clientId, clearCacheOnRefreshError: false });
    await rcSdk.platform().login({ jwt });
    const client = new RingCentral();
    await client.installExtension(new RcSdkExtension({ rcSdk }));
    const push = await rcExPush(client, FILTERS);
    simulator.account.receiveText({ from: MARIA, text: 'Through the SDK' });
    expect(await push.next('/instant?type=SMS')).toMatchObject({ subject: 'Through the SDK' });
    rcSdk.platform().removeAllListeners();
  });
});

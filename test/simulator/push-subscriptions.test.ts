import { describe, expect, it } from 'vitest';

import type { Json } from './support/client.ts';
import { EXTENSION, V1, signedIn } from './support/client.ts';
import { ALL, SUBSCRIPTION, connected, isEvent, subscribed, wanted } from './support/socket.ts';

const MARIA = '+15125550134';

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

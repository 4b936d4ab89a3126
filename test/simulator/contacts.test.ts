import { describe, expect, it } from 'vitest';

import type { Client, Json } from './support/client.ts';
import { records, signedIn, textAt } from './support/client.ts';

const CONTACTS = '/address-book/contact';

describe('the address book', () => {
  it('lists, sorts, pages and finds', async () => {
    const client = await signedIn();
    const sorted = await client.get(CONTACTS, { sortBy: 'LastName', perPage: '15' });
    expect(sorted.json['paging']).toMatchObject({ totalElements: 40, totalPages: 3 });
    const names = records(sorted).map(({ lastName }) => String(lastName));
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
    const found = await client.get(CONTACTS, { startsWith: 'delg' });
    expect(records(found)).toMatchObject([{ firstName: 'Maria', mobilePhone: '+15125550134' }]);
    const byNumber = await client.get(CONTACTS, { phoneNumber: '+15125550184' });
    expect(records(byNumber)).toMatchObject([{ lastName: 'Delgado' }]);
  });

  it('creates, replaces, changes and deletes a contact', async () => {
    const client = await signedIn();
    const created = await client.post(CONTACTS, {
      firstName: 'Ada',
      mobilePhone: '+15125550136',
      businessAddress: { city: 'Austin' },
      unknownField: 'ignored',
    });
    expect(created.json).toMatchObject({ availability: 'Alive', firstName: 'Ada' });
    expect(created.json).not.toHaveProperty('unknownField');
    const path = `${CONTACTS}/${String(created.json['id'])}`;
    expect((await client.get(path)).json).toEqual(created.json);
    const changed = await client.request('PATCH', path, { body: { lastName: 'King' } });
    expect(changed.json).toMatchObject({ firstName: 'Ada', lastName: 'King' });
    const cleared = await client.request('PATCH', path, { body: { mobilePhone: '' } });
    expect(cleared.json).toMatchObject({ lastName: 'King' });
    expect(cleared.json).not.toHaveProperty('mobilePhone');
    const replaced = await client.request('PUT', path, { body: { lastName: 'King' } });
    expect(replaced.json).not.toHaveProperty('firstName');
    expect((await client.request('DELETE', path)).status).toBe(204);
    expect(await client.get(path)).toMatchObject({ status: 404, code: 'CMN-102' });
  });

  it('refuses the one after 10,000', async () => {
    const client = await signedIn();
    client.simulator.account.addContacts(10_000 - 40);
    const refused = await client.post(CONTACTS, { firstName: 'Ada' });
    expect(refused).toMatchObject({ status: 400, code: 'CMN-101' });
    const { contacts } = client.simulator.account.state;
    await client.request('DELETE', `${CONTACTS}/${contacts[0]?.id}`);
    expect((await client.post(CONTACTS, { firstName: 'Ada' })).status).toBe(200);
  });

  it.each([
    [{ mobilePhone: 'none' }, 'PAB-102'],
    [{ homePhone: '5'.repeat(65) }, 'PAB-103'],
    [{ otherPhone: '*67' }, 'PAB-104'],
    [{ carPhone: '+15125550136 x12345678901' }, 'PAB-105'],
    [{ firstName: 7 }, 'CMN-101'],
    [{ notes: 'x'.repeat(2_001) }, 'CMN-101'],
  ])('refuses %o with %s', async (body, code) => {
    const client = await signedIn();
    expect(await client.post(CONTACTS, body)).toMatchObject({ status: 400, code });
  });
});

describe('address-book-sync', () => {
  async function sync(client: Client, query: Record<string, string>): Promise<Json> {
    const reply = await client.get('/address-book-sync', query);
    expect(reply.status).toBe(200);
    return reply.json;
  }

  it('comes in pages until there is no next one', async () => {
    const client = await signedIn();
    const seen: unknown[] = [];
    let page = await sync(client, { syncType: 'FSync', perPage: '15' });
    for (;;) {
      seen.push(...(page['records'] as Json[]).map(({ id }) => id));
      if (page['nextPageId'] === undefined) break;
      expect(page['nextPageUri']).toContain(`pageId=${textAt(page, 'nextPageId')}`);
      page = await sync(client, {
        syncType: 'FSync',
        perPage: '15',
        pageId: textAt(page, 'nextPageId'),
      });
    }
    expect(new Set(seen).size).toBe(40);
  });

  it('then gives what changed, deleted contacts included', async () => {
    const client = await signedIn();
    const first = await sync(client, { syncType: 'FSync' });
    await client.clock.advance(60_000);
    const id = (first['records'] as Json[])[0]?.['id'];
    await client.request('DELETE', `${CONTACTS}/${String(id)}`);
    const syncToken = String((first['syncInfo'] as Json)['syncToken']);
    const second = await sync(client, { syncType: 'ISync', syncToken });
    expect(second['records']).toMatchObject([{ id, availability: 'Deleted' }]);
  });

  it('refuses tokens that expired or are none', async () => {
    const client = await signedIn();
    const { syncInfo } = (await client.get('/address-book-sync', { syncType: 'FSync' })).json;
    client.simulator.account.expireSyncTokens();
    for (const syncToken of ['rubbish', String((syncInfo as Json)['syncToken'])]) {
      const reply = await client.get('/address-book-sync', { syncType: 'ISync', syncToken });
      expect(reply).toMatchObject({ status: 400, code: 'CMN-101' });
    }
  });
});

describe('several contacts at once', () => {
  it('are read, changed and deleted with one request each, answered with 207', async () => {
    const client = await signedIn();
    const ids = client.simulator.account.state.contacts.slice(0, 2).map(({ id }) => String(id));
    const path = `/address-book/contact/${ids.join(',')},1`;
    const headers = {
      Accept: 'application/vnd.ringcentral.multipart+json',
      'Content-Type': 'application/vnd.ringcentral.multipart+json',
    };
    const read = await client.request('GET', path, { headers });
    expect(read.status).toBe(207);
    expect(JSON.parse(read.text)).toMatchObject([
      { status: 200 },
      { status: 200 },
      { status: 404 },
    ]);
    const body = ids.map((resourceId, index) => ({ resourceId, body: { notes: `Note ${index}` } }));
    const changed = await client.request('PATCH', path, { body, headers });
    expect(JSON.parse(changed.text)).toMatchObject([
      { body: { notes: 'Note 0' } },
      { body: { notes: 'Note 1' } },
      { status: 404 },
    ]);
    const deleted = await client.request('DELETE', path);
    expect(deleted.headers.get('content-type')).toMatch(/^multipart\/mixed/);
    expect(deleted.text).toContain('"status":204');
    expect((await client.get(`/address-book/contact/${ids[0]}`)).status).toBe(404);
  });
});

import { describe, expect, it } from 'vitest';

import type { Client, Json, Reply } from './support/client.ts';
import { records, signedIn, textAt } from './support/client.ts';

function nextOf(reply: Reply): string | undefined {
  return (reply.json['navigation'] as { nextPage?: { uri: string } }).nextPage?.uri;
}

async function page(client: Client, uri: string): Promise<Reply> {
  client.simulator.account.resetRateLimits();
  const { pathname, search } = new URL(uri, client.simulator.url);
  return client.get(`${pathname}${search}`);
}

describe('large accounts', () => {
  it('have an address book of ten thousand, in pages of 250', async () => {
    const client = await signedIn();
    const before = client.simulator.account.state.contacts.length;
    const startedAt = performance.now();
    client.simulator.account.addContacts(10_000);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    let reply = await client.get('/address-book-sync', { syncType: 'FSync' });
    const ids = new Set(records(reply).map(({ id }) => id));
    for (let pages = 1; reply.json['nextPageUri'] !== undefined; pages += 1) {
      expect(pages).toBeLessThan(42);
      reply = await page(client, textAt(reply.json, 'nextPageUri'));
      for (const { id } of records(reply)) ids.add(id);
    }
    expect(ids.size).toBe(before + 10_000);
  });

  it('have a call log of a hundred pages, newest first, with fictional numbers', async () => {
    const client = await signedIn();
    client.simulator.account.addCallLog(10_000, 60);
    const dateFrom = new Date(client.clock.now() - 61 * 86_400_000).toISOString();
    let reply = await client.get('/call-log', { dateFrom, perPage: '100' });
    let last = Number.POSITIVE_INFINITY;
    let pages = 1;
    for (let next = nextOf(reply); next !== undefined; next = nextOf(reply)) {
      for (const { startTime } of records(reply)) {
        expect(Date.parse(String(startTime))).toBeLessThanOrEqual(last);
        last = Date.parse(String(startTime));
      }
      reply = await page(client, next);
      pages += 1;
    }
    expect(pages).toBeGreaterThanOrEqual(100);
    for (const { direction, from, to } of records(reply)) {
      const other = direction === 'Inbound' ? from : to;
      if ((other as Json)['phoneNumber'] === undefined) continue;
      expect(textAt(other, 'phoneNumber')).toMatch(/^\+1\d{3}55501\d\d$/);
    }
  });
});

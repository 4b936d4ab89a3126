import { describe, expect, it } from 'vitest';
import type { E164 } from '../../../shared/model/ids.ts';
import { settled } from '../support/manual-clock.ts';
import { ping, startSignedIn, until } from './harness.ts';

const minute = 60_000;
const call = { from: '+15125550123', to: '+12025550142', callerId: undefined } as {
  from: E164;
  to: E164;
  callerId: undefined;
};

describe('with a backfill of a hundred Heavy pages', () => {
  it('a call pressed at any moment leaves at once, and RingCentral never has to say 429', async () => {
    const { client, clock, departures, log } = await startSignedIn();
    let pages = 0;
    for (let n = 0; n < 100; n += 1) {
      void client.api.addressBook
        .sync({ syncToken: undefined, pageId: undefined })
        .then((outcome) => void (pages += outcome.kind === 'ok' ? 1 : 0));
    }
    await until(() => pages === 3);
    for (let moment = 0; moment < 40; moment += 1) {
      const before = departures.length;
      const placed = client.api.ringOut.place(call);
      await settled();
      expect(departures[before]).toMatchObject({ path: '/ring-out', at: clock.now() });
      expect((await placed).kind).toBe('ok');
      await clock.advance(15_000 + moment * 137);
      await until(() => departures.filter(({ path }) => path !== '/ring-out').length >= pages);
    }
    expect(log.lines.filter(({ fields }) => fields?.['status'] === 429)).toEqual([]);
    expect(pages).toBeGreaterThan(30);
  });

  it('nothing is sent inside a penalty', async () => {
    const { client, clock, departures, simulator } = await startSignedIn();
    simulator.account.rules.rateLimits.Heavy = 3;
    for (let n = 0; n < 30; n += 1) {
      void client.api.addressBook.sync({ syncToken: undefined, pageId: undefined });
      void client.api.callLog.sync({ dateFrom: clock.now() - minute, recordCount: 10 });
    }
    await until(() => client.getPausedGroups().length > 0);
    const penalty = client.getPausedGroups()[0];
    await settled();
    const before = departures.length;
    for (let n = 0; n < 60; n += 1) {
      await client.api.ringOut.place(call);
      await clock.advance(1_000);
    }
    expect(departures).toHaveLength(before);
    expect(penalty?.resumesAt).toBeGreaterThan(clock.now());
    await clock.advance(minute);
    await until(() => departures.length > before);
    expect(departures[before]?.at).toBeGreaterThanOrEqual(penalty?.resumesAt ?? Infinity);
  });
});

describe('figures that cannot be', () => {
  it('cost no memory, and stop nobody for good', async () => {
    const { client, simulator, clock } = await startSignedIn();
    const headers = {
      'X-Rate-Limit-Limit': '999999999',
      'X-Rate-Limit-Remaining': '0',
      'X-Rate-Limit-Window': '999999999',
    };
    simulator.faults.add({ path: /extension\/~$/, times: 1, headers });
    await ping(client);
    const used = client.getRateBudgets()[0]?.used;
    expect(used).toBeGreaterThan(1_000);
    expect(used).toBeLessThan(20_000);
    await clock.advance(60 * minute);
    expect(client.getRateBudgets()[0]).toMatchObject({ group: 'light', used: 0 });
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
  });
});

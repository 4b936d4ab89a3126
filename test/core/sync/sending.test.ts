import { describe, expect, it } from 'vitest';
import type { E164 } from '../../../shared/model/ids.ts';
import { until } from '../ringcentral/harness.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, insertLocal, t0 } from './call-records.ts';
import { me, openSynced, send } from './harness.ts';

describe('a text that goes out', () => {
  it('is one bubble, followed until it is delivered', async () => {
    const world = await openSynced({ textSent: 900, textDelivered: 1_600 });
    const before = world.count('SELECT count(*) FROM message');
    await send(world, 'Your rate is locked');
    const status = () =>
      world.archive.db
        .prepare(`SELECT status FROM message WHERE body = 'Your rate is locked'`)
        .pluck()
        .all();
    await until(() => status()[0] === 'sent');
    for (let step = 0; status()[0] === 'sent' && step < 10; step += 1) {
      await world.clock.advance(1_000);
      await until(() => world.requests('/message-sync').every(({ at }) => at <= world.clock.now()));
      await settled();
    }
    expect(status()).toEqual(['delivered']);
    expect(world.clock.now() - t0).toBeLessThan(10_000);
    expect(world.count('SELECT count(*) FROM message')).toBe(before + 1);
    expect(world.requests('/message-sync').length).toBeLessThanOrEqual(3);
  });

  it('whose answer is lost is found in the message store, and never sent again', async () => {
    const world = await openSynced();
    const before = world.count('SELECT count(*) FROM message');
    world.simulator.faults.add({ path: '/sms', reset: 'after-accept', times: 1 });
    await send(world, 'Docs are ready');
    const rows = () =>
      world.archive.db
        .prepare(
          `SELECT client_id, server_id IS NOT NULL, status FROM message WHERE body = 'Docs are ready'`,
        )
        .raw()
        .all();
    await until(() => world.requests('/message-sync').length > 0);
    await until(() => JSON.stringify(rows()).includes('"sent"'));
    expect(rows()).toEqual([['client-Docs are ready', 1, 'sent']]);
    expect(world.requests('/sms')).toHaveLength(1);
    expect(world.count('SELECT count(*) FROM message')).toBe(before + 1);
  });

  it('is one bubble when a sync meets its record before the answer', async () => {
    const world = await openSynced();
    const before = world.count('SELECT count(*) FROM message');
    world.simulator.faults.add({ path: '/sms', hang: 'after-accept', times: 1 });
    await send(world, 'Call me back');
    const onServer = () =>
      world.simulator.account.messages.filter(({ subject }) => subject === 'Call me back');
    await until(() => onServer().length === 1);
    world.sync.requestSync('messages', 'test');
    await until(() => world.requests('/message-sync').length === 1);
    await settled();
    expect(world.count('SELECT count(*) FROM message')).toBe(before + 1);
    await world.clock.advance(60_000);
    const row = () =>
      world.archive.db
        .prepare(`SELECT status, server_id FROM message WHERE body = 'Call me back'`)
        .raw()
        .all();
    await until(() => JSON.stringify(row()).includes(String(onServer()[0]?.id)));
    expect(row()).toHaveLength(1);
    expect(world.requests('/sms')).toHaveLength(1);
  });
});

describe('a call that was placed here', () => {
  it.each(['two-crossed', 'two-same', 'one'] as const)(
    'is one call with its records: %s',
    async (kind) => {
      const { simulator, client, archive, clock, sync, count, requests } = await openSynced({
        talk: 5_000,
      });
      simulator.account.rules.ringOutRecords = kind;
      const before = count('SELECT count(*) FROM call');
      const placed = await client.api.ringOut.place({
        from: me,
        to: ada as E164,
        callerId: undefined,
      });
      const id = insertLocal(archive.db, (clock.now() - t0) / 1_000, {
        ringOutId: placed.kind === 'ok' ? placed.value.id : null,
        outcome: 'connected',
      });
      await clock.advance(15_000);
      sync.expectCallLog();
      await clock.advance(20_000);
      await until(() => requests('/call-log-sync').length >= 1);
      await settled();
      await clock.advance(20_000);
      await until(() => count(`SELECT count(*) FROM call_record WHERE call_id = ${id}`) > 0);
      await settled();
      expect(count('SELECT count(*) FROM call')).toBe(before + 1);
      expect(count(`SELECT count(*) FROM call_record WHERE call_id = ${id}`)).toBe(
        kind === 'one' ? 1 : 2,
      );
      expect(requests('/call-log-sync').length).toBeLessThanOrEqual(2);
    },
  );
});

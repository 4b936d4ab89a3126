import { describe, expect, it } from 'vitest';
import { until } from '../ringcentral/harness.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, t0 } from './call-records.ts';
import { open, openSynced } from './harness.ts';

describe('the first sync', () => {
  it('brings everything, with one message for each record and one call for each call', async () => {
    const { simulator, count, tokens, log } = await openSynced();
    const { messages, calls } = simulator.account;
    const texts = messages.filter(({ type }) => type === 'SMS').length;
    expect(count('SELECT count(*) FROM message')).toBe(texts);
    expect(count('SELECT sum(unread_count) FROM thread')).toBe(
      messages.filter(
        ({ type, readStatus, direction }) =>
          type === 'SMS' && direction === 'Inbound' && readStatus === 'Unread',
      ).length,
    );
    const recent = calls.filter(({ startedAt }) => startedAt >= t0 - 30 * 86_400_000);
    expect(count('SELECT count(*) FROM call_record')).toBe(recent.length);
    const ringOuts = recent.filter(({ action }) => action.startsWith('RingOut')).length;
    expect(count(`SELECT count(*) FROM call WHERE direction = 'outbound'`)).toBeGreaterThanOrEqual(
      ringOuts,
    );
    expect(count('SELECT count(*) FROM call')).toBe(recent.length - pairsOf(recent));
    expect(count('SELECT count(*) FROM contact')).toBe(54);
    expect(count('SELECT count(*) FROM quarantine')).toBe(0);
    expect(tokens()).toEqual(['calls', 'contacts', 'directory', 'messages']);
    expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('waits for someone to sign in', async () => {
    const { sync, session, departures } = await open();
    sync.start();
    await session.start();
    sync.requestSync('messages', 'test');
    sync.expectCallLog();
    await settled();
    expect(departures).toEqual([]);
  });
});

/** How many of the records are the second one of a RingOut. */
function pairsOf(
  records: readonly { readonly action: string; readonly sessionId: string }[],
): number {
  const outs = records.filter(({ action }) => action.startsWith('RingOut'));
  return outs.filter(({ sessionId }) =>
    records.some(
      (other) =>
        other.action === 'Phone Call' &&
        [1000, 2000, 3000, 4000].includes(Math.abs(Number(other.sessionId) - Number(sessionId))),
    ),
  ).length;
}

describe('later syncs', () => {
  it('bring what is new, within the timer', async () => {
    const { simulator, clock, count, requests, told, archive } = await openSynced();
    const before = count('SELECT count(*) FROM message');
    simulator.account.receiveText({ from: ada, text: 'Is the rate locked?' });
    await clock.advance(20_000);
    await until(() => count('SELECT count(*) FROM message') === before + 1);
    expect(requests('/message-sync')[0]?.query.get('syncType')).toBe('ISync');
    await clock.advance(20);
    const thread = archive.db
      .prepare(`SELECT thread_id FROM message WHERE body = 'Is the rate locked?'`)
      .pluck()
      .get();
    expect(told).toContainEqual({ area: 'messages', key: String(thread) });
    expect(told).toContainEqual({ area: 'threads' });
  });

  it('are frugal with what is Heavy', async () => {
    const { clock, requests } = await openSynced();
    for (let minutes = 0; minutes < 60; minutes += 1) await clock.advance(60_000);
    await settled();
    expect(requests('/call-log-sync').length).toBeLessThanOrEqual(12);
    expect(requests('/address-book-sync').length).toBeLessThanOrEqual(2);
    expect(requests('/message-sync').length).toBeLessThanOrEqual(180);
  });

  it.each(['MSG-333', 'CMN-101'] as const)(
    'begin anew when the token is refused with %s',
    async (code) => {
      const { simulator, sync, count, requests, tokens } = await openSynced();
      const before = count('SELECT count(*) FROM message');
      simulator.account.rules.expiredMessageToken = code;
      simulator.account.expireSyncTokens();
      sync.resume();
      await until(
        () => requests('/message-sync').length === 2 && requests('/call-log-sync').length === 2,
      );
      await settled();
      const kinds = (path: string) => requests(path).map(({ query }) => query.get('syncType'));
      expect(kinds('/message-sync')).toEqual(['ISync', 'FSync']);
      expect(kinds('/call-log-sync')).toEqual(['ISync', 'FSync']);
      expect(requests('/message-sync')[1]?.query.get('dateFrom')).toMatch(/^2025-03-02T/);
      expect(count('SELECT count(*) FROM message')).toBe(before);
      expect(tokens()).toHaveLength(4);
    },
  );

  it('go on past a record that cannot be read', async () => {
    const { simulator, sync, count, archive } = await openSynced();
    const records = [
      { id: 5, direction: 'Sideways' },
      { id: 6, availability: 'Deleted' },
    ];
    simulator.faults.add({
      path: '/message-sync',
      times: 1,
      body: JSON.stringify({
        records,
        syncInfo: { syncToken: 'odd' },
      }),
    });
    sync.requestSync('messages', 'test');
    await until(() => count('SELECT count(*) FROM quarantine') === 1);
    expect(archive.db.prepare('SELECT server_id FROM quarantine').pluck().get()).toBe('5');
  });

  it('come as soon as RingCentral is back', async () => {
    const { simulator, sync, clock, client, count } = await openSynced();
    await simulator.goDown();
    sync.requestSync('messages', 'test');
    await until(() => client.getConnection().state === 'offline');
    await settled();
    await simulator.comeBack();
    simulator.account.receiveText({ from: ada, text: 'Back again?' });
    await clock.advance(2_000);
    await until(() => count(`SELECT count(*) FROM message WHERE body = 'Back again?'`) === 1);
  });

  it('mark what has been deleted there', async () => {
    const { simulator, sync, count } = await openSynced();
    const text = simulator.account.messages.find(({ type }) => type === 'SMS');
    Object.assign(text ?? {}, {
      availability: 'Deleted',
      modifiedAt: simulator.clock.now() + 1,
    });
    sync.requestSync('messages', 'test');
    await until(() => count(`SELECT count(*) FROM message WHERE availability = 'Deleted'`) === 1);
  });
});

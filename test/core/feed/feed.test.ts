import { describe, expect, it } from 'vitest';
import { eventId, parseEventId } from '../../../main/core/feed/told.ts';
import { moveEvents } from '../../../main/core/feed/rows.ts';
import { readyForUse } from '../../../main/core/keeping/backups/rows.ts';
import { openWebhooks } from '../webhooks/harness.ts';

const day = 24 * 3_600_000;

async function openFeed() {
  const world = await openWebhooks();
  const { db, feed, clock, events, pass } = world;
  const types = async (): Promise<readonly string[]> =>
    (await feed.list(0, 100)).items.map(({ type }) => type);
  const addCall = (id: number, outcome = 'in-progress', direction = 'inbound'): void => {
    db.prepare(
      `INSERT INTO call (id, direction, outcome, number, started_at)
       VALUES (?, ?, ?, '+12125550142', ?)`,
    ).run(id, direction, outcome, clock.now());
  };
  const tell = (): void => events.changed({ area: 'calls' });
  return { ...world, types, addCall, tell, pass };
}

describe('what other programs are told of', () => {
  it('is each change of a call once, whatever its record corrects later', async () => {
    const { db, addCall, tell, pass, types } = await openFeed();
    addCall(1);
    db.exec(`UPDATE call SET connected_at = 5 WHERE id = 1`);
    db.exec(`UPDATE call SET outcome = 'connected', connected_at = 5 WHERE id = 1`);
    db.exec(`UPDATE call SET outcome = 'voicemail' WHERE id = 1`);
    addCall(2, 'missed');
    addCall(3, 'in-progress', 'outbound');
    db.exec(`UPDATE call SET outcome = 'unknown' WHERE id = 3`);
    db.exec(`UPDATE call SET outcome = 'no-answer' WHERE id = 3`);
    addCall(4, 'handed-over', 'outbound');
    tell();
    const told = ['call.ringing', 'call.connected', 'call.ended', 'call.missed', 'call.placed'];
    await pass(async () => expect(await types()).toEqual([...told, 'call.ended']));
  });

  it('is told once of a call that turns out to be another one', async () => {
    const { db, addCall, tell, pass, types } = await openFeed();
    addCall(1);
    db.exec(`UPDATE call SET outcome = 'missed' WHERE id = 1`);
    tell();
    await pass(async () => expect(await types()).toEqual(['call.ringing', 'call.missed']));
    // Its record makes a row of its own, which then takes the place of the first.
    addCall(2, 'voicemail');
    moveEvents(db, 1, 2);
    db.exec('DELETE FROM call WHERE id = 1');
    tell();
    await pass(async () => expect(await types()).toEqual(['call.ringing', 'call.missed']));
    expect(db.prepare('SELECT DISTINCT row_id FROM event').pluck().all()).toEqual([2]);
  });

  it('is no news from before, and nothing after a day that nobody waits for', async () => {
    const { db, clock, receive, told, pass, types, feed } = await openFeed();
    db.exec(
      `INSERT INTO message (id, thread_id, direction, status, body, created_at, modified_at)
       VALUES (7, 1, 'inbound', 'received', 'from a backfill', 1, 1)`,
    );
    receive('today');
    await pass(async () => expect(await types()).toEqual(['message.received']));
    const standing = await feed.standing();
    await clock.advance(day + 1);
    told();
    await pass(async () => expect(await types()).toEqual([]));
    // Whoever had it all has missed nothing.
    expect(await feed.standing()).toEqual({ ...standing, first: (standing?.last ?? 0) + 1 });
  });

  it('goes on when the clock that it began by turns out to have been a year ahead', async () => {
    const { db, clock, receive, told, pass, types } = await openFeed();
    db.prepare('UPDATE event_feed SET since = ?').run(clock.now() + 365 * day);
    told();
    await pass(() =>
      expect(db.prepare('SELECT since FROM event_feed').pluck().get()).toBeLessThan(
        clock.now() + day,
      ),
    );
    receive('today');
    await pass(async () => expect(await types()).toEqual(['message.received']));
  });

  it('begins anew in an archive that a backup has taken the place of', async () => {
    const { db, clock, receive, told, pass, types, feed } = await openFeed();
    receive('before');
    await pass(async () => expect(await types()).toHaveLength(1));
    const before = await feed.standing();
    readyForUse(db, 0, clock.now());
    expect(await feed.standing()).toBeUndefined();
    told();
    await pass(async () => expect(await feed.standing()).toBeDefined());
    expect((await feed.standing())?.epoch).not.toBe(before?.epoch);
    expect(await types()).toEqual([]);
  });

  it('is named so that a program can go on after it', () => {
    expect(parseEventId(eventId('0a1b2c', 17))).toEqual({ epoch: '0a1b2c', seq: 17 });
    for (const id of ['', '17', 'a-', 'a-1b', '-1', 'A-1', `a-${'1'.repeat(16)}`, 'a-1\n']) {
      expect(parseEventId(id), id).toBeUndefined();
    }
  });
});

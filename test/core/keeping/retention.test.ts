import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createRetention, monthsBefore } from '../../../main/core/keeping/retention/service.ts';
import { keepFrom } from '../../../main/core/keeping/rows.ts';
import { insert } from '../../../main/core/db/statement.ts';
import { startOfTests } from '../support/manual-clock.ts';
import { addCall, addText, dana, makeWorld, type KeepingWorld } from './harness.ts';

const dayMs = 24 * 60 * 60_000;
const minuteOf = (days: number): number => -days * 24 * 60;

async function runOnce(world: KeepingWorld): Promise<readonly string[]> {
  const forgotten: string[] = [];
  const retention = createRetention({
    ...world,
    media: { forget: (ids) => Promise.resolve(void forgotten.push(...ids)) },
  });
  retention.start();
  await world.clock.advance(2 * 60_000);
  await vi.waitFor(() => expect(world.clock.waiting).toBe(1), { timeout: 10_000, interval: 1 });
  retention.stop();
  return forgotten;
}

const bodies = ({ archive: { db } }: KeepingWorld): readonly unknown[] =>
  db.prepare('SELECT body FROM message ORDER BY id').pluck().all();

describe('what is older than is kept', () => {
  it('is nothing unless the user says so', async () => {
    const world = makeWorld();
    addText(world, { body: 'old', minute: minuteOf(3000) });
    await runOnce(world);
    expect(bodies(world)).toEqual(['old']);
    expect(keepFrom(world.archive.db)).toBeUndefined();
  });

  it('leaves what is being written there, which nobody else has', async () => {
    const world = makeWorld();
    world.settings.set({ keepMonths: 3 });
    addText(world, { body: 'old', minute: minuteOf(100) });
    addText(world, { body: 'new', number: '+12125550199' });
    const { db } = world.archive;
    const draft = `INSERT INTO draft (key, body, changed_at) SELECT thread_id, 'mine', 1
      FROM thread_party WHERE number = ?`;
    db.prepare(draft).run(dana);
    await runOnce(world);
    expect(bodies(world)).toEqual(['new']);
    const left = db.prepare('SELECT body FROM draft JOIN thread ON thread.id = CAST(key AS INT)');
    expect(left.pluck().all()).toEqual(['mine']);
  });

  it('is dropped, and not fetched again', async () => {
    const world = makeWorld();
    world.settings.set({ keepMonths: 3 });
    for (let n = 0; n < 130; n += 1)
      addText(world, { body: `old ${n}`, minute: minuteOf(100) - n });
    addText(world, { body: 'new' });
    addCall(world, { minute: minuteOf(100) });
    const { db } = world.archive;
    insert(
      db,
      `INSERT INTO voicemail (id, server_id, number, created_at, modified_at) VALUES (?, 'v', ?, 0, 0)`,
      (startOfTests - 100 * dayMs) * 1024,
      dana,
    );
    const forgotten = await runOnce(world);
    expect(bodies(world)).toEqual(['new']);
    for (const table of ['call', 'call_record', 'voicemail']) {
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    }
    expect(keepFrom(db)).toBe(Date.UTC(2025, 11, 2, 15, 2));
    expect(forgotten).toHaveLength(2);
    expect(world.changed).toContain('messages');
  });

  it('does not take texts that wait, notes, or a thread that goes on', async () => {
    const world = makeWorld();
    world.settings.set({ keepMonths: 1 });
    const { db } = world.archive;
    addText(world, { body: 'unknown', status: 'unknown', serverId: null, minute: minuteOf(90) });
    addText(world, { body: 'queued', status: 'queued', serverId: null, minute: minuteOf(91) });
    addText(world, { body: 'gone', minute: minuteOf(92) });
    addText(world, { body: 'new' });
    const callId = addCall(world, { minute: minuteOf(90), name: 'Dana' });
    insert(
      db,
      `INSERT INTO note (id, call_id, body, created_at, modified_at) VALUES (1, ?, 'kept', 0, 0)`,
      callId,
    );
    insert(
      db,
      `INSERT INTO follow_up (note_id, call_id, due_at, created_at) VALUES (1, ?, 1, 1)`,
      callId,
    );
    await runOnce(world);
    expect(bodies(world)).toEqual(['queued', 'unknown', 'new']);
    expect(db.prepare('SELECT call_id, number, name, body FROM note').get()).toEqual({
      call_id: null,
      number: dana,
      name: 'Dana',
      body: 'kept',
    });
    expect(db.prepare('SELECT call_id, number FROM follow_up').get()).toEqual({
      call_id: null,
      number: dana,
    });
  });

  it('is not decided by a clock that has jumped years ahead', async () => {
    const world = makeWorld();
    world.settings.set({ keepMonths: 12 });
    addText(world, { body: 'this year’s', minute: minuteOf(30) });
    await world.clock.sleep(10 * 365 * dayMs);
    await runOnce(world);
    expect(bodies(world)).toEqual(['this year’s']);
  });

  it('is dropped at once when it is chosen', async () => {
    const world = makeWorld();
    addText(world, { body: 'old', minute: minuteOf(100) });
    addText(world, { body: 'new' });
    const retention = createRetention({ ...world, media: { forget: () => Promise.resolve() } });
    world.settings.set({ keepMonths: 2 });
    retention.look();
    await world.clock.advance(0);
    await vi.waitFor(() => expect(bodies(world)).toEqual(['new']));
    retention.stop();
  });

  it('keeps a floor that only rises', async () => {
    const world = makeWorld();
    addText(world, { body: 'x' });
    world.settings.set({ keepMonths: 1 });
    await runOnce(world);
    const floor = keepFrom(world.archive.db);
    world.settings.set({ keepMonths: 24 });
    await runOnce(world);
    expect(keepFrom(world.archive.db)).toBe(floor);
  });
});

describe('months before', () => {
  it.each([
    ['2026-03-31T12:00:00Z', 1, '2026-02-28T12:00:00Z'],
    ['2024-03-31T12:00:00Z', 1, '2024-02-29T12:00:00Z'],
    ['2026-01-15T12:00:00Z', 13, '2024-12-15T12:00:00Z'],
  ])('%s, %d: %s', (at, months, expected) => {
    expect(monthsBefore(Date.parse(at), months)).toBe(Date.parse(expected));
  });

  it('are never later with more of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1e12, max: 4e12 }),
        fc.integer({ min: 1, max: 239 }),
        (at, months) => monthsBefore(at, months + 1) < monthsBefore(at, months),
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { CallFilter } from '../../../shared/model/history.ts';
import type { CallId } from '../../../shared/model/ids.ts';
import { callWalk, pageOfCallsSql } from '../../../main/core/calls/history/rows.ts';
import { leapSql } from '../../../main/core/history/rows.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { makeCalls } from './harness.ts';

const start = Date.UTC(2026, 2, 2, 9);
const minute = 60_000;

type Given = {
  readonly direction?: string;
  readonly outcome?: string;
  readonly number?: string;
  readonly extension?: string;
  readonly name?: string;
  readonly isNew?: boolean;
  readonly isDeleted?: boolean;
  readonly recording?: string;
  readonly voicemail?: string;
};

/** Writes calls a minute apart, the first the oldest; answers their ids, the newest first. */
function write({ db }: InProcessArchive, calls: readonly Given[]): readonly string[] {
  const insert = db.prepare(
    `INSERT INTO call (id, direction, outcome, number, extension_number, name, started_at, is_new,
       is_deleted, recording_record_id, voicemail_server_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ids = calls.map((call, n) => {
    const at = start + n * minute;
    insert.run(
      at * 1024,
      call.direction ?? 'inbound',
      call.outcome ?? 'connected',
      call.number ?? null,
      call.extension ?? null,
      call.name ?? null,
      at,
      call.isNew ? 1 : 0,
      call.isDeleted ? 1 : 0,
      call.recording ?? null,
      call.voicemail ?? null,
    );
    return String(at * 1024);
  });
  return ids.toReversed();
}

async function shown(world: ReturnType<typeof makeCalls>, filter: CallFilter) {
  const { items } = await world.calls.list({ filter, limit: 200 });
  const { total } = await world.calls.outline(filter);
  expect(total).toBe(items.length);
  return items.map(({ id }) => id as string);
}

describe('the list of calls', () => {
  it('shows the calls of a kind, and tells how many there are', async () => {
    const world = makeCalls();
    const [odd, failed, out, left, busy, missed, answered] = write(world.archive, [
      {},
      { outcome: 'missed' },
      { outcome: 'busy' },
      { outcome: 'voicemail', voicemail: 'v1' },
      { direction: 'outbound', outcome: 'busy' },
      { direction: 'outbound', outcome: 'failed', recording: 'r1' },
      { direction: 'outbound', outcome: 'unknown' },
    ]);
    expect(await shown(world, { show: 'missed' })).toEqual([left, busy, missed]);
    expect(await shown(world, { show: 'failed' })).toEqual([odd, failed]);
    expect(await shown(world, { show: 'inbound' })).toEqual([left, busy, missed, answered]);
    expect(await shown(world, { show: 'outbound' })).toEqual([odd, failed, out]);
    expect(await shown(world, { hasVoicemail: true })).toEqual([left]);
    expect(await shown(world, { hasRecording: true })).toEqual([failed]);
    expect(await shown(world, { hasRecording: true, show: 'missed' })).toEqual([]);
    expect(await shown(world, { show: 'all' })).toHaveLength(7);
  });

  it('shows the calls from an instant on, and before another', async () => {
    const world = makeCalls();
    const [last, second, first] = write(world.archive, [{}, {}, {}]);
    expect(await shown(world, { from: start + minute })).toEqual([last, second]);
    expect(await shown(world, { until: start + 2 * minute })).toEqual([second, first]);
    expect(await shown(world, { from: start + 1, until: start + 2 * minute })).toEqual([second]);
  });

  it('finds people by name, company, number in any format, and by what the call says', async () => {
    const world = makeCalls();
    world.archive.db.exec(`
      INSERT INTO contact (id, source, server_id, name, company, match_text)
        VALUES (1, 'personal', 'p1', 'Renée Ödegård', 'Harbor Title', 'renee odegard harbor title');
      INSERT INTO contact_number (contact_id, label, typed, number)
        VALUES (1, 'mobile', 'x', '+12125550142')`);
    const [colleague, other, stranger, known] = write(world.archive, [
      { number: '+12125550142' },
      { number: '+14155550199', name: 'LÓPEZ MARÍA' },
      { number: '+13035550107' },
      { extension: '204', name: 'Sam Field' },
    ]);
    expect(await shown(world, { who: 'odeg' })).toEqual([known]);
    expect(await shown(world, { who: 'harbor' })).toEqual([known]);
    expect(await shown(world, { who: '(212) 555-0142' })).toEqual([known]);
    expect(await shown(world, { who: '0107' })).toEqual([other]);
    expect(await shown(world, { who: 'maria lopez' })).toEqual([stranger]);
    expect(await shown(world, { who: '204' })).toEqual([colleague]);
    expect(await shown(world, { who: '555' })).toEqual([other, stranger, known]);
    expect(await shown(world, { who: '%' })).toEqual([]);
    expect(await shown(world, { who: 'sam', show: 'outbound' })).toEqual([]);
  });

  it('finds the calls of more people than are looked up one by one', async () => {
    const world = makeCalls();
    const calls = Array.from({ length: 450 }, (_, n) => ({
      number: `+1212555${String(1000 + n)}`,
      name: n % 2 === 0 ? `Even ${n}` : `Odd ${n}`,
    }));
    const ids = write(world.archive, calls);
    const { total, blocks } = await world.calls.outline({ who: 'even' });
    expect(total).toBe(225);
    const page = await world.calls.list({ filter: { who: 'even' }, after: blocks[1], limit: 200 });
    expect(page.items.map(({ id }) => id)).toEqual(ids.filter((_, n) => n % 2 === 1).slice(200));
  });

  it('has blocks that join without a gap, however many there are', async () => {
    const world = makeCalls();
    for (const count of [0, 1, 200, 201, 650]) {
      world.archive.db.exec('DELETE FROM call');
      const ids = write(
        world.archive,
        Array.from({ length: count }, () => ({})),
      );
      const { total, blocks, blockSize } = await world.calls.outline();
      expect(total).toBe(count);
      expect(blocks).toHaveLength(Math.ceil(count / blockSize));
      const pages = await Promise.all(
        blocks.map((after) => world.calls.list({ after, limit: blockSize })),
      );
      expect(pages.flatMap(({ items }) => items.map(({ id }) => id as string))).toEqual(ids);
    }
  });

  it('shows what hangs on a call, and that RingCentral has deleted it', async () => {
    const world = makeCalls();
    const [id = ''] = write(world.archive, [
      { outcome: 'voicemail', recording: 'r1', voicemail: 'v1', isNew: true, isDeleted: true },
    ]);
    world.archive.db.exec(`
      INSERT INTO call_record (server_id, call_id, session_id, direction, action, started_at,
        duration_seconds) VALUES ('r1', ${id}, 's', 'inbound', 'VoIP Call', ${start}, 61);
      INSERT INTO voicemail (id, server_id, created_at, modified_at) VALUES (77, 'v1', 1, 1);
      INSERT INTO note (id, call_id, outcome, created_at, modified_at) VALUES
        (1, ${id}, 'No answer', 1, 1), (2, ${id}, 'Reached', 2, 2), (3, ${id}, NULL, 3, 3)`);
    const call = await world.calls.get(id as CallId);
    expect(call).toMatchObject({
      isNew: true,
      isDeleted: true,
      voicemailId: '77',
      recording: { id: 'recording-r1', contentType: 'audio/mpeg', durationSeconds: 61 },
      noteOutcome: 'Reached',
    });
    expect((await world.calls.list({ limit: 1 })).items).toEqual([call]);
    expect(await world.calls.get('12' as CallId)).toBeUndefined();
  });

  it('counts missed calls until they have been looked at, and says so once', async () => {
    const world = makeCalls();
    write(world.archive, [{ isNew: true }, { isNew: true }, {}]);
    expect(await world.calls.countNew()).toBe(2);
    await world.calls.markSeen();
    expect(await world.calls.countNew()).toBe(0);
    expect((await world.rows()).some(({ isNew }) => isNew)).toBe(false);
    await world.calls.markSeen();
    expect(world.told).toEqual(['calls']);
  });
});

describe('the plan of a list of calls', () => {
  const { db } = openInProcessArchive();
  const planOf = (sql: string, values: readonly unknown[]): string =>
    db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map((row) => (row as { detail: string }).detail)
      .join('\n');
  const planFor = (filter: CallFilter): string => {
    const walk = callWalk(filter, undefined);
    return planOf(pageOfCallsSql(walk), [...walk.narrowing.values, 1, 1]);
  };

  it.each([
    [{}, 'SEARCH call USING INTEGER PRIMARY KEY (rowid<?)'],
    [{ show: 'missed' }, 'SEARCH call USING INDEX call_missed (id<?)'],
    [{ show: 'failed' }, 'SEARCH call USING INDEX call_failed (id<?)'],
    [{ show: 'inbound' }, 'SEARCH call USING COVERING INDEX call_by_direction'],
    [{ show: 'outbound', from: 1 }, 'SEARCH call USING COVERING INDEX call_by_direction'],
    [{ hasRecording: true }, 'SEARCH call USING INDEX call_recorded (id<?)'],
    [{ hasVoicemail: true }, 'SEARCH call USING INDEX call_answered_by_voicemail (id<?)'],
    [{ from: 1, until: 2 }, 'SEARCH call USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)'],
  ] as const)('of %o walks the narrowest index, in its order', (filter, step) => {
    const plan = planFor(filter);
    expect(plan).toContain(step);
    expect(plan).not.toMatch(/TEMP B-TREE|SCAN/);
  });

  it('of someone looks their numbers and names up', () => {
    const keys = { numbers: ['+12125550142'], extensionNumbers: [], names: ['Ada'] };
    const walk = callWalk({ who: 'ada' }, keys);
    const plan = planOf(pageOfCallsSql(walk), [...walk.narrowing.values, 1, 1]);
    for (const index of ['call_by_number', 'call_by_extension', 'call_by_name']) {
      expect(plan).toContain(index);
    }
    expect(plan).not.toMatch(/SCAN call\b/);
  });

  it('leaps from one number to the next', () => {
    expect(planOf(leapSql('number'), [])).not.toMatch(/SCAN call\b/);
    expect(planOf(leapSql('name'), [])).not.toMatch(/SCAN call\b/);
  });
});

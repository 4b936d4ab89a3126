import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import type { ExportFormat } from '../../../shared/model/keeping.ts';
import { createExports, type Exports } from '../../../main/core/keeping/exports/service.ts';
import type { ExportWhat } from '../../../main/core/keeping/exports/rows.ts';
import { insert } from '../../../main/core/db/statement.ts';
import { createCountingRandom } from '../support/session.ts';
import { makeFolder } from '../../db/support.ts';
import { startOfTests } from '../support/manual-clock.ts';
import { addCall, addText, dana, makeWorld, robin, type KeepingWorld } from './harness.ts';

function start(world: KeepingWorld): Exports {
  return createExports({ ...world, ports: { ...world.ports, random: createCountingRandom() } });
}

async function finish(exports: Exports): Promise<void> {
  await vi.waitFor(() => expect(exports.get()?.state).not.toBe('running'), {
    timeout: 15_000,
    interval: 2,
  });
}

async function exportTo(
  world: KeepingWorld,
  what: ExportWhat,
  format: ExportFormat,
): Promise<string> {
  const file = join(makeFolder(), `out.${format}`);
  world.fileDialogs.save = file;
  const exports = start(world);
  expect(await exports.start(what, format)).toMatchObject({
    ok: true,
    value: { state: 'running' },
  });
  await finish(exports);
  expect(exports.get()).toMatchObject({ state: 'done', failure: undefined });
  expect(readdirSync(join(file, '..'))).toEqual([`out.${format}`]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  return readFileSync(file, 'utf8');
}

const csvRows = (text: string): readonly Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;

describe('an export', () => {
  it('of everything has each call, text, voicemail and note once, newest first', async () => {
    const world = makeWorld();
    const { db } = world.archive;
    for (let n = 0; n < 2500; n += 1) addText(world, { body: `text ${n}`, minute: n });
    for (let n = 0; n < 30; n += 1) addCall(world, { minute: n * 100 });
    insert(
      db,
      `INSERT INTO voicemail (id, server_id, number, created_at, modified_at, transcript) VALUES (?, 'v', ?, ?, 0, 'Call me')`,
      startOfTests * 1024,
      dana,
      startOfTests,
    );
    insert(
      db,
      `INSERT INTO note (id, number, body, created_at, modified_at) VALUES (?, ?, 'A note', ?, 0)`,
      startOfTests * 1024,
      dana,
      startOfTests,
    );
    const rows = csvRows(await exportTo(world, { kind: 'everything' }, 'csv'));
    expect(rows).toHaveLength(2532);
    const times = rows.map((row) => row['Time (UTC)'] ?? '');
    expect(times).toEqual(times.toSorted().toReversed());
    const count = (kind: string): number => rows.filter((row) => row['Kind'] === kind).length;
    expect(['text', 'call', 'voicemail', 'note'].map(count)).toEqual([2500, 30, 1, 1]);
    expect(new Set(rows.map((row) => `${row['Kind']} ${row['Id']}`)).size).toBe(2532);
  });

  it('of a list has what its filter shows', async () => {
    const world = makeWorld();
    addCall(world, { number: dana, minute: 1 });
    addCall(world, { number: robin, minute: 2 });
    addText(world, { number: dana, body: 'from Dana', minute: 1 });
    addText(world, { number: robin, body: 'early', minute: 2 });
    addText(world, { number: robin, body: 'late', minute: 200 });
    const calls = await exportTo(world, { kind: 'calls', filter: { who: '0177' } }, 'csv');
    expect(csvRows(calls).map((row) => row['Number'])).toEqual(['+1 415 555 0177']);
    const from = startOfTests + 100 * 60_000;
    const texts = await exportTo(world, { kind: 'messages', filter: { who: '0177', from } }, 'csv');
    expect(csvRows(texts).map((row) => row['Text'])).toEqual(['late']);
  });

  it('of a person has everything with them, and of nobody else', async () => {
    const world = makeWorld();
    addText(world, { number: dana, body: 'yes' });
    addText(world, { number: robin, body: 'no' });
    addCall(world, { number: dana });
    const json = JSON.parse(
      await exportTo(world, { kind: 'person', whose: { number: dana } }, 'json'),
    ) as { records: { kind: string; text?: string }[] };
    expect(json.records.map(({ kind }) => kind).toSorted()).toEqual(['call', 'text']);
    expect(JSON.stringify(json)).not.toContain(robin);
  });

  it('as JSON is one document, with numbers in E.164, also when it is empty', async () => {
    const world = makeWorld();
    const empty = JSON.parse(await exportTo(world, { kind: 'calls' }, 'json')) as object;
    expect(empty).toMatchObject({ format: 'sidetone-export', version: 1, records: [] });
    for (let n = 0; n < 1500; n += 1) addText(world, { body: `"${n}"\n`, minute: n });
    const full = JSON.parse(await exportTo(world, { kind: 'messages' }, 'json')) as {
      records: { text: string; people: { number: string }[] }[];
    };
    expect(full.records).toHaveLength(1500);
    expect(full.records[0]).toMatchObject({ text: '"1499"\n', people: [{ number: dana }] });
  });

  it('tells how far it is, a few times a second at most', async () => {
    const world = makeWorld();
    for (let n = 0; n < 5000; n += 1) addText(world, { body: 'x', minute: n });
    await exportTo(world, { kind: 'messages' }, 'csv');
    // The clock stands still: the beginning and the end are told, and no page between.
    expect(world.changed.filter((area) => area === 'exports')).toHaveLength(2);
  });

  it('asks where to, and does nothing when the user thinks better of it', async () => {
    const world = makeWorld();
    const exports = start(world);
    expect(await exports.start({ kind: 'calls' }, 'csv')).toEqual({ ok: true, value: undefined });
    expect(world.fileDialogs.proposed).toEqual(['sidetone-calls-2026-03-02.csv']);
    expect(exports.get()).toBeUndefined();
  });

  it('ends at once when it is cancelled, and leaves no file', async () => {
    const world = makeWorld();
    for (let n = 0; n < 5000; n += 1) addText(world, { body: 'x', minute: n });
    const folder = makeFolder();
    world.fileDialogs.save = join(folder, 'out.csv');
    const exports = start(world);
    await exports.start({ kind: 'messages' }, 'csv');
    expect(await exports.start({ kind: 'calls' }, 'csv')).toMatchObject({
      failure: { message: 'export.already-running' },
    });
    exports.cancel();
    await finish(exports);
    expect(exports.get()).toMatchObject({ state: 'cancelled', failure: undefined });
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
  });

  it('leaves the file that was there until the new one is whole', async () => {
    const world = makeWorld();
    addText(world, { body: 'x' });
    const file = join(makeFolder(), 'out.csv');
    writeFileSync(file, 'the last one');
    world.fileDialogs.save = file;
    world.archive.db.exec('DROP TABLE note');
    const exports = start(world);
    await exports.start({ kind: 'everything' }, 'csv');
    await finish(exports);
    expect(exports.get()).toMatchObject({
      state: 'failed',
      failure: { message: 'export.not-written' },
    });
    expect(readFileSync(file, 'utf8')).toBe('the last one');
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it('says so where it cannot write', async () => {
    const world = makeWorld();
    const folder = join(makeFolder(), 'taken');
    mkdirSync(join(folder, 'out.csv.part', 'x'), { recursive: true });
    world.fileDialogs.save = join(folder, 'out.csv');
    const exports = start(world);
    await exports.start({ kind: 'calls' }, 'csv');
    await finish(exports);
    expect(exports.get()?.failure).toMatchObject({ message: 'export.not-written' });
  });

  it('says that the disk is full', async () => {
    const world = makeWorld();
    addText(world, { body: 'x' });
    const exports = createExports({
      ...world,
      archive: {
        keep: () =>
          Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })),
      },
      ports: { ...world.ports, random: createCountingRandom() },
    });
    const folder = makeFolder();
    world.fileDialogs.save = join(folder, 'out.csv');
    await exports.start({ kind: 'messages' }, 'csv');
    await finish(exports);
    expect(exports.get()?.failure).toMatchObject({ message: 'export.no-room' });
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
  });

  it('of 50,000 rows holds a page of them at a time', async () => {
    const world = makeWorld();
    const { db } = world.archive;
    addText(world, { body: 'first' });
    db.exec(`WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 49999)
      INSERT INTO message (id, thread_id, server_id, direction, status, body, created_at, modified_at)
      SELECT ${startOfTests * 1024} + 1000 + i, 1, 'x' || i, 'inbound', 'received',
        'fourteen words or so of plain text, as people write them to their broker', ${startOfTests}, 0
      FROM n`);
    const pages: number[] = [];
    let most = 0;
    const before = process.memoryUsage().heapUsed;
    const exports = createExports({
      ...world,
      archive: {
        async keep(upkeep, input) {
          const answer = await world.archive.keep(upkeep, input);
          if (typeof answer === 'object' && answer !== null && 'rows' in answer) {
            pages.push(Number(answer.rows));
          }
          most = Math.max(most, process.memoryUsage().heapUsed - before);
          return answer;
        },
      },
      ports: { ...world.ports, random: createCountingRandom() },
    });
    world.fileDialogs.save = join(makeFolder(), 'out.csv');
    await exports.start({ kind: 'messages' }, 'csv');
    await finish(exports);
    expect(exports.get()).toMatchObject({ state: 'done', rows: 50_000, total: 50_000 });
    expect(Math.max(...pages)).toBeLessThanOrEqual(1000);
    expect(most).toBeLessThan(50 * 1024 * 1024);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defineQuery } from '../../main/core/db/define-query.ts';
import { nextRowId, timeOfRowId, toId, toRowId } from '../../main/core/db/row-id.ts';
import { openInProcessArchive } from './in-process.ts';

const core = join(import.meta.dirname, '../../main/core');

describe('queries', () => {
  it('of every feature are known to the worker', () => {
    const worker = readFileSync(join(core, 'db/worker.ts'), 'utf8');
    const files = readdirSync(core, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('/queries.ts'));
    expect(files.length).toBeGreaterThan(5);
    const missing = files.filter((file) => !worker.includes(`import '../${file}'`));
    expect(missing).toEqual([]);
  });

  it('have a name of their own', () => {
    defineQuery('test.once', () => 1);
    expect(() => defineQuery('test.once', () => 2)).toThrow(/test\.once is defined twice/);
  });
});

describe('row ids', () => {
  const at = Date.UTC(2026, 2, 2, 15);
  const addCall = (db: ReturnType<typeof openInProcessArchive>['db'], id: number): void =>
    void db
      .prepare(
        `INSERT INTO call (id, direction, outcome, started_at) VALUES (?, 'inbound', 'missed', 0)`,
      )
      .run(id);

  it('are in the order of time, whatever came first', () => {
    const { db } = openInProcessArchive();
    const later = nextRowId(db, 'call', at + 1);
    addCall(db, later);
    const earlier = nextRowId(db, 'call', at);
    addCall(db, earlier);
    expect(earlier).toBeLessThan(later);
    expect(nextRowId(db, 'call', at)).toBe(earlier + 1);
    expect([timeOfRowId(earlier), timeOfRowId(later)]).toEqual([at, at + 1]);
    expect(Number.isSafeInteger(nextRowId(db, 'call', Date.UTC(2200, 0)))).toBe(true);
  });

  it('go on into the next millisecond when one is full, past what is there', () => {
    const { db } = openInProcessArchive();
    addCall(db, (at + 1) * 1024);
    addCall(db, at * 1024 + 1023);
    expect(nextRowId(db, 'call', at)).toBe((at + 1) * 1024 + 1);
  });

  it('are read from the window’s ids, and from nothing else', () => {
    expect(toRowId(toId(at * 1024))).toBe(at * 1024);
    for (const text of ['', 'abc', '1.5', '-1', '1e3', '12345678901234567']) {
      expect(toRowId(text)).toBeUndefined();
    }
  });
});

import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0009: leaves calls as they are, and ties lists to them', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(8));
  db.exec(`
    INSERT INTO call (id, direction, outcome, number, started_at)
      VALUES (1024, 'outbound', 'connected', '+12125550142', 1);
  `);
  migrate(db, upTo(9));
  expect(versionOf(db)).toBe(9);
  expect(db.prepare('SELECT number FROM call').pluck().all()).toEqual(['+12125550142']);
  for (const table of ['call_list', 'call_list_entry']) {
    expect(db.prepare(`SELECT * FROM ${table}`).all(), table).toEqual([]);
  }
  db.exec(`
    INSERT INTO call_list VALUES (1, 'Monday', 5);
    INSERT INTO call_list_entry (id, call_list_id, position, number, typed, state, call_id)
      VALUES (1, 1, 1, '+12125550142', '212 555 0142', 'called', 1024);
  `);
  const insert = (values: string) =>
    db.exec(
      `INSERT INTO call_list_entry (call_list_id, position, number, extension_number, typed, state)
       VALUES ${values}`,
    );
  expect(() => insert(`(1, 1, '+12125550143', NULL, 'x', 'open')`)).toThrow(/UNIQUE/);
  expect(() => insert(`(1, 2, NULL, NULL, 'x', 'open')`)).toThrow(/CHECK/);
  expect(() => insert(`(1, 2, NULL, '101', 'x', 'dialled')`)).toThrow(/CHECK/);
  expect(() => insert(`(2, 1, NULL, '101', 'x', 'open')`)).toThrow(/FOREIGN KEY/);

  // A call that goes leaves the entry as it was settled; a list that goes takes its entries along.
  db.exec('DELETE FROM call');
  const entry = db.prepare('SELECT state, call_id FROM call_list_entry');
  expect(entry.get()).toEqual({ state: 'called', call_id: null });
  db.exec('DELETE FROM call_list');
  expect(entry.all()).toEqual([]);
});

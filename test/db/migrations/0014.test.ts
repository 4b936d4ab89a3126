import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0014: leaves texts as they are, and makes room for templates and texts to each', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(13));
  db.exec(
    `INSERT INTO thread (id, own_number, party_key, last_at) VALUES (1, '+14155550100', 'x', 1)`,
  );
  migrate(db, upTo(14));
  expect(versionOf(db)).toBe(14);
  expect(db.prepare('SELECT own_number FROM thread').pluck().all()).toEqual(['+14155550100']);
  for (const table of ['template', 'account_template', 'text_batch', 'text_batch_row']) {
    expect(db.prepare(`SELECT * FROM ${table}`).all(), table).toEqual([]);
  }
  db.exec(`
    INSERT INTO template (title, body, position, changed_at) VALUES ('Late', 'Ten minutes.', 1, 5);
    INSERT INTO text_batch VALUES ('b', 'Rates', NULL, 5);
    INSERT INTO text_batch_row (batch_id, position, number, text)
      VALUES ('b', 1, '+12125550142', 'Hello');
  `);
  expect(() => db.exec(`INSERT INTO account_template VALUES ('1', 'other', 'x', 'y', 1)`)).toThrow(
    /CHECK/,
  );
  const insert = (values: string) =>
    db.exec(
      `INSERT INTO text_batch_row (batch_id, position, number, text, state) VALUES ${values}`,
    );
  expect(() => insert(`('b', 1, '+12125550143', 'x', 'waiting')`)).toThrow(/UNIQUE/);
  expect(() => insert(`('b', 2, '+12125550143', 'x', 'sent')`)).toThrow(/CHECK/);
  expect(() => insert(`('c', 1, '+12125550143', 'x', 'waiting')`)).toThrow(/FOREIGN KEY/);
  db.exec('DELETE FROM text_batch');
  expect(db.prepare('SELECT * FROM text_batch_row').all()).toEqual([]);
});

import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0015: has told of nothing in an archive that is there, and is not quiet', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(14));
  db.exec(`
    INSERT INTO voicemail (id, server_id, number, created_at, modified_at)
      VALUES (1024, '7', '+12125550142', 1, 1);
  `);
  migrate(db, upTo(15));
  expect(versionOf(db)).toBe(15);
  expect(db.prepare('SELECT number FROM voicemail').pluck().all()).toEqual(['+12125550142']);
  for (const table of ['told', 'quiet']) {
    expect(db.prepare(`SELECT * FROM ${table}`).all(), table).toEqual([]);
  }

  db.exec(`INSERT INTO told VALUES ('voicemail', 1024, 5)`);
  expect(() => db.exec(`INSERT INTO told VALUES ('voicemail', 1024, 6)`)).toThrow(/UNIQUE/);
  expect(() => db.exec(`INSERT INTO told VALUES ('fax', 1024, 6)`)).toThrow(/CHECK/);
  db.exec('INSERT INTO quiet VALUES (1, NULL)');
  expect(() => db.exec('INSERT INTO quiet VALUES (2, NULL)')).toThrow(/CHECK/);
});

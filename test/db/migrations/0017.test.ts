import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0017: lets nobody in, and leaves calls and their log as they are', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(16));
  db.exec(`
    INSERT INTO call (id, local_id, direction, outcome, number, started_at)
      VALUES (1024, 'a', 'outbound', 'connected', '+12125550101', 1);
    INSERT INTO activity (kind, subject, detail, began_at, settled_at, outcome)
      VALUES ('call', 'call:1024', '{}', 1, 2, 'connected');
  `);
  const before = ['call', 'activity'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  migrate(db, upTo(17));
  expect(versionOf(db)).toBe(17);
  expect(['call', 'activity'].map((table) => db.prepare(`SELECT * FROM ${table}`).all())).toEqual(
    before,
  );
  expect(db.prepare('SELECT * FROM api_program').all()).toEqual([]);
});

it('0017: what a program asked for goes with its token, and a key stands for one request', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(17));
  db.exec(`
    INSERT INTO api_program (id, name, hash, hint, scopes, created_at)
      VALUES ('p', 'CRM', 'h', 'abcd', '["call"]', 1);
    INSERT INTO api_request (id, program_id, kind, key_hash, asked_hash, at)
      VALUES ('r', 'p', 'call', 'k', 'a', 1);
  `);
  const again = `INSERT INTO api_request (id, program_id, kind, key_hash, asked_hash, at)
    VALUES ('s', 'p', 'text', 'k', 'b', 2)`;
  expect(() => db.exec(again)).toThrow('UNIQUE');
  db.exec(`DELETE FROM api_program`);
  expect(db.prepare('SELECT * FROM api_request').all()).toEqual([]);
});

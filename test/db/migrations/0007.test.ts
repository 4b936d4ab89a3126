import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0007: leaves what is there, with nothing erased, nothing dropped and nothing being restored', () => {
  const db = new Sqlite(':memory:');
  migrate(db, upTo(6));
  db.exec(`
    INSERT INTO thread (id, own_number, party_key, last_at) VALUES (1, '+15125550123', 'x', 1);
    INSERT INTO message (id, thread_id, server_id, direction, status, body, created_at, modified_at)
      VALUES (1024, 1, '5', 'inbound', 'received', 'Hello', 1, 1);
  `);
  migrate(db, upTo(7));
  expect(versionOf(db)).toBe(7);
  expect(db.prepare('SELECT body FROM message').pluck().all()).toEqual(['Hello']);
  for (const table of ['erased_record', 'erased_party', 'archive_floor', 'restoring']) {
    expect(db.prepare(`SELECT * FROM ${table}`).all(), table).toEqual([]);
  }
  db.exec('INSERT INTO archive_floor (id, from_at) VALUES (1, 5)');
  expect(() => db.exec('INSERT INTO archive_floor (id, from_at) VALUES (2, 6)')).toThrow(/CHECK/);
  expect(() => db.exec(`INSERT INTO erased_record VALUES ('voicemail', '1')`)).toThrow(/CHECK/);
});

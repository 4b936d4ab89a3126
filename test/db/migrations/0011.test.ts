import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0011: leaves texts as they are, and has room for what is written and not sent', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(10));
  db.exec(`
    INSERT INTO thread (id, own_number, party_key, last_at)
      VALUES (1, '+12125550100', '+12125550142', 1);
    INSERT INTO message (id, thread_id, direction, status, body, created_at, modified_at)
      VALUES (1024, 1, 'outbound', 'sent', 'Hello', 1, 1);
  `);
  migrate(db, upTo(11));
  expect(versionOf(db)).toBe(11);
  expect(db.prepare('SELECT body FROM message').pluck().all()).toEqual(['Hello']);
  db.exec(`INSERT INTO draft (key, body, changed_at) VALUES ('1', 'On my way', 5)`);
  expect(db.prepare('SELECT * FROM draft').all()).toEqual([
    { key: '1', body: 'On my way', recipients: '[]', from_number: null, changed_at: 5 },
  ]);
  expect(() =>
    db.exec(`INSERT INTO draft (key, body, changed_at) VALUES ('1', 'Again', 6)`),
  ).toThrow(/UNIQUE/);
});

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

it('0011: keeps the files of texts, which go with the text or the one that waits for its time', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(10));
  db.exec(`
    INSERT INTO thread (id, own_number, party_key, last_at)
      VALUES (1, '+12125550100', '+12125550142', 1);
    INSERT INTO message (id, thread_id, direction, status, body, created_at, modified_at)
      VALUES (1024, 1, 'outbound', 'sent', 'Hello', 1, 1);
    INSERT INTO scheduled_text (id, thread_id, client_id, body, from_number, send_at, created_at)
      VALUES (7, 1, 'c-7', 'Later', '+12125550100', 9, 1);
  `);
  migrate(db, upTo(11));
  const add = db.prepare(
    `INSERT INTO outgoing_file (id, file_name, content_type, size_bytes, draft_key, scheduled_id,
       message_id, added_at) VALUES (?, 'house.png', 'image/png', 9, ?, ?, ?, 5)`,
  );
  add.run('of a draft', '1', null, null);
  add.run('for later', null, 7, null);
  add.run('of a text', null, null, 1024);
  expect(() => add.run('of nothing there', null, null, 4711)).toThrow(/FOREIGN KEY/);
  const left = db.prepare('SELECT id FROM outgoing_file ORDER BY id').pluck();
  db.exec('DELETE FROM scheduled_text');
  expect(left.all()).toEqual(['of a draft', 'of a text']);
  db.exec('DELETE FROM message');
  expect(left.all()).toEqual(['of a draft']);
});

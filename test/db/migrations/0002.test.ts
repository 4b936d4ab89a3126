import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

/** An archive as the first version left it. */
function openBefore() {
  const db = new Sqlite(':memory:');
  migrate(db, upTo(1));
  db.exec(`
    INSERT INTO thread (id, own_number, party_key, last_at) VALUES (1, '+15125550123', 'x', 1);
    INSERT INTO message (id, thread_id, server_id, direction, status, body, created_at, modified_at)
      VALUES (1024, 1, '5', 'inbound', 'received', 'Hello', 1, 1);
    INSERT INTO attachment (server_id, message_id, uri, type, content_type, size_bytes)
      VALUES ('6', 1024, 'https://media.ringcentral.com/6', 'MmsAttachment', 'image/png', 9);
    INSERT INTO call (id, direction, outcome, number, started_at)
      VALUES (2048, 'inbound', 'missed', '+12125550142', 2);
    INSERT INTO call_record (server_id, call_id, session_id, direction, action, started_at)
      VALUES ('a', 2048, '7', 'inbound', 'Phone Call', 2);
    INSERT INTO activity (kind, subject, began_at) VALUES ('call', 'call:2048', 2);
    INSERT INTO quarantine (feed, server_id, reason, at) VALUES ('calls', 'b', 'odd', 3);
    INSERT INTO sync_cursor (feed, token, synced_at) VALUES
      ('messages', 'm', 70), ('calls', 'c', 80), ('contacts', 'p', 90);
  `);
  return db;
}

it('0002: keeps what is there, lets attachments share their ids, and has both histories read anew', () => {
  const db = openBefore();
  migrate(db, upTo(2));
  expect(versionOf(db)).toBe(2);
  expect(db.prepare('SELECT * FROM attachment').all()).toEqual([
    {
      message_id: 1024,
      server_id: '6',
      uri: 'https://media.ringcentral.com/6',
      type: 'MmsAttachment',
      content_type: 'image/png',
      file_name: null,
      size_bytes: 9,
    },
  ]);
  db.exec(`INSERT INTO message (id, thread_id, direction, status, body, created_at, modified_at)
    VALUES (1025, 1, 'inbound', 'received', 'Again', 1, 1)`);
  db.exec(`INSERT INTO attachment (server_id, message_id, uri, type, content_type)
    VALUES ('6', 1025, 'other', 'MmsAttachment', 'image/png')`);
  // Calls that were missed long ago are no news.
  expect(db.prepare('SELECT outcome, is_new, recording_record_id FROM call').get()).toEqual({
    outcome: 'missed',
    is_new: 0,
    recording_record_id: null,
  });
  expect(db.prepare('SELECT recording_id, voicemail_server_id FROM call_record').get()).toEqual({
    recording_id: null,
    voicemail_server_id: null,
  });
  expect(db.prepare('SELECT name, at FROM sync_mark').raw().all()).toEqual([['calls-since', 80]]);
  expect(
    db.prepare('SELECT feed, token, synced_at FROM sync_cursor ORDER BY feed').raw().all(),
  ).toEqual([
    ['calls', null, 80],
    ['contacts', 'p', 90],
    ['messages', null, 70],
  ]);
  // Whoever set it aside is not known: the next Sidetone tries again.
  expect(db.prepare('SELECT server_id, version FROM quarantine').raw().all()).toEqual([
    ['b', null],
  ]);
  expect(db.prepare('SELECT kind, number FROM activity').raw().all()).toEqual([['call', null]]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('0002: marks nothing as known in an archive that has never been synced', () => {
  const db = new Sqlite(':memory:');
  migrate(db, upTo(2));
  expect(db.prepare('SELECT * FROM sync_mark').all()).toEqual([]);
  expect(db.prepare('SELECT * FROM backfill').all()).toEqual([]);
});

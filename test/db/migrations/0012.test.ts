import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0012: leaves threads as they are, and keeps what is still to be told', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(11));
  db.exec(`
    INSERT INTO thread (id, own_number, party_key, last_message_id, last_at, unread_count)
      VALUES (1, '+12125550101', '+12125550142', 3072, 3, 1);
    INSERT INTO message (id, thread_id, server_id, direction, status, body, created_at,
        modified_at, is_read, read_told_at) VALUES
      (1024, 1, 's1', 'inbound', 'received', 'told', 1, 1, 1, 77),
      (2048, 1, 's2', 'inbound', 'received', 'untold', 2, 2, 1, 0),
      (3072, 1, 's3', 'inbound', 'received', 'unread', 3, 3, 0, NULL);
    INSERT INTO voicemail (id, server_id, number, created_at, modified_at, is_read, is_read_untold)
      VALUES (1024, 'v1', '+12125550142', 1, 1, 1, 1), (2048, 'v2', '+12125550142', 2, 2, 0, 0);
  `);
  const before = Date.now() - 2_000;
  migrate(db, upTo(12));
  expect(versionOf(db)).toBe(12);
  expect(db.prepare('SELECT * FROM thread').get()).toMatchObject({
    last_at: 3,
    unread_count: 1,
    pinned_at: null,
    muted_at: null,
    done_at: null,
  });
  const marks = db
    .prepare('SELECT is_read, is_read_untold, read_set_at FROM message ORDER BY id')
    .all() as { read_set_at: number | null }[];
  expect(marks).toMatchObject([
    { is_read: 1, is_read_untold: 0, read_set_at: 77 },
    { is_read: 1, is_read_untold: 1 },
    { is_read: 0, is_read_untold: 0, read_set_at: null },
  ]);
  expect(marks[1]?.read_set_at).toBeGreaterThan(before);
  const voicemails = db.prepare('SELECT read_set_at FROM voicemail ORDER BY id').pluck().all();
  expect(voicemails[0]).toBeGreaterThan(before);
  expect(voicemails[1]).toBeNull();
  expect(db.prepare('SELECT body FROM message ORDER BY id').pluck().all()).toEqual([
    'told',
    'untold',
    'unread',
  ]);
});

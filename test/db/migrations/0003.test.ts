import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

/** An archive as the version before left it, with a call that went to voicemail. */
function openBefore() {
  const db = new Sqlite(':memory:');
  migrate(db, upTo(2));
  db.exec(`
    INSERT INTO call (id, direction, outcome, number, started_at, voicemail_server_id)
      VALUES (1024, 'inbound', 'voicemail', '+12125550142', 1, '77');
    INSERT INTO sync_cursor (feed, token, synced_at) VALUES ('calls', 'token', 5);
  `);
  return db;
}

it('0003: makes room for voicemails and leaves what is there as it is', () => {
  const db = openBefore();
  const calls = db.prepare('SELECT * FROM call').all();
  migrate(db, upTo(3));
  expect(versionOf(db)).toBe(3);
  expect(db.prepare('SELECT * FROM call').all()).toEqual(calls);
  expect(db.prepare('SELECT token FROM sync_cursor').pluck().get()).toBe('token');
  db.exec(
    `INSERT INTO voicemail (id, server_id, created_at, modified_at) VALUES (1024, '77', 1, 1)`,
  );
  expect(
    db
      .prepare('SELECT voicemail.* FROM call JOIN voicemail ON server_id = voicemail_server_id')
      .get(),
  ).toMatchObject({
    is_read: 0,
    is_read_untold: 0,
    availability: 'Alive',
    transcript_state: 'none',
    transcript_attempts: 0,
    transcript_due_at: 0,
  });
});

it('0003: keeps each voicemail once, in a state that there is', () => {
  const db = openBefore();
  migrate(db, upTo(3));
  const add = (id: number, serverId: string, state: string) =>
    db
      .prepare(
        `INSERT INTO voicemail (id, server_id, created_at, modified_at, transcript_state)
         VALUES (?, ?, 1, 1, ?)`,
      )
      .run(id, serverId, state);
  add(1, '77', 'waiting');
  expect(() => add(2, '77', 'waiting')).toThrow(/UNIQUE/);
  expect(() => add(2, '78', 'Completed')).toThrow(/CHECK/);
});

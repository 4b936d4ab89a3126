import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

/** An archive as the version before left it: a call, a discarded text to two people, a refusal. */
function openBefore() {
  const db = new Sqlite(':memory:');
  migrate(db, upTo(4));
  db.exec(`
    INSERT INTO call (id, direction, outcome, number, started_at)
      VALUES (1024, 'outbound', 'no-answer', '+12125550142', 1);
    INSERT INTO thread (id, own_number, party_key, last_at) VALUES (7, '+12125550100', 'k', 1);
    INSERT INTO thread_party (thread_id, position, number)
      VALUES (7, 1, '+12125550143'), (7, 0, '+12125550142');
    INSERT INTO message (id, thread_id, direction, status, body, created_at, modified_at,
        is_discarded)
      VALUES (2048, 7, 'outbound', 'failed', 'hello', 2, 2, 1);
    INSERT INTO activity (kind, subject, detail, began_at) VALUES
      ('text-discarded', 'message:2048', '{"text":"hello"}', 3),
      ('text-discarded', 'message:4096', '{"text":"of no message"}', 4),
      ('call-refused', '', '{"typed":"911"}', 5),
      ('call', 'call:1024', '{}', 1);
  `);
  return db;
}

it('0005: makes room for notes and leaves calls and texts as they are', () => {
  const db = openBefore();
  const rows = (table: string) => db.prepare(`SELECT * FROM ${table}`).all();
  const before = [rows('call'), rows('message'), rows('thread_party')];
  migrate(db, upTo(5));
  expect(versionOf(db)).toBe(5);
  expect([rows('call'), rows('message'), rows('thread_party')]).toEqual(before);
  expect([rows('note'), rows('follow_up')]).toEqual([[], []]);
});

it('0005: finds out whom a discarded text was for, and touches nothing else of the log', () => {
  const db = openBefore();
  migrate(db, upTo(5));
  expect(db.prepare('SELECT number FROM activity ORDER BY id').pluck().all()).toEqual([
    '+12125550142',
    null,
    null,
    null,
  ]);
});

it('0005: lets a note go and keeps its follow-up, and keeps a call that has notes', () => {
  const db = openBefore();
  migrate(db, upTo(5));
  db.exec(`
    INSERT INTO note (id, call_id, created_at, modified_at) VALUES (3072, 1024, 3, 3);
    INSERT INTO follow_up (id, note_id, call_id, due_at, created_at) VALUES (1, 3072, 1024, 9, 3);
  `);
  expect(() => db.exec('DELETE FROM call WHERE id = 1024')).toThrow(/FOREIGN KEY/);
  db.exec('DELETE FROM note WHERE id = 3072');
  expect(db.prepare('SELECT note_id, call_id FROM follow_up').all()).toEqual([
    { note_id: null, call_id: 1024 },
  ]);
});

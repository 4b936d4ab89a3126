import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0010: leaves waiting texts free to go, and keeps texts for later by their client id', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(9));
  db.exec(`
    INSERT INTO thread (id, own_number, party_key, last_at)
      VALUES (1, '+12125550100', '+12125550142', 1);
    INSERT INTO message (id, thread_id, client_id, direction, status, body, created_at, modified_at)
      VALUES (1024, 1, 'client-1', 'outbound', 'queued', 'Hello', 1, 1);
    INSERT INTO outbox (message_id, thread_id, due_at) VALUES (1024, 1, 1);
  `);
  migrate(db, upTo(10));
  expect(versionOf(db)).toBe(10);
  expect(db.prepare('SELECT message_id, due_at, held_until FROM outbox').all()).toEqual([
    { message_id: 1024, due_at: 1, held_until: null },
  ]);
  expect(db.prepare('SELECT * FROM scheduled_text').all()).toEqual([]);
  const insert = (values: string) =>
    db.exec(
      `INSERT INTO scheduled_text (thread_id, client_id, body, from_number, send_at, state,
         created_at) VALUES ${values}`,
    );
  insert(`(1, 'later', 'Hello', '+12125550100', 5, 'waiting', 1)`);
  expect(() => insert(`(1, 'later', 'Other', '+12125550100', 5, 'waiting', 1)`)).toThrow(/UNIQUE/);
  expect(() => insert(`(2, 'other', 'Other', '+12125550100', 5, 'waiting', 1)`)).toThrow(
    /FOREIGN KEY/,
  );
  expect(() => insert(`(1, 'other', 'Other', '+12125550100', 5, 'sent', 1)`)).toThrow(/CHECK/);
  expect(() => db.exec('DELETE FROM thread')).toThrow(/FOREIGN KEY/);
});

import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0008: leaves calls and contacts as they are, with nothing chosen for anyone', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(7));
  db.exec(`
    INSERT INTO call (id, local_id, direction, outcome, number, typed, started_at)
      VALUES (1024, 'l1', 'outbound', 'connected', '+12125550142', '212 555 0142 x9', 1);
    INSERT INTO activity (kind, subject, detail, began_at) VALUES ('call', 'call:1024', '{}', 1);
    INSERT INTO contact (id, person_id, source, server_id, name, availability)
      VALUES (1, 1, 'personal', 'c1', 'Ada Brook', 'Alive');
  `);
  migrate(db, upTo(8));
  expect(versionOf(db)).toBe(8);
  expect(
    db.prepare('SELECT id, typed, key_in, telephony_session_id, queue FROM call').get(),
  ).toEqual({
    id: 1024,
    typed: '212 555 0142 x9',
    key_in: null,
    telephony_session_id: null,
    queue: null,
  });
  for (const table of ['contact_preference', 'country_caller_id', 'do_not_call']) {
    expect(db.prepare(`SELECT * FROM ${table}`).all(), table).toEqual([]);
  }
});

it('0008: what is chosen for someone goes with their entry, and the do-not-call list does not', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(8));
  db.exec(`
    INSERT INTO contact (id, person_id, source, server_id, name, availability)
      VALUES (1, 1, 'personal', 'c1', 'Ada Brook', 'Alive');
    INSERT INTO contact_number (contact_id, label, number, typed, rank)
      VALUES (1, 'mobile', '+12125550142', '212 555 0142', 0);
    INSERT INTO contact_preference (contact_id, time_zone) VALUES (1, 'Asia/Kolkata');
    INSERT INTO do_not_call (number, added_at) VALUES ('+12125550142', 1);
  `);
  expect(() => db.exec('INSERT INTO contact_preference (contact_id) VALUES (2)')).toThrow(
    /FOREIGN KEY/,
  );
  db.exec('DELETE FROM contact_number; DELETE FROM contact');
  expect(db.prepare('SELECT * FROM contact_preference').all()).toEqual([]);
  expect(db.prepare('SELECT number, reason FROM do_not_call').all()).toEqual([
    { number: '+12125550142', reason: '' },
  ]);
  expect(() => db.exec(`INSERT INTO do_not_call VALUES ('+12125550142', '', 2)`)).toThrow(/UNIQUE/);
});

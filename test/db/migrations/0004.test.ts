import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { toParty } from '../../../main/core/contacts/rows.ts';
import { migrate } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0004: keeps contacts with their numbers and ids, each someone of their own, and reads them anew', () => {
  const db = new Sqlite(':memory:');
  migrate(db, upTo(3));
  db.exec(`
    INSERT INTO contact (id, source, server_id, name, company, availability) VALUES
      (3, 'personal', '30', 'Ada Byron', 'Engines', 'Alive'),
      (5, 'company', '50', 'Bob', NULL, 'Alive'),
      (7, 'personal', '70', 'Cy', NULL, 'Deleted');
    INSERT INTO contact_number (id, contact_id, label, typed, number, extension_number) VALUES
      (1, 5, 'direct', '(212) 555-0142', '+12125550142', NULL),
      (2, 3, 'mobile', '2125550142', '+12125550142', NULL),
      (4, 5, 'extension', '101', NULL, '101');
    INSERT INTO sync_cursor (feed, token, synced_at) VALUES
      ('contacts', 'p', 9), ('directory', 'd', 9), ('calls', 'c', 9);
  `);
  migrate(db, upTo(4));
  expect(
    db.prepare('SELECT id, person_id, name, sort_name, availability FROM contact').raw().all(),
  ).toEqual([
    [3, 3, 'Ada Byron', 'ada byron', 'Alive'],
    [5, 5, 'Bob', 'bob', 'Alive'],
    [7, 7, 'Cy', 'cy', 'Deleted'],
  ]);
  expect(
    db.prepare('SELECT id, contact_id, rank FROM contact_number ORDER BY id').raw().all(),
  ).toEqual([
    [1, 5, 2],
    [2, 3, 0],
    [4, 5, 2],
  ]);
  expect(toParty(db, { number: '+12125550142', extension_number: null, name: null })).toMatchObject(
    { contactId: '3', name: 'Ada Byron', sharedWith: ['Bob'] },
  );
  expect(db.prepare('SELECT feed, token FROM sync_cursor ORDER BY feed').raw().all()).toEqual([
    ['calls', 'c'],
    ['contacts', null],
    ['directory', null],
  ]);
  // A number still goes with its contact, and a new contact stands for itself.
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.prepare(`PRAGMA foreign_key_list('contact_number')`).all()).toMatchObject([
    { table: 'contact', on_delete: 'CASCADE' },
  ]);
  db.exec(`INSERT INTO contact (source, name) VALUES ('local', 'Dora')`);
  expect(
    db.prepare(`SELECT id, person_id, sort_name FROM contact WHERE name = 'Dora'`).raw().get(),
  ).toEqual([8, 8, 'dora']);
});

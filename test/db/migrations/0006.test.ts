import Sqlite, { type Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

/** An archive as the version before left it, with a row of everything that is found. */
function makeOld(): Database {
  const db = new Sqlite(':memory:');
  migrate(
    db,
    migrations.filter(({ version }) => version < 6),
  );
  db.exec(`
    INSERT INTO contact (id, person_id, source, server_id, name, company, email)
      VALUES (1, 1, 'personal', '1', 'Ada Byron', 'Engines', 'ada@b.example');
    INSERT INTO contact_number (contact_id, label, typed, number)
      VALUES (1, 'mobile', '555', '+14155550142'), (1, 'home', '555', NULL);
    INSERT INTO thread (id, own_number, party_key, last_at) VALUES (1, '+12125550100', 'a', 7000);
    INSERT INTO thread_party (thread_id, position, number) VALUES (1, 0, '+14155550143');
    INSERT INTO message (id, thread_id, direction, status, body, created_at, modified_at)
      VALUES (7168000, 1, 'inbound', 'received', 'the rate', 7000, 7000);
    INSERT INTO call (id, direction, outcome, number, name, started_at)
      VALUES (1024000, 'inbound', 'missed', '+14155550144', 'SMITH', 1000),
        (2048000, 'inbound', 'missed', '+14155550144', NULL, 2000),
        (3072000, 'inbound', 'missed', NULL, NULL, 3000);
    INSERT INTO voicemail (id, server_id, number, created_at, modified_at, transcript)
      VALUES (4096000, 'v', '+14155550142', 4000, 4000, 'call me');
    INSERT INTO note (id, outcome, body, created_at, modified_at)
      VALUES (5120000, 'Reached', 'wants a loan', 5000, 5000);
  `);
  return db;
}

const found = (db: Database, table: string, words: string): unknown[] =>
  db.prepare(`SELECT rowid FROM ${table}_search WHERE ${table}_search MATCH ?`).pluck().all(words);
const peers = (db: Database): unknown[] =>
  db.prepare('SELECT number, name, last_at FROM peer ORDER BY number').raw().all();
/** Of every index: that it holds what its table holds, no more and no less. */
function check(db: Database): void {
  for (const table of ['message', 'voicemail', 'note', 'contact', 'peer']) {
    db.exec(`INSERT INTO ${table}_search (${table}_search, rank) VALUES ('integrity-check', 1)`);
  }
}

describe('migration 6', () => {
  it('finds what was there before it', () => {
    const db = makeOld();
    migrate(db);
    expect(versionOf(db)).toBeGreaterThanOrEqual(6);
    expect(found(db, 'message', '"RATE"')).toEqual([7168000]);
    expect(found(db, 'voicemail', '"call"')).toEqual([4096000]);
    expect(found(db, 'note', '"reached" "loan"')).toEqual([5120000]);
    expect(found(db, 'contact', '"byr" "engines"')).toEqual([1]);
    expect(found(db, 'peer', '"0144"')).toHaveLength(1);
    expect(peers(db)).toEqual([
      ['+14155550142', null, 4000],
      ['+14155550143', null, 7000],
      ['+14155550144', 'SMITH', 2000],
    ]);
    check(db);
  });

  it('follows every change of what is indexed', () => {
    const db = makeOld();
    migrate(db);
    db.exec(`
      UPDATE message SET body = 'the fee';
      UPDATE voicemail SET transcript = NULL;
      UPDATE note SET outcome = NULL, body = 'wants a house';
      UPDATE contact SET name = 'Ada Stone', company = NULL;
      UPDATE call SET number = '+14155550145' WHERE id = 1024000;
      DELETE FROM contact_number;
    `);
    expect(found(db, 'message', '"rate"')).toEqual([]);
    expect(found(db, 'message', '"fee"')).toEqual([7168000]);
    expect(found(db, 'voicemail', '"call"')).toEqual([]);
    expect(found(db, 'note', '"house"')).toEqual([5120000]);
    expect(found(db, 'contact', '"stone"')).toEqual([1]);
    expect(peers(db).map((row) => (row as unknown[])[0])).toEqual([
      '+14155550142',
      '+14155550143',
      '+14155550144',
      '+14155550145',
    ]);
    check(db);
    db.exec(`DELETE FROM message; DELETE FROM note; DELETE FROM voicemail; DELETE FROM call;
      DELETE FROM thread_party; DELETE FROM contact`);
    expect(peers(db)).toEqual([]);
    for (const table of ['message', 'voicemail', 'note', 'contact', 'peer']) {
      expect(found(db, table, '"the" OR "555" OR "ada"')).toEqual([]);
    }
    check(db);
  });

  it('leaves the index alone when a status moves on or the same words are written again', () => {
    const db = makeOld();
    migrate(db);
    const writes = (sql: string): number => {
      const before = db.prepare('SELECT total_changes()').pluck().get() as number;
      db.exec(sql);
      return (db.prepare('SELECT total_changes()').pluck().get() as number) - before;
    };
    const indexed = (): unknown => db.prepare('SELECT * FROM message_search_data').all();
    const before = indexed();
    expect(writes(`UPDATE message SET status = 'delivered', is_read = 0, modified_at = 9`)).toBe(1);
    expect(writes(`UPDATE message SET body = body, availability = 'Deleted'`)).toBe(1);
    expect(writes(`UPDATE voicemail SET is_read = 1, transcript = transcript`)).toBe(1);
    expect(writes(`UPDATE call SET outcome = 'missed', number = number, name = name`)).toBe(3);
    expect(indexed()).toEqual(before);
    expect(writes(`UPDATE message SET body = 'other'`)).toBeGreaterThan(1);
    check(db);
  });

  it('knows when something last happened with a number, whatever came in first', () => {
    const db = makeOld();
    migrate(db);
    const call = db.prepare(
      `INSERT INTO call (id, direction, outcome, number, name, started_at)
       VALUES (?, 'inbound', 'missed', '+14155550142', ?, ?)`,
    );
    call.run(9216000, 'NEW NAME', 9000);
    call.run(512000, 'OLD NAME', 500);
    db.exec(`INSERT INTO message (id, thread_id, direction, status, body, created_at, modified_at)
      VALUES (8192000, 1, 'inbound', 'received', 'hello', 8000, 8000),
        (6144000, 1, 'inbound', 'received', 'hello', 6000, 6000)`);
    expect(peers(db).slice(0, 2)).toEqual([
      ['+14155550142', 'NEW NAME', 9000],
      ['+14155550143', null, 8000],
    ]);
    check(db);
  });
});

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { ClientId, E164 } from '../../shared/model/ids.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import { openFile, prepareWriter } from '../../main/core/db/open.ts';
import { markSuspect, openOrRecover } from '../../main/core/db/recover.ts';
import { findOrCreateThread, refreshThread } from '../../main/core/messages/rows.ts';
import { recoverSending, reconcileUnknown } from '../../main/core/outbox/queries.ts';
import { insertWaiting } from '../../main/core/outbox/rows.ts';
import { makeFolder } from './support.ts';

const now = Date.UTC(2026, 2, 2, 15, 4, 5);
const own = '+12125550100' as E164;
const other = '+12125550142' as E164;

function makeFile(): string {
  return join(makeFolder(), 'archive.db');
}

function prepare(file: string): Database {
  const db = openFile(file);
  prepareWriter(db);
  migrate(db);
  return db;
}

function addText(db: Database, text: string, at: number, number: E164 = other): number {
  const parties = [{ number, extensionNumber: undefined, name: undefined }];
  const threadId = findOrCreateThread(db, { ownNumber: own, parties, at });
  const clientId = `client-${text}` as ClientId;
  const id = insertWaiting(db, { threadId, clientId, from: own, text, at });
  refreshThread(db, threadId);
  return id;
}

function noticesOf(db: Database): { message: string; params: unknown }[] {
  const rows = db.prepare('SELECT message, params FROM notice').all() as {
    message: string;
    params: string;
  }[];
  return rows.map(({ message, params }) => ({ message, params: JSON.parse(params) as unknown }));
}

/** A damaged archive that still gives its one waiting text. */
function makeDamaged(file: string): void {
  const db = prepare(file);
  addText(db, 'still waiting', now - 1_000);
  const filler = db.prepare(`INSERT INTO contact (source, server_id, name) VALUES (?, ?, ?)`);
  for (let n = 0; n < 2_000; n += 1) filler.run('company', String(n), 'x'.repeat(100));
  db.close();
  truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096);
}

const keptAs = 'archive-damaged-2026-03-02T15-04-05.db';

/** Opens the archive, which must be the fresh one, its text there and the user told. */
function expectRecovered(file: string): void {
  const db = openOrRecover(file, now);
  const texts = 'SELECT body FROM message JOIN outbox ON message_id = message.id';
  expect(db.prepare(texts).pluck().all()).toEqual(['still waiting']);
  expect(noticesOf(db)).toEqual([
    { message: 'archive-damaged', params: { keptAs, carriedOver: 1 } },
  ]);
  db.close();
  // Reading an old file may leave side files by it.
  const names = readdirSync(join(file, '..')).filter((name) => !name.startsWith(`${keptAs}-`));
  expect(names.toSorted()).toEqual([keptAs, 'archive.db']);
}

describe('opening the archive', () => {
  it('makes a file that only its user can read', () => {
    const file = makeFile();
    const db = openOrRecover(file, now);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(`${file}-wal`).mode & 0o777).toBe(0o600);
    expect(noticesOf(db)).toEqual([]);
    db.close();
  });

  it('leaves a good archive where it is', () => {
    const file = makeFile();
    const db = prepare(file);
    addText(db, 'still here', now);
    db.close();
    const again = openOrRecover(file, now);
    expect(again.prepare('SELECT body FROM message').pluck().all()).toEqual(['still here']);
    expect(noticesOf(again)).toEqual([]);
    again.close();
    expect(readdirSync(join(file, '..'))).toEqual(['archive.db']);
  });

  it('moves a file of random bytes aside, with the date in its name', () => {
    const file = makeFile();
    const bytes = randomBytes(20_000);
    writeFileSync(file, bytes);
    const db = openOrRecover(file, now);
    expect(noticesOf(db)).toEqual([
      { message: 'archive-damaged', params: { keptAs, carriedOver: 0 } },
    ]);
    expect(readFileSync(join(file, '..', keptAs)).equals(bytes)).toBe(true);
    db.close();
  });

  it('does not overwrite a file that was moved aside in the same second', () => {
    const file = makeFile();
    writeFileSync(file, randomBytes(5_000));
    openOrRecover(file, now).close();
    for (const side of ['-wal', '-shm']) expect(existsSync(file + side)).toBe(false);
    writeFileSync(file, randomBytes(5_000));
    openOrRecover(file, now).close();
    const kept = readdirSync(join(file, '..')).filter((name) => name.includes('damaged'));
    expect(kept).toHaveLength(2);
  });

  it('moves another program’s database aside without changing a byte of it', () => {
    const file = makeFile();
    const foreign = new Sqlite(file);
    foreign.exec('CREATE TABLE recipe (name TEXT)');
    foreign.close();
    const before = readFileSync(file);
    const db = openOrRecover(file, now);
    const keptAs = 'archive-foreign-2026-03-02T15-04-05.db';
    expect(noticesOf(db)).toEqual([
      { message: 'archive-foreign', params: { keptAs, carriedOver: 0 } },
    ]);
    expect(readFileSync(join(file, '..', keptAs)).equals(before)).toBe(true);
    db.close();
  });

  it('leaves an archive of a newer Sidetone to that one', () => {
    const file = makeFile();
    const newer = prepare(file);
    addText(newer, 'for the newer one', now);
    const version = Number(newer.pragma('user_version', { simple: true }));
    newer.pragma('user_version = 99');
    newer.close();
    const before = readFileSync(file);
    expect(() => openOrRecover(file, now)).toThrow(/newer Sidetone/);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(join(file, '..'))).toEqual(['archive.db']);

    // As the newer one would find it: of the version that it knows.
    const later = new Sqlite(file);
    later.pragma(`user_version = ${version}`);
    later.close();
    const again = openOrRecover(file, now);
    expect(again.prepare('SELECT body FROM message').pluck().all()).toEqual(['for the newer one']);
    expect(noticesOf(again)).toEqual([]);
    again.close();
  });

  it('carries waiting texts over from an archive that has lost its end', () => {
    const file = makeFile();
    const old = prepare(file);
    addText(old, 'first', now - 2_000);
    const sending = addText(old, 'second', now - 1_000);
    addText(old, 'third', now - 500, '+12125550143' as E164);
    old.prepare(`UPDATE message SET status = 'sending' WHERE id = ?`).run(sending);
    const filler = old.prepare(`INSERT INTO contact (source, server_id, name) VALUES (?, ?, ?)`);
    for (let n = 0; n < 2_000; n += 1) filler.run('company', String(n), 'x'.repeat(100));
    old.close();
    truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096);

    const db = openOrRecover(file, now);
    expect(noticesOf(db)).toMatchObject([
      { message: 'archive-damaged', params: { carriedOver: 3 } },
    ]);
    const texts = db
      .prepare(
        `SELECT body, status, client_id, own_number, party_key FROM outbox
         JOIN message ON message.id = message_id JOIN thread ON thread.id = message.thread_id
         ORDER BY message.id`,
      )
      .all();
    const thread = { own_number: own, party_key: other };
    expect(texts).toEqual([
      { body: 'first', status: 'queued', client_id: 'client-first', ...thread },
      { body: 'second', status: 'sending', client_id: 'client-second', ...thread },
      {
        body: 'third',
        status: 'queued',
        client_id: 'client-third',
        own_number: own,
        party_key: '+12125550143',
      },
    ]);
    db.close();
  });

  it('carries over when a request left, and texts of unknown outcome, to be found by looking', () => {
    const file = makeFile();
    const old = prepare(file);
    const sending = addText(old, 'on its way', now - 3_600_000);
    const lost = addText(old, 'nobody knows', now - 1_800_000);
    const dropped = addText(old, 'dropped', now - 900_000);
    addText(old, 'queued', now - 60_000);
    const reason = failure('rejected', 'text.outcome-unknown', { retry: 'auto' });
    const change = old.prepare(
      'UPDATE message SET status = ?, modified_at = ?, failure = ?, is_discarded = ? WHERE id = ?',
    );
    change.run('sending', now - 5_000, null, 0, sending);
    change.run('unknown', now - 4_000, JSON.stringify(reason), 0, lost);
    change.run('unknown', now - 3_000, JSON.stringify(reason), 1, dropped);
    old.prepare('DELETE FROM outbox WHERE message_id IN (?, ?)').run(lost, dropped);
    const filler = old.prepare(`INSERT INTO contact (source, server_id, name) VALUES (?, ?, ?)`);
    for (let n = 0; n < 2_000; n += 1) filler.run('company', String(n), 'x'.repeat(100));
    old.close();
    truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096);

    const db = openOrRecover(file, now);
    const texts = db.prepare(
      `SELECT body, status, modified_at, message_id IS NOT NULL FROM message
       LEFT JOIN outbox ON message_id = message.id ORDER BY message.id`,
    );
    expect(texts.raw().all()).toEqual([
      ['on its way', 'sending', now - 5_000, 1],
      ['nobody knows', 'unknown', now - 4_000, 0],
      ['queued', 'queued', now - 60_000, 1],
    ]);
    expect(noticesOf(db)).toMatchObject([{ params: { carriedOver: 2 } }]);

    // The record of the first comes with a sync, dated when its request left.
    recoverSending.run(db, { now });
    const thread = db.prepare('SELECT id FROM thread').pluck().get();
    db.prepare(
      `INSERT INTO message (id, thread_id, server_id, direction, status, body, created_at, modified_at)
       VALUES (?, ?, '77', 'outbound', 'delivered', 'on its way', ?, ?)`,
    ).run(now * 1024, thread, now - 4_500, now);
    expect(reconcileUnknown.run(db, { now })).toMatchObject({ adopted: [expect.any(Number)] });
    expect(db.prepare(`SELECT status FROM message WHERE body = 'on its way'`).all()).toEqual([
      { status: 'delivered' },
    ]);
    db.close();
  });

  it('carries over texts that were still in the write-ahead log', () => {
    const file = makeFile();
    // A process that is killed leaves its log behind; closing would have folded it in.
    spawnSync(process.execPath, [join(import.meta.dirname, 'leave-log.ts'), file]);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    markSuspect(file);
    damagePages(file);
    const db = openOrRecover(file, now);
    expect(noticesOf(db)).toMatchObject([{ message: 'archive-damaged' }]);
    expect(db.prepare('SELECT body FROM message').pluck().all()).toEqual(['in the log']);
    db.close();
  });

  it('finds damage that was met while running at the next start', () => {
    const file = makeFile();
    const old = prepare(file);
    for (let n = 0; n < 500; n += 1) addText(old, `text ${n}`, now + n);
    old.close();
    damagePages(file);
    const db = openOrRecover(file, now);
    expect(noticesOf(db)).toMatchObject([{ message: 'archive-damaged' }]);
    db.close();
  });

  it('throws what a fresh file would not mend', () => {
    const file = makeFile();
    const holder = prepare(file);
    holder.pragma('locking_mode = EXCLUSIVE');
    addText(holder, 'holding the file', now);
    expect(() => openOrRecover(file, now)).toThrow(/locked/);
    holder.close();
    expect(readdirSync(join(file, '..')).filter((name) => name.includes('damaged'))).toEqual([]);
    expect(() => openOrRecover(makeFolder(), now)).toThrow(/EISDIR/);
  });
});

describe('a recovery that does not come to its end', () => {
  it('leaves the old archive in place when the fresh one cannot be made', () => {
    const file = makeFile();
    makeDamaged(file);
    const before = readFileSync(file);
    mkdirSync(`${file}.new`);
    expect(() => openOrRecover(file, now)).toThrow();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(join(file, '..')).filter((name) => name.includes('damaged'))).toEqual([]);
    rmdirSync(`${file}.new`);
    expectRecovered(file);
  });

  it('begins again when the fresh one was not whole', () => {
    const file = makeFile();
    makeDamaged(file);
    addText(prepare(`${file}.new`), 'half written', now);
    expectRecovered(file);
  });

  it('is ended by the next start when only the old one had moved', () => {
    const file = makeFile();
    makeDamaged(file);
    openOrRecover(file, now).close();
    renameSync(file, `${file}.new`);
    // Its log would be taken for one of the fresh file.
    writeFileSync(`${file}-wal`, 'of the old file');
    const db = openOrRecover(file, now);
    expect(db.prepare('SELECT body FROM message').pluck().all()).toEqual(['still waiting']);
    db.close();
    const moved = join(file, '..', `${keptAs}-wal`);
    expect(readFileSync(moved, 'utf8')).toBe('of the old file');
    expectRecovered(file);
  });

  it('is forgotten when a file that was not whole is all there is', () => {
    const file = makeFile();
    writeFileSync(`${file}.new`, randomBytes(5_000));
    const db = openOrRecover(file, now);
    expect(noticesOf(db)).toEqual([]);
    db.close();
    expect(readdirSync(join(file, '..'))).toEqual(['archive.db']);
  });
});

/** Overwrites the last quarter of a file's pages, as a bad sector would. */
function damagePages(file: string): void {
  const bytes = readFileSync(file);
  const start = Math.floor((bytes.length * 3) / 4 / 4096) * 4096;
  writeFileSync(file, Buffer.concat([bytes.subarray(0, start), randomBytes(bytes.length - start)]));
}

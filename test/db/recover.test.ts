import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openOrRecover } from '../../main/core/db/recover.ts';
import {
  addText,
  damagePages,
  keptAs,
  makeFile,
  noticesOf,
  now,
  prepare,
} from './broken-archive.ts';
import { makeFolder } from './support.ts';

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
    const foreignKeptAs = 'archive-foreign-2026-03-02T15-04-05.db';
    expect(noticesOf(db)).toEqual([
      { message: 'archive-foreign', params: { keptAs: foreignKeptAs, carriedOver: 0 } },
    ]);
    expect(readFileSync(join(file, '..', foreignKeptAs)).equals(before)).toBe(true);
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

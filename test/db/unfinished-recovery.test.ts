import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOrRecover } from '../../main/core/db/recover.ts';
import {
  addText,
  keptAs,
  makeDamaged,
  makeFile,
  noticesOf,
  now,
  prepare,
} from './broken-archive.ts';

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

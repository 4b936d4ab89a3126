import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOrRecover } from '../../main/core/db/recover.ts';
import { openArchiveRegister } from '../../main/shell/archive-register.ts';
import { makeFolder } from '../db/support.ts';
import { createFakeFile, createFakeLog } from './support/fakes.ts';

const dana = 'platform.ringcentral.com/101';
const kai = 'platform.ringcentral.com/102';
const now = Date.UTC(2026, 10, 22, 15, 4, 5);

function setUp() {
  const folder = makeFolder();
  const file = createFakeFile();
  const log = createFakeLog();
  return {
    folder,
    file,
    log,
    /** As a start of Sidetone does, reading what the one before has written. */
    open: () => openArchiveRegister({ folder, file, log }),
    put: (...names: string[]) => {
      for (const name of names) writeFileSync(join(folder, name), name);
    },
    there: () => readdirSync(folder).toSorted(),
  };
}

/** The names in a folder with everything that belongs to one archive, as the database room makes them. */
const belongings = [
  'archive.db',
  'archive.db-wal',
  'archive.db-shm',
  'archive.db-journal',
  'archive.db-suspect',
  'archive.db.new',
  'archive.db.new-wal',
  'archive-version-3.db',
  'archive-damaged-2026-11-22T15-04-05.db',
  'archive-damaged-2026-11-22T15-04-05-2.db-wal',
];
const foreign = [
  'archive-2.db',
  'archive-2.db-wal',
  'archive-2-version-3.db',
  'archive-foreign-2026-11-22T15-04-05.db',
  'archives.json',
  'my archive.db',
  'settings.json',
];

describe('the register of archives', () => {
  it('opens the first archive until there is another account', () => {
    const { open } = setUp();
    const register = open();
    expect(register.open).toBe('archive.db');
    expect(register.claim(dana)).toBe(true);
    expect(register.claim(dana)).toBe(true);
    expect(open().open).toBe('archive.db');
  });

  it('gives a second account a file of its own, and each its own again', () => {
    const { open } = setUp();
    const register = open();
    register.claim(dana);
    expect(register.claim(kai)).toBe(false);
    register.turnTo(kai);
    expect(register.open).toBe('archive-2.db');
    expect(open().open).toBe('archive-2.db');
    expect(open().claim(kai)).toBe(true);
    expect(open().claim(dana)).toBe(false);
    register.turnTo(dana);
    expect(open().open).toBe('archive.db');
    register.turnTo('platform.ringcentral.com/103');
    expect(open().open).toBe('archive-3.db');
  });

  it('does not let an account fill a second archive', () => {
    const { open } = setUp();
    const register = open();
    register.claim(dana);
    register.turnTo(kai);
    register.turnTo(dana);
    register.beginErasing();
    register.finishErasing();
    expect(register.open).toBe('archive.db');
    expect(register.claim(kai)).toBe(false);
    expect(register.claim(dana)).toBe(true);
  });

  it('never gives out a name that something in the folder belongs to', () => {
    const { open, put } = setUp();
    put('archive-2.db-wal', 'archive-3-version-1.db', 'archive-4-damaged-2026-11-22T15-04-05.db');
    const register = open();
    register.claim(dana);
    register.turnTo(kai);
    expect(register.open).toBe('archive-5.db');
  });

  it('turns to no other account when that cannot be written down', () => {
    const { open, file } = setUp();
    const register = open();
    register.claim(dana);
    file.refuse = true;
    expect(() => register.turnTo(kai)).toThrow('ENOSPC');
    expect(register.open).toBe('archive.db');
    file.refuse = false;
    expect(open().open).toBe('archive.db');
  });

  it('knows a claim that could not be written down for this run, and takes it again at the next', () => {
    const { open, file, log } = setUp();
    const register = open();
    file.refuse = true;
    expect(register.claim(dana)).toBe(true);
    expect(register.claim(kai)).toBe(false);
    expect(log.lines.at(-1)?.level).toBe('error');
    file.refuse = false;
    expect(open().claim(dana)).toBe(true);
  });

  it('goes back to the file that was open when the other account’s did not open', () => {
    const { open } = setUp();
    const register = open();
    register.claim(dana);
    register.turnTo(kai);
    register.turnBack('archive.db');
    expect(open().open).toBe('archive.db');
  });
});

describe('a register that was lost', () => {
  it('opens the archive that was written to last, and removes none', () => {
    const { folder, open, put, there } = setUp();
    put('archive.db', 'archive-2.db', 'archive-3.db', 'archive-3-version-9.db');
    for (const [name, seconds] of [
      ['archive.db', 100],
      ['archive-2.db', 300],
      ['archive-3.db', 200],
      ['archive-3-version-9.db', 900],
    ] as const) {
      utimesSync(join(folder, name), seconds, seconds);
    }
    expect(open().open).toBe('archive-2.db');
    // What was written last is still in the write-ahead log.
    put('archive.db-wal');
    expect(open().open).toBe('archive.db');
    expect(there()).toHaveLength(5);
  });

  it.each([
    { open: '../../other.db' },
    { open: 'archive-0.db' },
    { open: 7, owned: 'all' },
    { owned: [{ file: '/etc/passwd', account: dana }, null, { file: 'archive.db' }] },
    { open: 'archive.db', owned: {}, erasing: '../archive.db' },
  ])('takes nothing odd from it: %j', (value) => {
    const { file, open, put, there } = setUp();
    put('archive.db', 'other.db');
    file.value = value;
    const register = open();
    expect(register.open).toBe('archive.db');
    expect(register.claim(kai)).toBe(true);
    expect(there()).toEqual(['archive.db', 'other.db']);
  });
});

describe('erasing', () => {
  it('removes the archive and its copies, and nothing else', () => {
    const { open, put, there } = setUp();
    put(...belongings, ...foreign);
    const register = open();
    register.turnBack('archive.db');
    register.beginErasing();
    expect(register.finishErasing()).toBe(true);
    expect(there()).toEqual(foreign.toSorted());
  });

  it('removes what the archive has of recordings, and no other archive’s', () => {
    const { folder, open, put } = setUp();
    put('archive.db');
    for (const name of ['archive', 'archive-2']) {
      mkdirSync(join(folder, 'media', name), { recursive: true });
      writeFileSync(join(folder, 'media', name, 'one.media'), 'sound');
    }
    const register = open();
    register.beginErasing();
    expect(register.finishErasing()).toBe(true);
    expect(readdirSync(join(folder, 'media'))).toEqual(['archive-2']);
  });

  it('knows every name that the database room gives', () => {
    const { folder, open, there } = setUp();
    const path = join(folder, 'archive.db');
    writeFileSync(path, 'SQLite format 3\0 and then nothing that makes sense'.repeat(100));
    openOrRecover(path, now).close();
    expect(there()).toContain('archive-damaged-2026-11-22T15-04-05.db');
    writeFileSync(`${path}-wal`, '');
    const register = open();
    register.beginErasing();
    register.finishErasing();
    expect(there()).toEqual([]);
  });

  it('leaves the name to whoever signs in next, and forgets whose it was', () => {
    const { open, put } = setUp();
    put('archive.db');
    const register = open();
    register.claim(dana);
    register.beginErasing();
    register.finishErasing();
    expect(register.open).toBe('archive.db');
    expect(open().claim(kai)).toBe(true);
  });

  it.each([
    ['before the first file', [...belongings]],
    ['after the archive itself', belongings.slice(1)],
    ['before the last copy', belongings.slice(-1)],
    ['after the last file', []],
  ])('goes on at the next start when Sidetone ended %s', (_when, left) => {
    const { open, put, there } = setUp();
    const register = open();
    register.claim(dana);
    register.beginErasing();
    put(...left, 'settings.json');
    const next = open();
    expect(there()).toEqual(['settings.json']);
    expect(next.open).toBe('archive.db');
    expect(next.claim(kai)).toBe(true);
    put('archive.db');
    expect(open().open).toBe('archive.db');
    expect(there()).toContain('archive.db');
  });

  it('keeps the archive when it cannot be removed', () => {
    const { folder, open, put, there } = setUp();
    // A folder stands for a file that the system will not let go of.
    mkdirSync(join(folder, 'archive.db'));
    put('archive.db-wal');
    const register = open();
    register.claim(dana);
    register.beginErasing();
    expect(register.finishErasing()).toBe(false);
    expect(there()).toEqual(['archive.db', 'archive.db-wal']);
    const next = open();
    expect(next.open).toBe('archive.db');
    expect(next.claim(dana)).toBe(true);
  });

  it('never opens what was to be gone: a start that cannot remove it begins another file', () => {
    const { folder, open, there } = setUp();
    const register = open();
    register.claim(dana);
    register.beginErasing();
    mkdirSync(join(folder, 'archive.db'));
    const next = open();
    expect(next.open).toBe('archive-2.db');
    writeFileSync(join(folder, 'archive-2.db'), '');
    expect(open().open).toBe('archive-2.db');
    expect(existsSync(join(folder, 'archive.db'))).toBe(true);
    expect(there()).toEqual(['archive-2.db', 'archive.db']);
  });
});

import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changePlaces, filesOfArchive } from '../../main/shell/archive-files.ts';
import { openArchiveRegister } from '../../main/shell/archive-register.ts';
import { ok } from '../../shared/result.ts';
import { makeFolder } from '../db/support.ts';
import { createFakeFile, createFakeLog } from './support/fakes.ts';
import { setUpHost } from './support/host-world.ts';

const now = Date.UTC(2026, 2, 2, 15, 4, 5);
const aside = 'archive-replaced-2026-03-02T15-04-05.db';

function setUp() {
  const folder = makeFolder();
  const file = createFakeFile();
  const log = createFakeLog();
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('archive.db'), 'old');
  writeFileSync(at('archive.db-wal'), 'old log');
  writeFileSync(at('archive-incoming.db'), 'new');
  return {
    folder,
    file,
    log,
    at,
    open: () => openArchiveRegister({ folder, file, log }),
    read: (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : undefined),
  };
}

describe('an archive that is replaced', () => {
  it('is kept beside, with its write-ahead log', () => {
    const { open, at, read, folder } = setUp();
    open().replaceOpen(at('archive-incoming.db'), now);
    expect(readdirSync(folder).toSorted()).toEqual([aside, `${aside}-wal`, 'archive.db']);
    expect(read('archive.db')).toBe('new');
    expect(read(aside)).toBe('old');
    expect(read(`${aside}-wal`)).toBe('old log');
  });

  it('is kept under another name than the last one', () => {
    const { open, at, folder } = setUp();
    const register = open();
    register.replaceOpen(at('archive-incoming.db'), now);
    writeFileSync(at('archive-incoming.db'), 'newer');
    register.replaceOpen(at('archive-incoming.db'), now);
    expect(readdirSync(folder)).toContain('archive-replaced-2026-03-02T15-04-05-2.db');
  });

  it('goes with the account’s archive when that is erased', () => {
    const { open, at, folder } = setUp();
    const register = open();
    register.replaceOpen(at('archive-incoming.db'), now);
    writeFileSync(at('archive-incoming.db'), 'left');
    writeFileSync(at('archive.db.next'), 'left');
    register.beginErasing();
    expect(register.finishErasing()).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    expect(filesOfArchive(folder, 'archive-2.db')).toEqual([]);
  });

  it('stays, and the file too, when it cannot be written down', () => {
    const { open, at, read, file, folder } = setUp();
    const register = open();
    file.refuse = true;
    expect(() => register.replaceOpen(at('archive-incoming.db'), now)).toThrow(/ENOSPC/);
    expect(readdirSync(folder).toSorted()).toEqual([
      'archive-incoming.db',
      'archive.db',
      'archive.db-wal',
    ]);
    expect(read('archive.db')).toBe('old');
  });

  it('stays when the file is not there', () => {
    const { open, at, read } = setUp();
    rmSync(at('archive-incoming.db'));
    expect(() => open().replaceOpen(at('archive-incoming.db'), now)).toThrow(/ENOENT/);
    expect(read('archive.db')).toBe('old');
  });

  const steps: readonly [string, (at: (name: string) => string) => void][] = [
    ['nothing', () => undefined],
    ['the log', (at) => renameSync(at('archive.db-wal'), at(`${aside}-wal`))],
    [
      'log and archive',
      (at) => {
        renameSync(at('archive.db-wal'), at(`${aside}-wal`));
        renameSync(at('archive.db'), at(aside));
      },
    ],
    [
      'everything',
      (at) => {
        renameSync(at('archive.db-wal'), at(`${aside}-wal`));
        renameSync(at('archive.db'), at(aside));
        renameSync(at('archive.db.next'), at('archive.db'));
      },
    ],
  ];
  it.each(steps)('has been replaced after a crash that came when %s had moved', (_, move) => {
    const { open, at, read, file } = setUp();
    renameSync(at('archive-incoming.db'), at('archive.db.next'));
    file.value = { open: 'archive.db', owned: [], replacing: aside };
    move(at);
    open();
    expect(read('archive.db')).toBe('new');
    expect(existsSync(at('archive.db-wal'))).toBe(false);
    expect([read(aside), read(`${aside}-wal`)]).toEqual(['old', 'old log']);
    expect(file.value).toMatchObject({ replacing: null });
    // What it writes from now on is its own.
    writeFileSync(at('archive.db-wal'), 'new log');
    open();
    expect([read('archive.db'), read('archive.db-wal')]).toEqual(['new', 'new log']);
  });

  it('is put back where nothing could take its place', () => {
    const { folder, at, read } = setUp();
    rmSync(at('archive-incoming.db'));
    renameSync(at('archive.db-wal'), at(`${aside}-wal`));
    renameSync(at('archive.db'), at(aside));
    changePlaces(folder, 'archive.db', aside);
    expect([read('archive.db'), read('archive.db-wal')]).toEqual(['old', 'old log']);
  });

  it('is no name from outside', () => {
    const { open, read, file } = setUp();
    file.value = { open: 'archive.db', owned: [], replacing: '../../elsewhere.db' };
    open();
    expect(read('archive.db')).toBe('old');
  });
});

describe('a core whose archive is replaced', () => {
  async function started() {
    const world = setUpHost();
    await world.host.start();
    return { ...world, archives: world.seat().archives };
  }

  it('has stopped before, and another goes on with the new one', async () => {
    const { host, story, archives, answers } = await started();
    answers.set('backups.restore', () => archives.replaceWith('incoming'));
    expect(await host.call('backups.restore', { id: 'x' })).toEqual(ok());
    expect(story).toEqual([
      'own starts',
      'own stops',
      'replaces archive.db with incoming',
      'own 2 starts',
    ]);
    expect(await host.call('session.get', undefined)).toEqual(ok('own 2 answers'));
  });

  it('is followed by one on the old archive when the disk refuses', async () => {
    const { host, archives, registers } = await started();
    registers.own.isStuck = true;
    expect(await archives.replaceWith('incoming')).toMatchObject({
      ok: false,
      failure: { message: 'backup.not-restored' },
    });
    expect(await host.call('session.get', undefined)).toEqual(ok('own 2 answers'));
  });

  it('cannot ask for it once it has been replaced', async () => {
    const { host, archives, story } = await started();
    await host.switchTo('demo');
    expect(await archives.replaceWith('incoming')).toMatchObject({ ok: false });
    expect(story.some((line) => line.startsWith('replaces'))).toBe(false);
  });
});

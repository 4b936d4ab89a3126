import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askToGoBack, askToUndoUpdate, findCopyBefore } from '../../main/core/db/go-back.ts';
import { latestVersion, migrate } from '../../main/core/db/migrate.ts';
import { migrations } from '../../main/core/db/migrations/index.ts';
import { openFile, prepareWriter } from '../../main/core/db/open.ts';
import { openOrRecover } from '../../main/core/db/recover.ts';

const now = Date.UTC(2026, 10, 23, 9);
const before = migrations.slice(0, -1);

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidetone-go-back-'));
  file = join(folder, 'archive.db');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An archive as the version before this one leaves it, with a note in it. */
function makeOlder(note: string): void {
  const db = openFile(file);
  prepareWriter(db);
  migrate(db, before);
  addNotice(db, note);
  db.close();
}

function addNotice(db: Sqlite.Database, id: string): void {
  db.prepare(
    `INSERT INTO notice (id, at, message, params) VALUES (?, 1, 'backup-failed', '{}')`,
  ).run(id);
}

function readNotices(path = file): readonly unknown[] {
  const db = new Sqlite(path, { readonly: true });
  try {
    return db.prepare('SELECT id FROM notice ORDER BY id').pluck().all();
  } finally {
    db.close();
  }
}

describe('going back to the archive from before an update', () => {
  it('puts the copy in place, keeps what was there, and says so', () => {
    makeOlder('old');
    const updated = openOrRecover(file, now);
    addNotice(updated, 'new');
    updated.close();
    expect(findCopyBefore(file)?.version).toBe(latestVersion() - 1);

    askToGoBack(file);
    const db = openOrRecover(file, now);
    db.close();
    const notices = readNotices();
    expect(notices).toContain('old');
    expect(notices).not.toContain('new');
    expect(notices).toContain(`archive-restored-${now}`);
    const kept = readdirSync(folder).find((name) => name.startsWith('archive-replaced-'));
    expect(readNotices(join(folder, kept ?? 'none'))).toEqual(['new', 'old']);

    // Asked once, done once.
    const again = openOrRecover(file, now);
    addNotice(again, 'later');
    again.close();
    openOrRecover(file, now).close();
    expect(readNotices()).toContain('later');
  });

  it('goes on after a crash between the moves, and mixes no log with another archive', () => {
    makeOlder('old');
    openOrRecover(file, now).close();
    askToGoBack(file);
    // As the crash left it: the archive is aside, and its log, with the newest note, is not yet.
    const prepared = `${file}.back`;
    new Sqlite(file).exec(`VACUUM INTO '${prepared}'`).close();
    const there = openFile(file);
    prepareWriter(there);
    addNotice(there, 'newest');
    const aside = join(folder, 'archive-replaced-2026-11-23T09-00-00.db');
    copyFileSync(file, aside);
    const log = readFileSync(`${file}-wal`);
    there.close();
    rmSync(file);
    writeFileSync(`${file}-wal`, log);
    openOrRecover(file, now).close();
    expect(readNotices()).toEqual(['old']);
    expect(readNotices(aside)).toEqual(['newest', 'old']);
    expect(existsSync(prepared)).toBe(false);
  });

  it('undoes the update that fails, and never one of weeks ago', () => {
    makeOlder('old');
    const since = Date.now();
    openOrRecover(file, now).close();
    expect(askToUndoUpdate(file, since + 60_000)).toBe(false);
    expect(existsSync(`${file}-go-back`)).toBe(false);
    expect(askToUndoUpdate(file, since)).toBe(true);
    expect(existsSync(`${file}-go-back`)).toBe(true);
  });

  it('leaves no copy lying about that nobody asked for', () => {
    makeOlder('old');
    new Sqlite(file).exec(`VACUUM INTO '${file}.back'`).close();
    openOrRecover(file, now).close();
    expect(existsSync(`${file}.back`)).toBe(false);
  });

  it('changes nothing without a copy, or with a damaged one', () => {
    makeOlder('old');
    openOrRecover(file, now).close();
    const copy = findCopyBefore(file);
    const damaged = new Sqlite(copy?.file ?? 'none');
    damaged.pragma('application_id = 1');
    damaged.close();
    askToGoBack(file);
    openOrRecover(file, now).close();
    expect(readNotices()).toEqual(['old']);

    rmSync(copy?.file ?? '');
    expect(findCopyBefore(file)).toBeUndefined();
    askToGoBack(file);
    openOrRecover(file, now).close();
    expect(readNotices()).toEqual(['old']);
    expect(readdirSync(folder).filter((name) => /back|replaced/.test(name))).toEqual([]);
  });

  it('keeps a copy for a month, and of several the latest', () => {
    makeOlder('old');
    openOrRecover(file, now).close();
    const copy = findCopyBefore(file)?.file ?? '';
    const older = copy.replace(/-version-\d+/, '-version-1');
    new Sqlite(copy).exec(`VACUUM INTO '${older}'`).close();
    openOrRecover(file, now).close();
    expect(existsSync(older)).toBe(false);
    expect(existsSync(copy)).toBe(true);
    const longAgo = now / 1000 - 31 * 86_400;
    utimesSync(copy, longAgo, longAgo);
    openOrRecover(file, now).close();
    expect(existsSync(copy)).toBe(false);
  });
});

describe('an update of the archive that fails', () => {
  it('leaves the archive as it was before, for the Sidetone that was before', async () => {
    makeOlder('old');
    vi.resetModules();
    const last = migrations.at(-1);
    if (last === undefined) throw new Error('no migration');
    // One step succeeds and the next does not.
    vi.doMock('../../main/core/db/migrations/index.ts', () => ({
      migrations: [
        ...migrations,
        {
          version: last.version + 1,
          name: 'broken',
          sql: 'CREATE TABLE half (x) STRICT; nonsense',
        },
      ],
    }));
    const { openOrRecover: openWithFault } = await import('../../main/core/db/recover.ts');
    expect(() => openWithFault(file, now)).toThrow('could not be updated');
    vi.doUnmock('../../main/core/db/migrations/index.ts');

    const db = new Sqlite(file);
    expect(db.pragma('user_version', { simple: true })).toBe(last.version - 1);
    db.close();
    expect(readNotices()).toEqual(['old']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.includes('.back'))).toEqual([]);
  });
});

import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { createBackups, type Backups } from '../../../main/core/keeping/backups/service.ts';
import { makeFolder } from '../../db/support.ts';
import { settled } from '../support/manual-clock.ts';
import { addCall, addText, makeWorld, type KeepingWorld } from './harness.ts';

const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;

function start(world: KeepingWorld): Backups {
  return createBackups({ ...world });
}

const inFolder = (world: KeepingWorld): readonly string[] => {
  const folder = join(world.folder, 'backups');
  return existsSync(folder) ? readdirSync(folder) : [];
};

/** Turns the clock, and lets what fell due come to its end: then the next look is waiting. */
async function pass(world: KeepingWorld, ms: number): Promise<void> {
  await world.clock.advance(ms);
  await vi.waitFor(() => expect(world.clock.waiting).toBe(1), { interval: 1 });
}

describe('a backup made by hand', () => {
  it('is one private file with everything in it, checked', async () => {
    const world = makeWorld();
    addText(world, { body: 'The rate lock ends on Friday' });
    addCall(world);
    const made = await start(world).make();
    expect(made).toMatchObject({ ok: true, value: { isRunning: false, failure: undefined } });
    const [name = ''] = inFolder(world);
    expect(inFolder(world)).toEqual([
      expect.stringMatching(/^sidetone-[0-9a-f]{10}-2026-03-02-150000-manual\.db$/),
    ]);
    const file = join(world.folder, 'backups', name);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(world.folder, 'backups')).mode & 0o777).toBe(0o700);
    const copy = new Sqlite(file, { readonly: true });
    expect(copy.prepare('SELECT body FROM message').pluck().all()).toEqual([
      'The rate lock ends on Friday',
    ]);
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    copy.close();
  });

  it('is shown with its size and why it is kept', async () => {
    const world = makeWorld();
    const backups = start(world);
    await backups.make();
    const view = await backups.getView();
    expect(view).toMatchObject({ folder: join(world.folder, 'backups'), isDefaultFolder: true });
    expect(view.backups).toEqual([
      {
        id: inFolder(world)[0],
        at: world.clock.now(),
        sizeBytes: expect.any(Number) as number,
        kind: 'manual',
      },
    ]);
  });

  it('is made while another connection goes on writing, as of one instant', async () => {
    const world = makeWorld();
    for (let n = 0; n < 3000; n += 1)
      addText(world, { body: `text ${n} ${'x'.repeat(900)}`, minute: n });
    const other = new Sqlite(join(world.folder, 'archive.db'));
    const making = start(world).make();
    const writing = setInterval(
      () =>
        other.exec(
          `UPDATE message SET body = body || '!' WHERE id IN (SELECT id FROM message LIMIT 5)`,
        ),
      1,
    );
    const made = await making;
    clearInterval(writing);
    other.close();
    expect(made.ok).toBe(true);
  });

  it('is refused while one is being made', async () => {
    const backups = start(makeWorld());
    const first = backups.make();
    await settled();
    expect(await backups.alone(() => Promise.reject(new Error('never')))).toMatchObject({
      ok: false,
      failure: { message: 'backup.already-running' },
    });
    expect((await first).ok).toBe(true);
  });

  it('says that the folder is not there, and makes none in place of a drive', async () => {
    const world = makeWorld();
    const missing = join(world.folder, 'drive');
    world.settings.set({ backupFolder: missing });
    const backups = start(world);
    expect(await backups.make()).toMatchObject({
      ok: false,
      failure: { message: 'backup.folder-unusable' },
    });
    expect(existsSync(missing)).toBe(false);
    expect((await backups.getView()).failure).toMatchObject({ message: 'backup.folder-unusable' });
  });

  it('leaves nothing behind when it does not come about, and clears what a crash left', async () => {
    const world = makeWorld();
    const backups = start(world);
    await backups.make();
    const [name = ''] = inFolder(world);
    writeFileSync(join(world.folder, 'backups', `${name}.part`), 'half');
    writeFileSync(join(world.folder, 'backups', 'holiday.db.part'), 'not ours');
    await world.clock.advance(1000);
    world.archive.db.exec('DROP TABLE note');
    expect((await backups.make()).ok).toBe(false);
    expect(inFolder(world)).toEqual(['holiday.db.part', name]);
  });

  it('of the demo account is not made', async () => {
    const world = makeWorld({ demo: { serverUrl: 'http://127.0.0.1:1', clientId: 'x', jwt: 'x' } });
    const backups = start(world);
    expect(await backups.make()).toMatchObject({ ok: false, failure: { message: 'unsupported' } });
    backups.start();
    await pass(world, dayMs);
    expect(inFolder(world)).toEqual([]);
  });
});

describe('the daily backup', () => {
  it('is made once a day while Sidetone runs, and the old ones go', async () => {
    const world = makeWorld();
    world.settings.set({ backupDays: 2, backupWeeks: 0 });
    const backups = start(world);
    backups.start();
    await pass(world, 2 * 60_000);
    expect(inFolder(world)).toHaveLength(1);
    for (let hour = 0; hour < 24 * 4; hour += 1) await pass(world, hourMs);
    expect(inFolder(world)).toHaveLength(2);
    backups.stop();
    expect(world.clock.waiting).toBe(0);
  });

  it('is not made again by a start on the same day', async () => {
    const world = makeWorld();
    const first = start(world);
    first.start();
    await pass(world, hourMs);
    first.stop();
    const second = start(world);
    second.start();
    await pass(world, hourMs);
    second.stop();
    expect(inFolder(world)).toHaveLength(1);
  });

  it('tells once of a streak of failures, and again of the next', async () => {
    const world = makeWorld();
    const drive = join(world.folder, 'drive');
    world.settings.set({ backupFolder: drive });
    const backups = start(world);
    backups.start();
    for (let hour = 0; hour < 5; hour += 1) await pass(world, hourMs);
    expect(new Set(world.notices.map(({ id }) => id)).size).toBe(1);
    expect(world.notices[0]).toMatchObject({ message: 'backup-failed', params: { folder: drive } });
    mkdirSync(drive);
    await pass(world, hourMs);
    expect(readdirSync(drive)).toHaveLength(1);
    expect((await backups.getView()).failure).toBeUndefined();
    backups.stop();
  });

  it('of two accounts in one folder do not mix', async () => {
    const shared = makeFolder();
    const [one, other] = [makeWorld(), makeWorld({ account: 'platform.ringcentral.com/102' })];
    for (const world of [one, other]) {
      world.settings.set({ backupFolder: shared, backupDays: 1, backupWeeks: 0 });
      const backups = start(world);
      backups.start();
      for (let day = 0; day < 3; day += 1) await pass(world, dayMs + hourMs);
      backups.stop();
    }
    expect(readdirSync(shared)).toHaveLength(2);
    expect((await start(one).getView()).backups).toHaveLength(1);
  });

  it('is not made for nobody', async () => {
    const world = makeWorld();
    world.archive.db.exec('DELETE FROM account_fact');
    const backups = start(world);
    backups.start();
    await pass(world, hourMs);
    backups.stop();
    expect(inFolder(world)).toEqual([]);
  });
});

describe('the folder of backups', () => {
  it('is the one that the user chose', async () => {
    const world = makeWorld();
    const folder = makeFolder();
    const backups = start(world);
    expect(await backups.chooseFolder()).toMatchObject({
      ok: true,
      value: { isDefaultFolder: true },
    });
    world.fileDialogs.folder = folder;
    expect(await backups.chooseFolder()).toMatchObject({
      ok: true,
      value: { folder, isDefaultFolder: false },
    });
    await backups.make();
    expect(readdirSync(folder)).toHaveLength(1);
    expect(
      readFileSync(join(folder, readdirSync(folder)[0] ?? ''))
        .subarray(0, 15)
        .toString(),
    ).toBe('SQLite format 3');
  });
});

describe('putting one new backup in place of all', () => {
  it('leaves the new one alone', async () => {
    const world = makeWorld();
    const backups = start(world);
    await backups.make();
    await world.clock.advance(60_000);
    await backups.make();
    await world.clock.advance(60_000);
    expect(await backups.replaceAll()).toMatchObject({ ok: true });
    expect(inFolder(world)).toEqual([expect.stringMatching(/-150200\.db$/)]);
  });

  it('removes none when the new one cannot be written', async () => {
    const world = makeWorld();
    const backups = start(world);
    await backups.make();
    world.archive.db.exec('DROP TABLE note');
    expect((await backups.replaceAll()).ok).toBe(false);
    expect(inFolder(world)).toHaveLength(1);
  });
});

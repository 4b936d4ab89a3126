import {
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { fail } from '../../../shared/result.ts';
import { beginActivity } from '../../../main/core/db/activity.ts';
import { openOrRecover } from '../../../main/core/db/recover.ts';
import { createBackups } from '../../../main/core/keeping/backups/service.ts';
import { createTakingIn } from '../../../main/core/keeping/backups/taking-in.ts';
import { openActivities } from '../../db/broken-archive.ts';
import { makeFolder } from '../../db/support.ts';
import { addText, makeWorld, owner, type KeepingWorld } from './harness.ts';

function start(world: KeepingWorld) {
  const backups = createBackups({ ...world });
  return { backups, taking: createTakingIn({ ...world, backups }) };
}

async function withBackup(world: KeepingWorld) {
  const parts = start(world);
  await parts.backups.make();
  const [backup] = (await parts.backups.getView()).backups;
  const id = backup?.id ?? '';
  return { ...parts, id, file: join(world.folder, 'backups', id) };
}

/** What the shell does with the file, and the start after it. */
function exchange(world: KeepingWorld): Sqlite.Database {
  world.archive.db.close();
  const file = join(world.folder, 'archive.db');
  renameSync(file, join(world.folder, 'archive-replaced-2026-03-02T15-00-00.db'));
  renameSync(join(world.folder, 'archive-incoming.db'), file);
  return openOrRecover(file, world.clock.now());
}

describe('restoring a backup', () => {
  it('hands a checked copy over, and leaves the backup as it is', async () => {
    const world = makeWorld();
    addText(world, { body: 'kept' });
    const { taking, id, file } = await withBackup(world);
    const before = readFileSync(file);
    expect(await taking.restore(id)).toEqual({ ok: true, value: undefined });
    expect(world.archives.replacedWith).toEqual([join(world.folder, 'archive-incoming.db')]);
    expect(readFileSync(file).equals(before)).toBe(true);
    const db = exchange(world);
    expect(db.prepare('SELECT body FROM message').pluck().all()).toEqual(['kept']);
    const notice = db.prepare('SELECT message, params FROM notice').get() as {
      message: string;
      params: string;
    };
    expect(notice.message).toBe('archive-restored');
    expect(JSON.parse(notice.params)).toEqual({
      keptAs: 'archive-replaced-2026-03-02T15-00-00.db',
      madeAt: world.clock.now(),
      carriedOver: 0,
    });
    db.close();
  });

  it('never sends again what waited when it was made: that is looked up', async () => {
    const world = makeWorld();
    const queued = addText(world, { body: 'one', status: 'queued', serverId: null, clientId: 'a' });
    const sending = addText(world, {
      body: 'two',
      status: 'sending',
      serverId: null,
      clientId: 'b',
    });
    const { taking, id } = await withBackup(world);
    // Both have gone out since.
    world.archive.db.exec(
      `UPDATE message SET status = 'sent', server_id = 's' || id; DELETE FROM outbox`,
    );
    await taking.restore(id);
    const db = exchange(world);
    expect(
      db.prepare("SELECT id, status, failure ->> 'retry' AS retry FROM message ORDER BY id").all(),
    ).toEqual([
      { id: queued, status: 'unknown', retry: 'auto' },
      { id: sending, status: 'unknown', retry: 'auto' },
    ]);
    expect(db.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(0);
    db.close();
  });

  it('carries over what still waits in the archive that it replaces', async () => {
    const world = makeWorld();
    addText(world, { body: 'waited then', status: 'queued', serverId: null, clientId: 'a' });
    const { taking, id } = await withBackup(world);
    addText(world, {
      body: 'waits now',
      status: 'queued',
      serverId: null,
      clientId: 'c',
      minute: 5,
    });
    await taking.restore(id);
    // Accepted while the backup was being prepared.
    addText(world, {
      body: 'came late',
      status: 'queued',
      serverId: null,
      clientId: 'd',
      minute: 6,
    });
    const db = exchange(world);
    const waiting = `SELECT body FROM message JOIN outbox ON message_id = message.id
      WHERE status = 'queued' ORDER BY message.id`;
    expect(db.prepare(waiting).pluck().all()).toEqual(['waited then', 'waits now', 'came late']);
    expect(db.prepare('SELECT count(*) FROM message').pluck().get()).toBe(3);
    db.close();
    const again = openOrRecover(join(world.folder, 'archive.db'), world.clock.now());
    expect(again.prepare('SELECT count(*) FROM message').pluck().get()).toBe(3);
    expect(again.prepare('SELECT count(*) FROM notice').pluck().get()).toBe(1);
    again.close();
  });

  it('knows since when a text waits that goes on, and what the user had said yes to', async () => {
    const world = makeWorld();
    const queued = addText(world, {
      body: 'waits',
      status: 'queued',
      serverId: null,
      clientId: 'a',
    });
    const decision = { questions: ['opted-out'], reason: 'They asked for it' };
    const at = world.clock.now() + 1_000;
    const subject = `message:${queued}`;
    beginActivity(world.archive.db, { kind: 'text', subject, detail: { decision }, at });
    const { taking, id } = await withBackup(world);
    await taking.restore(id);
    const db = exchange(world);
    expect(openActivities(db)).toEqual([
      { body: 'waits', at, detail: { decision, carriedOver: true } },
    ]);
    db.close();
  });

  it('fetches everything anew that came in since', async () => {
    const world = makeWorld();
    world.archive.db.exec(
      `INSERT INTO sync_cursor (feed, token, position) VALUES ('calls', 'old', '1700000000000')`,
    );
    const { taking, id } = await withBackup(world);
    await taking.restore(id);
    const db = exchange(world);
    expect(db.prepare('SELECT token, position FROM sync_cursor').get()).toEqual({
      token: null,
      position: '1700000000000',
    });
    db.close();
  });

  it.each<[string, (file: string) => void, string]>([
    ['a truncated file', (file) => truncateSync(file, 9000), 'backup.damaged'],
    [
      'a page of zeros',
      (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0, 4096 * 3, 4096 * 6);
        writeFileSync(file, bytes);
      },
      'backup.damaged',
    ],
    ['a newer Sidetone’s', (file) => edit(file, 'PRAGMA user_version = 999'), 'backup.newer'],
    ['another program’s', (file) => edit(file, 'PRAGMA application_id = 7'), 'backup.foreign'],
    ['no database', (file) => writeFileSync(file, 'Dear diary, '.repeat(1000)), 'backup.foreign'],
    [
      'another account’s',
      (file) => edit(file, `UPDATE account_fact SET value = '"other/1"'`),
      'backup.other-account',
    ],
  ])('refuses %s and changes nothing', async (_, harm, message) => {
    const world = makeWorld();
    for (let n = 0; n < 50; n += 1) addText(world, { body: 'x'.repeat(400) });
    const { taking, id, file } = await withBackup(world);
    harm(file);
    expect(await taking.restore(id)).toMatchObject({ ok: false, failure: { message } });
    expect(world.archives.replacedWith).toEqual([]);
    expect(readdirSync(world.folder).filter((name) => name.includes('incoming'))).toEqual([]);
    expect(existsSync(join(world.folder, 'archive.db-suspect'))).toBe(false);
  });

  it('refuses what is not there or not the account’s', async () => {
    const world = makeWorld();
    const { taking, id } = await withBackup(world);
    for (const wrong of ['nothing.db', `../backups/${id}`, '../archive.db']) {
      expect(await taking.restore(wrong)).toMatchObject({
        ok: false,
        failure: { message: 'backup.gone' },
      });
    }
  });

  it('removes the copy when the archives cannot change places', async () => {
    const world = makeWorld();
    const { taking, id } = await withBackup(world);
    world.archives.answerReplace = fail(failure('internal', 'backup.not-restored'));
    expect(await taking.restore(id)).toMatchObject({ failure: { message: 'backup.not-restored' } });
    expect(existsSync(join(world.folder, 'archive-incoming.db'))).toBe(false);
  });

  it('takes the archive of an older Sidetone, which named the extension alone', async () => {
    const world = makeWorld();
    const { taking, id, file } = await withBackup(world);
    edit(file, `UPDATE account_fact SET value = '"101"'`);
    expect((await taking.restore(id)).ok).toBe(true);
  });
});

describe('moving to another computer', () => {
  it('goes as one file, with the settings and without a secret', async () => {
    const from = makeWorld();
    addText(from, { body: 'The closing is on Monday' });
    from.settings.set({ theme: 'dark', backupDays: 9, backupFolder: '/mnt/stick' });
    from.fileDialogs.save = join(makeFolder(), 'out.sidetone');
    const out = from.fileDialogs.save;
    expect(await start(from).taking.moveOut()).toEqual({ ok: true, value: true });
    expect(from.fileDialogs.proposed).toEqual(['sidetone-2026-03-02.sidetone']);

    const to = makeWorld();
    to.fileDialogs.open = out;
    expect(await start(to).taking.moveIn()).toEqual({ ok: true, value: true });
    expect(to.settings.get()).toMatchObject({
      theme: 'dark',
      backupDays: 9,
      backupFolder: undefined,
    });
    const db = exchange(to);
    expect(db.prepare('SELECT body FROM message').pluck().all()).toEqual([
      'The closing is on Monday',
    ]);
    expect(
      db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'moved_settings'`).get(),
    ).toBeUndefined();
    db.close();
  });

  it('changes nothing when the user thinks better of it', async () => {
    const world = makeWorld();
    const { taking } = start(world);
    expect(await taking.moveOut()).toEqual({ ok: true, value: false });
    expect(await taking.moveIn()).toEqual({ ok: true, value: false });
    expect(world.archives.replacedWith).toEqual([]);
  });

  it('puts the settings back when the archives cannot change places', async () => {
    const world = makeWorld();
    world.fileDialogs.save = join(makeFolder(), 'out.sidetone');
    world.fileDialogs.open = world.fileDialogs.save;
    const { taking } = start(world);
    world.settings.set({ theme: 'dark' });
    await taking.moveOut();
    world.settings.set({ theme: 'light' });
    world.archives.answerReplace = fail(failure('internal', 'backup.not-restored'));
    expect((await taking.moveIn()).ok).toBe(false);
    expect(world.settings.get().theme).toBe('light');
  });

  it('belongs to one account', async () => {
    const world = makeWorld();
    world.fileDialogs.save = join(makeFolder(), 'out.sidetone');
    await start(world).taking.moveOut();
    const other = makeWorld({ account: `${owner}9` });
    other.fileDialogs.open = world.fileDialogs.save;
    expect(await start(other).taking.moveIn()).toMatchObject({
      ok: false,
      failure: { message: 'backup.other-account' },
    });
  });

  it('leaves nothing where it could not be written', async () => {
    const world = makeWorld();
    const folder = makeFolder();
    world.fileDialogs.save = join(folder, 'missing', 'out.sidetone');
    expect(await start(world).taking.moveOut()).toMatchObject({
      ok: false,
      failure: { message: 'backup.folder-unusable' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

function edit(file: string, sql: string): void {
  const db = new Sqlite(file);
  db.exec(sql);
  db.close();
}

import { readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../db/support.ts';
import { archiveOf, makeCore, startSignedIn, until } from '../support/core-world.ts';

/** What signs in, as the vault holds it: long enough that it is nowhere by chance. */
function secretsOf(vault: ReadonlyMap<string, string>): readonly string[] {
  return [...vault.values()].flatMap((value) => value.match(/[\w.~+/-]{24,}/g) ?? []);
}

describe('a whole core', () => {
  it('makes a backup and a file to move, and no secret is in either', async () => {
    const { get, fileDialogs, profile, simulator } = await startSignedIn();
    await until(async () =>
      expect((await get('archive.get-size', undefined)).texts).toBeGreaterThan(0),
    );
    const { backups } = await get('backups.make', undefined);
    fileDialogs.save = join(makeFolder(), 'out.sidetone');
    expect(await get('backups.move-out', undefined)).toBe(true);
    const files = [join(profile.folder, 'backups', backups[0]?.id ?? ''), fileDialogs.save];
    const secrets = [...secretsOf(profile.vault), simulator.credentials.jwt];
    expect(secrets.length).toBeGreaterThan(2);
    expect(readFileSync(fileDialogs.save).includes('moved_settings')).toBe(true);
    for (const file of files) {
      const bytes = readFileSync(file);
      for (const secret of secrets) expect(bytes.includes(secret)).toBe(false);
    }
  });

  it('leaves no backup of an archive that is erased with signing out', async () => {
    const { get, profile } = await startSignedIn();
    await get('backups.make', undefined);
    expect(readdirSync(join(profile.folder, 'backups'))).toHaveLength(1);
    await get('session.sign-out', { eraseArchive: true });
    expect(readdirSync(join(profile.folder, 'backups'))).toEqual([]);
  });

  it('goes on with a backup that the shell has put in place', async () => {
    const first = await startSignedIn();
    const { get, archives, profile, clock } = first;
    await until(async () =>
      expect((await get('archive.get-size', undefined)).texts).toBeGreaterThan(0),
    );
    const made = await get('backups.make', undefined);
    await get('erasure.everything', undefined);
    expect((await get('archive.get-size', undefined)).texts).toBe(0);
    // Erasing everything takes the backups along: this one had been carried elsewhere.
    expect((await get('backups.get', undefined)).backups).toEqual([]);
    expect(made.backups).toHaveLength(1);

    first.fileDialogs.save = join(makeFolder(), 'out.sidetone');
    expect(await get('backups.move-out', undefined)).toBe(true);
    first.fileDialogs.open = first.fileDialogs.save;
    expect(await get('backups.move-in', undefined)).toBe(true);
    expect(archives.replacedWith).toEqual([join(profile.folder, 'archive-incoming.db')]);
    await first.stop();
    renameSync(archiveOf(profile), join(profile.folder, 'archive-replaced-2026-03-02T15-00-00.db'));
    renameSync(join(profile.folder, 'archive-incoming.db'), archiveOf(profile));
    const second = makeCore(profile, clock);
    await second.core.start();
    expect(await second.get('app.list-notices', undefined)).toMatchObject([
      { message: 'archive-restored', params: { carriedOver: 0 } },
    ]);
  });

  it('writes an export that the window follows', async () => {
    const { get, events, fileDialogs, clock } = await startSignedIn();
    await until(async () =>
      expect((await get('archive.get-size', undefined)).texts).toBeGreaterThan(0),
    );
    const folder = makeFolder();
    fileDialogs.save = join(folder, 'all.json');
    await get('exports.start', { what: { kind: 'everything' }, format: 'json' });
    await until(async () => expect((await get('exports.get', undefined))?.state).toBe('done'));
    const { records } = JSON.parse(readFileSync(fileDialogs.save, 'utf8')) as {
      records: unknown[];
    };
    expect(records).toHaveLength((await get('exports.get', undefined))?.rows ?? -1);
    expect(readdirSync(folder)).toEqual(['all.json']);
    // Events are gathered for a moment.
    await clock.advance(20);
    const told = events.filter(
      (event) => event.name === 'changed' && event.topics.some(({ area }) => area === 'exports'),
    );
    expect(told.length).toBeGreaterThan(0);
  });

  it('answers the user while a backup is being made, and leaves a whole archive when it is stopped', async () => {
    const { get, call, profile, stop } = await startSignedIn();
    const making = call('backups.make', undefined);
    expect((await get('calls.list', { limit: 10 })).items).toBeDefined();
    await stop();
    await making;
    const db = new Sqlite(archiveOf(profile), { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    const left = readdirSync(join(profile.folder, 'backups')).filter(
      (name) => !name.endsWith('.db'),
    );
    expect(left).toEqual([]);
  });
});

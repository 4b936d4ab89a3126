import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createBackups } from '../../../main/core/keeping/backups/service.ts';
import { createTakingIn } from '../../../main/core/keeping/backups/taking-in.ts';
import { createExports } from '../../../main/core/keeping/exports/service.ts';
import type { KeptArchive } from '../../../main/core/db/define-query.ts';
import { makeFolder } from '../../db/support.ts';
import { createCountingRandom } from '../support/session.ts';
import { mountSmallDisk } from './small-disk.ts';
import { addText, makeWorld, type KeepingWorld } from './harness.ts';

/** A disk of 2 MB, or, where none may be mounted, a folder and an archive that says what one would. */
function withSmallDisk(world: KeepingWorld): {
  readonly folder: string;
  readonly archive: KeptArchive;
} {
  const folder = mountSmallDisk(2);
  if (folder !== undefined) return { folder, archive: world.archive };
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  return {
    folder: makeFolder(),
    archive: { ...world.archive, keep: () => Promise.reject(full) },
  };
}

function makeLarge(): KeepingWorld {
  const world = makeWorld();
  for (let n = 0; n < 3000; n += 1) {
    addText(world, { body: `${n} ${'every word of a long text '.repeat(40)}`, minute: n });
  }
  return world;
}

describe('a full disk', () => {
  it('refuses a backup, keeps the ones that are there, and leaves no half of one', async () => {
    const world = makeLarge();
    const { folder, archive } = withSmallDisk(world);
    world.settings.set({ backupFolder: folder });
    writeFileSync(join(folder, 'mine.txt'), 'not Sidetone’s');
    const backups = createBackups({ ...world, archive });
    expect(await backups.make()).toMatchObject({
      ok: false,
      failure: { message: 'backup.no-room' },
    });
    expect(readdirSync(folder)).toEqual(['mine.txt']);
    expect((await backups.getView()).failure).toMatchObject({ message: 'backup.no-room' });
  });

  it('refuses the file for another computer', async () => {
    const world = makeLarge();
    const { folder, archive } = withSmallDisk(world);
    world.fileDialogs.save = join(folder, 'out.sidetone');
    const backups = createBackups({ ...world, archive });
    const taking = createTakingIn({ ...world, archive, backups });
    expect(await taking.moveOut()).toMatchObject({
      ok: false,
      failure: { message: 'backup.no-room' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('ends an export, and takes its file away', async () => {
    const world = makeLarge();
    const { folder, archive } = withSmallDisk(world);
    world.fileDialogs.save = join(folder, 'out.csv');
    const exports = createExports({
      ...world,
      archive,
      ports: { ...world.ports, random: createCountingRandom() },
    });
    await exports.start({ kind: 'messages' }, 'csv');
    await vi.waitFor(() => expect(exports.get()?.state).toBe('failed'), { timeout: 15_000 });
    expect(exports.get()?.failure).toMatchObject({ message: 'export.no-room' });
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]));
  });
});

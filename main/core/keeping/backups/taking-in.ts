import { rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure } from '../../../../shared/failure.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { FailureError } from '../../failure-error.ts';
import { syncFolder } from '../../on-disk.ts';
import type { FileKind, Ports } from '../../ports.ts';
import { toFlawFailure, toWriteFailure } from './failures.ts';
import { getOwner, prepareCopy, writeCopy, type Prepared } from './queries.ts';
import type { Backups, BackupsDeps } from './service.ts';

const words = strings.dialogs;
const archiveKind = (): FileKind => ({ name: words.kinds.archive, extensions: ['sidetone'] });
const takenKind = (): FileKind => ({
  name: words.kinds.archive,
  extensions: ['sidetone', 'db'],
});

/** Puts another archive in this one's place: a backup, or one from another computer. */
export type TakingIn = {
  restore(id: string): Promise<Result<void>>;
  /** False when the user thought better of it, here and below. */
  moveOut(): Promise<Result<boolean>>;
  moveIn(): Promise<Result<boolean>>;
};

/** See `TakingIn`. What is there now is kept beside it, whatever comes. */
export function createTakingIn(
  deps: Omit<BackupsDeps, 'ports'> & {
    readonly ports: BackupsDeps['ports'] & Pick<Ports, 'archives'>;
    readonly backups: Pick<Backups, 'alone' | 'getFolder'>;
  },
): TakingIn {
  const { archive, settings, backups } = deps;
  const { archives, clock, demo, fileDialogs, log, paths } = deps.ports;
  const incoming = join(paths.profile, `${archives.file.replace(/\.db$/, '')}-incoming.db`);

  const takeIn = async (from: string, madeAt: EpochMs): Promise<Result<void>> => {
    try {
      const owner = await archive.read(getOwner, undefined);
      const now = clock.now();
      const prepared = await archive.keep(prepareCopy, { from, to: incoming, owner, madeAt, now });
      const replaced = await replaceBy(prepared);
      if (!replaced.ok) discardIncoming();
      return replaced;
    } catch (error) {
      log.error('an archive could not be taken in', error);
      discardIncoming();
      if (error instanceof FailureError) return fail(error.failure);
      return fail(failure('internal', 'backup.not-restored'));
    }
  };

  const replaceBy = async (prepared: Prepared): Promise<Result<void>> => {
    if (prepared.flaw !== undefined) return fail(toFlawFailure(prepared.flaw));
    // The core that goes on with the archive reads the settings when it is built.
    const carried =
      prepared.settings === undefined
        ? undefined
        : settings.takeCarried(JSON.parse(prepared.settings));
    const replaced = await archives.replaceWith(incoming);
    if (!replaced.ok && carried?.ok === true) carried.value.undo();
    return replaced;
  };

  const discardIncoming = (): void => {
    try {
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(incoming + end, { force: true });
    } catch (error) {
      log.error('a copy could not be removed', error);
    }
  };

  const writeOut = async (file: string): Promise<Result<boolean>> => {
    const partial = `${file}.part`;
    try {
      rmSync(partial, { force: true });
      const isSound = await archive.keep(writeCopy, {
        file: partial,
        settings: JSON.stringify(settings.toCarried()),
      });
      if (!isSound) throw new Error('the copy differs from the archive');
      await rename(partial, file);
      await syncFolder(dirname(file));
      return ok(true);
    } catch (error) {
      log.error('the archive could not be written out', error);
      rmSync(partial, { force: true });
      return fail(toWriteFailure(error));
    }
  };

  const unavailable: Result<never> = fail(failure('unsupported', 'unsupported'));

  return {
    async restore(id) {
      const found = (await backups.getFolder())?.find(id);
      if (found === undefined) return fail(failure('not-found', 'backup.gone'));
      return backups.alone(() => takeIn(found.file, found.at));
    },
    async moveOut() {
      if (demo !== undefined) return unavailable;
      const date = new Date(clock.now()).toISOString().slice(0, 10);
      const file = await fileDialogs.chooseSave({
        title: words.moveOut,
        fileName: `sidetone-${date}.sidetone`,
        kind: archiveKind(),
      });
      return file === undefined ? ok(false) : backups.alone(() => writeOut(file));
    },
    async moveIn() {
      if (demo !== undefined) return unavailable;
      const file = await fileDialogs.chooseOpen({
        title: words.moveIn,
        kind: takenKind(),
      });
      if (file === undefined) return ok(false);
      const stats = statSync(file, { throwIfNoEntry: false });
      if (!stats?.isFile()) return fail(failure('not-found', 'backup.gone'));
      const taken = await backups.alone(() => takeIn(file, Math.round(stats.mtimeMs)));
      return taken.ok ? ok(true) : taken;
    },
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Failure } from '../../../../shared/failure.ts';
import type { Notice } from '../../../../shared/model/app.ts';
import type { BackupsView } from '../../../../shared/model/keeping.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import type { KeptArchive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { Ports } from '../../ports.ts';
import type { SettingsService } from '../../settings/service.ts';
import { toWriteFailure } from './failures.ts';
import { openBackupFolder, type BackupFolder } from './folder.ts';
import { toMark } from './names.ts';
import { getOwner, writeCopy } from './queries.ts';
import { isDue, rotate } from './rotation.ts';

/** A start is busy enough without a backup. */
const firstLookMs = 60_000;
const lookEveryMs = 60 * 60_000;

export type Backups = {
  /** Sees to it that there is a backup of every day on which Sidetone runs. */
  start(): void;
  stop(): void;
  getView(): Promise<BackupsView>;
  make(): Promise<Result<BackupsView>>;
  chooseFolder(): Promise<Result<BackupsView>>;
  /** The folder of the account's backups; undefined while there is nobody to make them of. */
  getFolder(): Promise<BackupFolder | undefined>;
  /** Refuses while the chosen folder is not there: backups that cannot be seen may be in it. */
  requireFolder(): Promise<Result<void>>;
  /** Puts one new backup in place of all that there are; call it within `alone`, as the next one. */
  replaceAll(): Promise<Result<void>>;
  /** Removes all that there are. */
  removeAll(): Promise<void>;
  /** The same, and makes no more, for an archive that is about to go; says whether any are left. */
  giveUp(): Promise<Result<void>>;
  /** Runs work that no backup may be made beside; refused while one is. */
  alone<T>(work: () => Promise<Result<T>>): Promise<Result<T>>;
};

export type BackupsDeps = {
  readonly archive: KeptArchive;
  readonly ports: Pick<Ports, 'clock' | 'log' | 'fileDialogs' | 'paths' | 'demo'>;
  readonly settings: Pick<SettingsService, 'get' | 'set' | 'toCarried' | 'takeCarried'>;
  readonly events: Pick<Events, 'changed'>;
  readonly tell: (notice: Notice) => Promise<void>;
};

/** Keeps checked copies of the archive: it may be the only one left of what RingCentral forgot. */
export function createBackups(deps: BackupsDeps): Backups {
  const { archive, settings, events } = deps;
  const { clock, log, fileDialogs, paths, demo } = deps.ports;
  let isRunning = false;
  let isStopped = false;
  let isGivenUp = false;
  let lastFailure: Failure | undefined;
  let cancelLook = (): void => undefined;

  const usualFolder = join(paths.profile, 'backups');
  const readOwner = async (): Promise<string | undefined> =>
    demo === undefined ? archive.read(getOwner, undefined) : undefined;

  const folderOf = (owner: string, chosen: string | undefined): BackupFolder =>
    openBackupFolder({
      path: chosen ?? usualFolder,
      isDefault: chosen === undefined,
      mark: toMark(owner),
    });

  const getFolder = async (): Promise<BackupFolder | undefined> => {
    const owner = await readOwner();
    return owner === undefined ? undefined : folderOf(owner, settings.get().backupFolder);
  };

  /** Where backups are made, and where they were made before a folder was chosen. */
  const listFolders = async (): Promise<readonly BackupFolder[]> => {
    const owner = await readOwner();
    if (owner === undefined) return [];
    const { backupFolder: chosen } = settings.get();
    const usual = folderOf(owner, undefined);
    return chosen === undefined ? [usual] : [folderOf(owner, chosen), usual];
  };

  const toRotation = () => {
    const { backupDays, backupWeeks } = settings.get();
    return { days: backupDays, weeks: backupWeeks };
  };

  const getView = async (): Promise<BackupsView> => {
    const folder = await getFolder();
    const found = listQuietly(folder);
    const { kept } = rotate(found, toRotation(), clock.now());
    const chosen = settings.get().backupFolder;
    return {
      folder: chosen ?? usualFolder,
      isDefaultFolder: chosen === undefined,
      backups: found.map(({ id, at, sizeBytes }) => ({
        id,
        at,
        sizeBytes,
        kind: kept.get(id) ?? 'day',
      })),
      isRunning,
      failure: lastFailure,
    };
  };

  const listQuietly = (folder: BackupFolder | undefined): ReturnType<BackupFolder['list']> => {
    try {
      return folder?.list() ?? [];
    } catch (error) {
      lastFailure = toWriteFailure(error);
      return [];
    }
  };

  const alone: Backups['alone'] = async (work) => {
    if (isRunning) return fail(failure('conflict', 'backup.already-running'));
    isRunning = true;
    events.changed({ area: 'backups' });
    try {
      return await work();
    } finally {
      isRunning = false;
      events.changed({ area: 'backups' });
    }
  };

  /** Writes, checks and names one; what is there already stays. Answers its id. */
  const write = async (folder: BackupFolder, isManual: boolean): Promise<Result<string>> => {
    const backup = folder.begin({ at: clock.now(), isManual });
    try {
      await folder.prepare();
      const isSound = await archive.keep(writeCopy, { file: backup.file });
      if (!isSound) throw new Error('the copy differs from the archive');
      if (isGivenUp) throw new Error('the archive is being erased');
      await backup.finish();
      lastFailure = undefined;
      return ok(backup.id);
    } catch (error) {
      discardQuietly(backup);
      if (isStopped) return fail(failure('internal', 'backup.not-written'));
      log.error('a backup could not be written', error);
      lastFailure = toWriteFailure(error);
      return fail(lastFailure);
    }
  };

  const discardQuietly = (backup: { discard(): void }): void => {
    try {
      backup.discard();
    } catch (error) {
      log.error('an unfinished backup could not be removed', error);
    }
  };

  const clearAway = (folder: BackupFolder): void => {
    try {
      folder.remove(rotate(folder.list(), toRotation(), clock.now()).removed);
    } catch (error) {
      log.error('an old backup could not be removed', error);
    }
  };

  const makeDaily = async (): Promise<void> => {
    const folder = await getFolder();
    if (folder === undefined || isRunning) return;
    if (!isDue(listQuietly(folder), toRotation(), clock.now())) return;
    const made = await alone(() => write(folder, false));
    if (made.ok) clearAway(folder);
    else if (!isStopped) await tellOfFailure(folder);
  };

  /** Once for each streak of failures: the id is that of the last backup that there is. */
  const tellOfFailure = async (folder: BackupFolder): Promise<void> => {
    const [last] = listQuietly(folder);
    const since = last?.at ?? 0;
    await deps.tell({
      id: `backup-failed-${since}`,
      at: clock.now(),
      message: 'backup-failed',
      params: { folder: folder.path, ...(last && { lastAt: last.at }) },
    });
  };

  const look = (delayMs: number): void => {
    cancelLook = clock.schedule(delayMs, () => {
      makeDaily()
        .catch((error: unknown) => log.error('whether a backup is due is not known', error))
        .finally(() => {
          if (!isStopped) look(lookEveryMs);
        });
    });
  };

  const stop = (): void => {
    isStopped = true;
    cancelLook();
  };

  const removeAll = async (): Promise<void> => {
    for (const folder of await listFolders()) folder.remove(folder.list().map(({ id }) => id));
  };

  const requireFolder = async (): Promise<Result<void>> => {
    const folder = await getFolder();
    if (folder === undefined || folder.isDefault || existsSync(folder.path)) return ok();
    return fail(failure('internal', 'backup.folder-unusable', { code: 'ENOENT' }));
  };

  const unavailable = <T>(): Result<T> => fail(failure('unsupported', 'unsupported'));

  return {
    start: () => look(firstLookMs),
    stop,
    getView,
    getFolder,
    alone,
    async make() {
      const folder = await getFolder();
      if (folder === undefined) return unavailable();
      const made = await alone(() => write(folder, true));
      return made.ok ? ok(await getView()) : made;
    },
    async chooseFolder() {
      const folder = await fileDialogs.chooseFolder({ title: strings.dialogs.backupFolder });
      if (folder === undefined) return ok(await getView());
      const saved = settings.set({ backupFolder: folder === usualFolder ? undefined : folder });
      if (!saved.ok) return saved;
      lastFailure = undefined;
      events.changed({ area: 'backups' });
      return ok(await getView());
    },
    requireFolder,
    async replaceAll() {
      const folders = await listFolders();
      const old = folders.map((folder) => ({ folder, ids: folder.list().map(({ id }) => id) }));
      const [folder] = folders;
      if (folder === undefined || old.every(({ ids }) => ids.length === 0)) return ok();
      const made = await write(folder, false);
      if (!made.ok) return made;
      for (const each of old) {
        each.folder.remove(each.ids.filter((id) => each.folder !== folder || id !== made.value));
      }
      return ok();
    },
    removeAll,
    async giveUp() {
      isGivenUp = true;
      stop();
      try {
        await removeAll();
        return await requireFolder();
      } catch (error) {
        log.error('backups could not be removed', error);
        return fail(toWriteFailure(error));
      }
    },
  };
}

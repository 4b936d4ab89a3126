import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { syncFolder } from '../../on-disk.ts';
import { isPartial, nameBackup, namePartial, parseBackupName, type BackupFile } from './names.ts';

/** A backup with its size. */
export type FoundBackup = BackupFile & { readonly sizeBytes: number };

/** The backups of one account in a folder that others may share. */
export type BackupFolder = {
  readonly path: string;
  readonly isDefault: boolean;
  /** The newest first; empty when the folder is not there. */
  list(): readonly FoundBackup[];
  /** Sees to it that the folder is there, and clears away what a crash left; throws. */
  prepare(): Promise<void>;
  /** Where a new backup is written before it has been checked, and how it then gets its name. */
  begin(backup: { readonly at: EpochMs; readonly isManual: boolean }): {
    readonly id: string;
    readonly file: string;
    finish(): Promise<void>;
    discard(): void;
  };
  /** The path of a backup; undefined for anything that is none of this account's or not there. */
  find(id: string): { readonly file: string; readonly at: EpochMs } | undefined;
  remove(ids: readonly string[]): void;
};

/** Looks at a folder as that of the account with this mark. */
export function openBackupFolder(place: {
  readonly path: string;
  readonly isDefault: boolean;
  readonly mark: string;
}): BackupFolder {
  const { path, isDefault, mark } = place;
  const names = (): readonly string[] => (existsSync(path) ? readdirSync(path) : []);
  return {
    path,
    isDefault,
    list: () =>
      names()
        .flatMap((name) => parseBackupName(mark, name) ?? [])
        .flatMap((found) => {
          const stats = statSync(join(path, found.id), { throwIfNoEntry: false });
          return stats?.isFile() ? Object.assign(found, { sizeBytes: stats.size }) : [];
        })
        .toSorted((one, other) => other.at - one.at),
    async prepare() {
      // A chosen folder that is missing is a drive that is not connected: none is made in its place.
      if (isDefault) {
        await mkdir(path, { recursive: true, mode: 0o700 });
        await chmod(path, 0o700);
      }
      for (const name of readdirSync(path)) {
        if (isPartial(mark, name)) rmSync(join(path, name), { force: true });
      }
    },
    begin(backup) {
      const name = nameBackup(mark, backup);
      const file = join(path, namePartial(name));
      return {
        id: name,
        file,
        async finish() {
          renameSync(file, join(path, name));
          await syncFolder(path);
        },
        discard() {
          for (const end of ['', '-journal', '-wal', '-shm']) rmSync(file + end, { force: true });
        },
      };
    },
    find(id) {
      const found = parseBackupName(mark, id);
      if (found === undefined) return undefined;
      const file = join(path, found.id);
      return existsSync(file) ? { file, at: found.at } : undefined;
    },
    remove(ids) {
      for (const id of ids) rmSync(join(path, id), { force: true });
    },
  };
}

import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileId } from '../../../shared/model/ids.ts';
import { syncFolder } from '../on-disk.ts';

/** The bytes of files that go with texts: one file each, named by its id, in a folder of this archive's. */
export type FileStore = {
  /** They are whole and on disk when this resolves. */
  write(id: FileId, bytes: Uint8Array): Promise<void>;
  /** Undefined when it is not there, or not of that size. */
  read(id: FileId, sizeBytes: number): Promise<Uint8Array | undefined>;
  /** Where it is, when it is there and of that size. */
  find(id: FileId, sizeBytes: number): Promise<string | undefined>;
  remove(ids: readonly FileId[]): Promise<void>;
  /** What is there, whole or not. */
  list(): Promise<readonly FileId[]>;
};

const onlyUser = 0o600;
const onlyUserFolder = 0o700;
const part = '.part';

/** See `FileStore`. */
export function createFileStore(folder: string): FileStore {
  const pathOf = (id: FileId): string => join(folder, id);

  const find: FileStore['find'] = async (id, sizeBytes) => {
    const found = await stat(pathOf(id)).catch(ifMissing);
    return found?.isFile() === true && found.size === sizeBytes ? pathOf(id) : undefined;
  };

  return {
    find,
    async write(id, bytes) {
      const path = pathOf(id);
      try {
        await mkdir(folder, { recursive: true, mode: onlyUserFolder });
        const file = await open(`${path}${part}`, 'w', onlyUser);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(`${path}${part}`, path);
        await syncFolder(folder);
      } catch (error) {
        await rm(`${path}${part}`, { force: true }).catch(() => undefined);
        throw error;
      }
    },
    async read(id, sizeBytes) {
      const path = await find(id, sizeBytes);
      return path === undefined ? undefined : await readFile(path).catch(ifMissing);
    },
    async remove(ids) {
      for (const id of ids) {
        await rm(pathOf(id), { force: true });
        await rm(`${pathOf(id)}${part}`, { force: true });
      }
    },
    async list() {
      const names = (await readdir(folder).catch(ifMissing)) ?? [];
      const ids = new Set(
        names.map((name) => (name.endsWith(part) ? name.slice(0, -part.length) : name)),
      );
      return [...ids] as FileId[];
    },
  };
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

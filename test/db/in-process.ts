import Sqlite, { type Database } from 'better-sqlite3';
import type { KeptArchive, Query, Upkeep } from '../../main/core/db/define-query.ts';
import { toArchiveError, toErrorData } from '../../main/core/db/errors.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import { openFile, prepareWriter } from '../../main/core/db/open.ts';

/** An archive without workers; `db` is there to look at and to prepare rows. */
export type InProcessArchive = KeptArchive & { readonly db: Database };

const inMemory = ':memory:';

let fresh: Buffer | undefined;

/** An archive nothing has happened in, migrated once: a copy costs a fortieth of that. */
function freshArchive(): Buffer {
  if (fresh === undefined) {
    const db = openMigrated(inMemory);
    fresh = db.serialize();
    db.close();
  }
  return fresh;
}

function openMigrated(path: string): Database {
  const db = openFile(path);
  prepareWriter(db);
  migrate(db);
  return db;
}

/** Opens an archive in this thread; input and output are cloned as if they crossed to a worker. */
export function openInProcessArchive(path = inMemory): InProcessArchive {
  const db = path === inMemory ? new Sqlite(freshArchive()) : openMigrated(path);
  if (path === inMemory) prepareWriter(db);
  const perform = async <Input, Output>(
    query: Query<Input, Output>,
    input: Input,
  ): Promise<Output> => {
    await Promise.resolve();
    try {
      const plain = structuredClone(input);
      return structuredClone(db.transaction(() => query.run(db, plain)).immediate());
    } catch (error) {
      throw toArchiveError(toErrorData(error));
    }
  };
  const upkeep = async <Input, Output>(
    work: Upkeep<Input, Output>,
    input: Input,
  ): Promise<Output> => {
    try {
      return structuredClone(await work.run(db, structuredClone(input)));
    } catch (error) {
      throw toArchiveError(toErrorData(error));
    }
  };
  return {
    db,
    read: perform,
    write: perform,
    keep: upkeep,
    maintain: upkeep,
    close: () => Promise.resolve(void db.close()),
  };
}

import type { Database } from 'better-sqlite3';
import type { Archive, Query } from '../../main/core/db/define-query.ts';
import { toArchiveError, toErrorData } from '../../main/core/db/errors.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import { openFile, prepareWriter } from '../../main/core/db/open.ts';

/** An archive without workers; `db` is there to look at and to prepare rows. */
export type InProcessArchive = Archive & { readonly db: Database };

/** Opens an archive in this thread; input and output are cloned as if they crossed to a worker. */
export function openInProcessArchive(path = ':memory:'): InProcessArchive {
  const db = openFile(path);
  prepareWriter(db);
  migrate(db);
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
  return {
    db,
    read: perform,
    write: perform,
    close: () => Promise.resolve(void db.close()),
  };
}

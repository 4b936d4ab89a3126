import { sql as firstArchive } from './0001-first-archive.ts';

/** One step of the archive's shape. What has been released is never edited, only added to. */
export type Migration = {
  /** The archive's `user_version` once this step is done; counts from 1 without a gap. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
};

/** Every step in order. SQL lives in modules so that Node and the bundler load it alike. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'first-archive', sql: firstArchive },
];

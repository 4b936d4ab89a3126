import { closeSync, openSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { migrations as all, type Migration } from './migrations/index.ts';
import { applicationId } from './open.ts';

/** A migration that could not be made; nothing of its own step is in the archive. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
  /** The copy from before the first step, when there is one. */
  readonly keptAs: string | undefined;

  constructor(cause: unknown, keptAs: string | undefined) {
    super(`the archive could not be brought to this version: ${String(cause)}`, { cause });
    this.keptAs = keptAs;
  }
}

/** The version that this copy of Sidetone reads and writes. */
export function latestVersion(migrations: readonly Migration[] = all): number {
  return migrations.at(-1)?.version ?? 0;
}

/** The version an archive has; 0 for an empty file. */
export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings the archive to the latest version, each step in a transaction of its own that moves
 * `user_version` with it: a crash leaves the version before or after, never between. A file that
 * holds anything is copied beside itself first; answers that copy's name. Throws MigrationFailed.
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[] = all,
): { readonly keptAs: string | undefined } {
  const from = versionOf(db);
  const missing = migrations.filter(({ version }) => version > from);
  if (missing.length === 0) return { keptAs: undefined };
  const keptAs = from === 0 || db.memory ? undefined : copyBeside(db, from);
  // Rebuilding a table drops it for a moment; references are checked at the end of each step.
  db.pragma('foreign_keys = OFF');
  try {
    for (const migration of missing) applyMigration(db, migration);
  } catch (error) {
    throw new MigrationFailed(error, keptAs);
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return { keptAs };
}

function applyMigration(db: Database, { version, name, sql }: Migration): void {
  const step = db.transaction(() => {
    db.exec(sql);
    const broken = db.pragma('foreign_key_check') as readonly unknown[];
    if (broken.length > 0) throw new Error(`migration ${name} breaks ${broken.length} references`);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${version}`);
  });
  step.immediate();
}

/** `VACUUM INTO` takes in what is still in the write-ahead log, which copying the file would not. */
function copyBeside(db: Database, version: number): string {
  const copy = `${db.name.replace(/\.db$/, '')}-version-${version}.db`;
  rmSync(copy, { force: true });
  closeSync(openSync(copy, 'wx', 0o600));
  db.prepare('VACUUM INTO ?').run(copy);
  return copy;
}

import { failure, type Failure, type FailureMessage } from '../../../../shared/failure.ts';
import { FailureError } from '../../failure-error.ts';
import type { Prepared } from './queries.ts';

/** Codes of SQLite and of the system that say: no room. */
export function saysFull(code: string): boolean {
  return /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/.test(code);
}

/** The code of whatever stood in the way of a file. */
export function codeOf(thrown: unknown): string {
  if (thrown instanceof FailureError) return thrown.failure.code;
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** What the user is told of a backup that could not be written. */
export function toWriteFailure(thrown: unknown): Failure {
  const code = codeOf(thrown);
  if (saysFull(code)) return failure('internal', 'backup.no-room', { code });
  if (/^(?:EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EIO|SQLITE_(?:CANTOPEN|READONLY|PERM))/.test(code)) {
    return failure('internal', 'backup.folder-unusable', { code });
  }
  return failure('internal', 'backup.not-written', {
    code: code === '' ? 'backup.not-written' : code,
  });
}

/** What the user is told of a file that cannot take the archive's place. */
export function toFlawFailure(flaw: NonNullable<Prepared['flaw']>): Failure {
  const messages: Readonly<Record<typeof flaw, FailureMessage>> = {
    damaged: 'backup.damaged',
    foreign: 'backup.foreign',
    newer: 'backup.newer',
    'other-account': 'backup.other-account',
  };
  return failure(flaw === 'newer' ? 'unsupported' : 'rejected', messages[flaw]);
}

import { failure, type FailureMessage } from '../../../shared/failure.ts';
import { FailureError } from '../failure-error.ts';

const newerCode = 'ARCHIVE_NEWER';
const notUpdatedCode = 'ARCHIVE_NOT_UPDATED';

/** A newer Sidetone wrote the archive: it stays as it is until that one opens it again. */
export class ArchiveNewer extends Error {
  override readonly name = 'ArchiveNewer';
  readonly code = newerCode;

  constructor() {
    super('the archive was written by a newer Sidetone');
  }
}

/** This Sidetone could not bring the archive to its version: the archive is as it was before. */
export class ArchiveNotUpdated extends Error {
  override readonly name = 'ArchiveNotUpdated';
  readonly code: string;

  constructor(cause: unknown) {
    super(`the archive could not be updated: ${String(cause)}`, { cause });
    // A full disk or a lock is what the user can do something about.
    this.code = messageFor(codeOf(cause)) === undefined ? notUpdatedCode : String(codeOf(cause));
  }
}

/** An error in the form in which it leaves a worker: plain data. */
export type ErrorData = {
  readonly name: string;
  readonly message: string;
  readonly code: string | undefined;
  readonly stack: string | undefined;
};

/** Turns anything thrown into plain data. */
export function toErrorData(thrown: unknown): ErrorData {
  if (!(thrown instanceof Error)) {
    return { name: 'Error', message: String(thrown), code: undefined, stack: undefined };
  }
  const { name, message, stack } = thrown;
  return { name, message, stack, code: codeOf(thrown) };
}

/**
 * The error to reject with: a FailureError for what a user's disk can do to us (locked, full,
 * damaged) or a newer Sidetone has done, a plain Error for what is our own mistake.
 */
export function toArchiveError(data: ErrorData): Error {
  const message = messageFor(data.code);
  const plain = Object.assign(new Error(data.message), { name: data.name, code: data.code });
  if (data.stack !== undefined) plain.stack = data.stack;
  if (message === undefined) return plain;
  const code = data.code ?? message;
  const kind = message === 'archive.newer' ? 'unsupported' : 'internal';
  return new FailureError(failure(kind, message, { code }), plain);
}

/** Whether SQLite says that the file itself is broken, or no database at all. */
export function saysDamaged(thrown: unknown): boolean {
  const code = codeOf(thrown) ?? '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

function messageFor(code: string | undefined): FailureMessage | undefined {
  if (code === undefined) return undefined;
  if (code === newerCode) return 'archive.newer';
  if (code === notUpdatedCode) return 'archive.not-updated';
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) return 'archive.locked';
  if (/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return 'archive.full';
  if (/^SQLITE_(?:CORRUPT|NOTADB|IOERR|CANTOPEN|READONLY|PERM)/.test(code)) return 'archive.failed';
  if (/^(?:EACCES|EPERM|EROFS|EIO|EISDIR|ENOTDIR|ENOENT|EEXIST)$/.test(code))
    return 'archive.failed';
  return undefined;
}

function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}

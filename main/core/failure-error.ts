import { failure, type Failure } from '../../shared/failure.ts';

/**
 * Carries a Failure through code that has no Result to put it in, such as a query of the archive.
 * The router answers the Failure as it is; nothing else should be thrown on purpose.
 */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(carried: Failure, cause?: unknown) {
    super(carried.message, { cause });
    this.name = 'FailureError';
    this.failure = carried;
  }
}

/** What to say of something that broke over the archive. */
export function toArchiveFailure(error: unknown): Failure {
  return error instanceof FailureError ? error.failure : failure('internal', 'archive.failed');
}

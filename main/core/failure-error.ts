import type { Failure } from '../../shared/failure.ts';

/**
 * Carries a Failure through code that has no Result to put it in, such as a query of the archive.
 * The router answers the Failure as it is; nothing else should be thrown on purpose.
 */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(failure.message, { cause });
    this.name = 'FailureError';
    this.failure = failure;
  }
}

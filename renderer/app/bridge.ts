import type { Bridge } from '../../shared/contract/bridge.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts';
import type { Failure } from '../../shared/failure.ts';
import { failure } from '../../shared/failure.ts';
import { fail, type Result } from '../../shared/result.ts';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

/** A Failure on its way through a query: TanStack Query tells failures from data by a throw. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(reason: Failure) {
    super(reason.code);
    this.name = 'FailureError';
    this.failure = reason;
  }
}

/** Asks main and answers its Result; a broken bridge becomes an `internal` Failure. */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> {
  try {
    return await window.bridge.call(name, input);
  } catch {
    return fail(failure('internal', 'internal'));
  }
}

/** As `call`, for queries: throws a FailureError. */
export async function ask<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const result = await call(name, input);
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}

/** The Failure inside anything a query may throw. */
export function failureOf(error: unknown): Failure {
  return error instanceof FailureError ? error.failure : failure('internal', 'internal');
}

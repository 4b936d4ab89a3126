import { z } from '@hono/zod-openapi';
import { assertNever, failure, type Failure } from '../../../shared/failure.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Result } from '../../../shared/result.ts';

/** Every status an error is answered with. */
export type ProblemStatus =
  400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 431 | 500 | 503;

/** The one shape of every error. */
export const problem = z
  .object({
    /** For a person: what happened and what to do, in the language of the app. */
    detail: z.string(),
    /** For a program; it never changes with the language. */
    code: z.string(),
    status: z.int(),
    /** The field of the request that it is about. */
    field: z.string().optional(),
    /** For 500: what to name when asking for help. */
    incident_id: z.string().optional(),
    /** For 409 to a call: the call that now waits for the user's answer. */
    session_id: z.string().optional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problem>;

/** Ends a request with an error; thrown by middleware and handlers, answered in one place. */
export class ApiError extends Error {
  readonly status: ProblemStatus;
  readonly failure: Failure;
  readonly more: Partial<Problem>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ProblemStatus,
    reason: Failure,
    {
      more = {},
      headers = {},
    }: { more?: Partial<Problem>; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(reason.message);
    this.name = 'ApiError';
    this.status = status;
    this.failure = reason;
    this.more = more;
    this.headers = headers;
  }
}

/** The value of a Result; a failure ends the request with the status that is its kind's. */
export function required<T>(result: Result<T>, more: Partial<Problem> = {}): T {
  if (result.ok) return result.value;
  throw toApiError(result.failure, more);
}

/** What a program is told of a Failure of the app. */
export function toApiError(reason: Failure, more: Partial<Problem> = {}): ApiError {
  const { retry } = reason;
  const status = statusOf(reason);
  const isLater = status === 429 || status === 503;
  const seconds = typeof retry === 'object' ? Math.max(1, Math.ceil(retry.afterMs / 1000)) : 60;
  const headers: Record<string, string> = isLater ? { 'Retry-After': String(seconds) } : {};
  return new ApiError(status, reason, { more, headers });
}

function statusOf({ kind, message }: Failure): ProblemStatus {
  // RingCentral lacks a permission: asking again with the same token changes nothing.
  if (message === 'permission.app-missing' || message === 'permission.user-missing') return 403;
  // Nothing can be read or written now; it is opened again by itself.
  if (message.startsWith('archive.')) return 503;
  switch (kind) {
    case 'auth':
    case 'offline':
      return 503;
    case 'rate-limited':
      return 429;
    case 'invalid':
    case 'rejected':
    case 'unsupported':
      return 422;
    case 'not-found':
      return 404;
    case 'conflict':
      return 409;
    case 'internal':
      return 500;
    default:
      return assertNever(kind);
  }
}

/** What a field of the app is called in a request. */
const fieldNames: Readonly<Record<string, string>> = {
  number: 'to_number',
  to: 'to_number',
  from: 'from_number',
  callerId: 'caller_id',
  text: 'message',
};

/** The body of an error. */
export function toProblem({ status, failure: reason, more }: ApiError): Problem {
  const { title, advice } = strings.failures(reason);
  return {
    detail: `${title}. ${advice}`,
    code: reason.message,
    status,
    ...(reason.field !== undefined && { field: fieldNames[reason.field] ?? reason.field }),
    ...(reason.incidentId !== undefined && { incident_id: reason.incidentId }),
    ...more,
  };
}

/** What could not be foreseen, under the id that the log has it by. */
export function brokenRequest(incidentId: string): ApiError {
  return new ApiError(500, failure('internal', 'internal', { incidentId }));
}

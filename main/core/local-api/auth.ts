import type { MiddlewareHandler } from 'hono';
import { failure } from '../../../shared/failure.ts';
import { ApiError } from './problems.ts';
import type { ApiEnv, AskingProgram } from './routes.ts';

/** What the door to the routes asks of the tokens. */
export type TokenDesk = {
  /** Whose token it is; undefined when it is nobody's (any more). */
  find(token: string): Promise<AskingProgram | undefined>;
  /** Counts a request: how long to wait, in milliseconds, when it is one too many. */
  admit(program: AskingProgram): number | undefined;
  /** Calls `end` once the token is revoked; answers what ends that. */
  onRevoked(programId: string, end: () => void): () => void;
};

/** Finds out who asks, and cuts off what is under way when their token is revoked. */
export function authenticate(desk: TokenDesk): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const token = readBearer(context.req.header('Authorization'));
    if (token === undefined) throw unauthorized('api.no-token', 'Bearer realm="Sidetone"');
    const program = await desk.find(token);
    if (program === undefined) {
      throw unauthorized('api.token-unknown', 'Bearer realm="Sidetone", error="invalid_token"');
    }
    const waitMs = desk.admit(program);
    if (waitMs !== undefined) throw tooMany(waitMs);
    context.set('program', program);
    const { outgoing } = context.env;
    // A stream lives longer than its handler: what counts is when the answer is out.
    outgoing.once(
      'close',
      desk.onRevoked(program.id, () => outgoing.destroy()),
    );
    await next();
  };
}

/** A request too many, with the time after which the next one is heard. */
export function tooMany(waitMs: number): ApiError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const reason = failure('rate-limited', 'api.too-many', { params: { seconds } });
  return new ApiError(429, reason, { headers: { 'Retry-After': String(seconds) } });
}

function readBearer(header: string | undefined): string | undefined {
  return /^Bearer +([\w.~+/-]{1,200}=*) *$/i.exec(header ?? '')?.[1];
}

function unauthorized(message: 'api.no-token' | 'api.token-unknown', challenge: string): ApiError {
  const headers = { 'WWW-Authenticate': challenge };
  return new ApiError(401, failure('auth', message), { headers });
}

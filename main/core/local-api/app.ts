import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { failure } from '../../../shared/failure.ts';
import { FailureError } from '../failure-error.ts';
import type { Log, Random } from '../ports.ts';
import { authenticate, type TokenDesk } from './auth.ts';
import { limitBody, refuseOddLengths } from './body.ts';
import { addDocument } from './document.ts';
import { door } from './door.ts';
import { ApiError, brokenRequest, toApiError, toProblem } from './problems.ts';
import type { ApiEnv, ApiRoutes } from './routes.ts';

const bodiless = new Set(['GET', 'HEAD', 'OPTIONS']);

export type ApiAppDeps = {
  readonly log: Log;
  readonly random: Random;
  readonly desk: TokenDesk;
  /** Of web pages that may ask. */
  readonly origins: () => readonly string[];
  readonly routes: readonly ApiRoutes[];
  readonly version: string;
};

/** The API as a function from requests to answers: the door, then who asks, then the routes. */
export function createApiApp(deps: ApiAppDeps): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>();
  app.onError((error, context) => answerError(deps, error, context));
  app.notFound((context) => {
    const allowed = allowedMethods(app, context.req.path);
    if (allowed.length === 0) throw new ApiError(404, failure('not-found', 'api.unknown-path'));
    const headers = { Allow: allowed.join(', ') };
    throw new ApiError(405, failure('invalid', 'api.method-refused'), { headers });
  });
  app.use(door(deps.origins));
  app.use('/api/*', authenticate(deps.desk));
  app.use(limitBody, async (context, next) => {
    if (!bodiless.has(context.req.method)) requireJson(context);
    await next();
  });
  app.use('/api/*', refuseOddLengths);
  for (const routes of deps.routes) app.route('/api/v1', routes);
  addDocument(app, deps.version);
  return app;
}

/** The only place where errors become answers. */
function answerError(
  { log, random }: Pick<ApiAppDeps, 'log' | 'random'>,
  error: unknown,
  context: Context<ApiEnv>,
): Response {
  const known = toKnown(error);
  if (known !== undefined) {
    for (const [name, value] of Object.entries(known.headers)) context.header(name, value);
    return context.json(toProblem(known), known.status);
  }
  const incidentId = random.uuid().slice(0, 8);
  log.error('a request of a program broke', error, { incidentId });
  return context.json(toProblem(brokenRequest(incidentId)), 500);
}

function toKnown(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (error instanceof FailureError) return toApiError(error.failure);
  // Of the validators: a body that is no JSON at all.
  if (error instanceof HTTPException && error.status === 400) {
    return new ApiError(400, failure('invalid', 'api.malformed'));
  }
  return undefined;
}

/** JSON is what a form of another site cannot send without asking first. */
function requireJson(context: Context<ApiEnv>): void {
  const type = context.req.header('Content-Type');
  const hasBody =
    context.req.header('Transfer-Encoding') !== undefined ||
    (context.req.header('Content-Length') ?? '0') !== '0';
  if (type === undefined && !hasBody) return;
  if (/^application\/json *(?:;|$)/i.test(type ?? '')) return;
  throw new ApiError(415, failure('invalid', 'api.not-json'));
}

function allowedMethods(app: OpenAPIHono<ApiEnv>, path: string): readonly string[] {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  return methods.filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
}

import type { Context, MiddlewareHandler } from 'hono';
import { failure } from '../../../shared/failure.ts';
import { ApiError } from './problems.ts';
import type { ApiEnv } from './routes.ts';

/** What a page of a listed origin may send and see. */
const methods = 'GET, POST, PUT, PATCH, DELETE';
const requestHeaders = 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID';
const shownHeaders = 'Retry-After';
/** How long a browser remembers what it was told, in seconds: a token may be revoked any time. */
const preflightSeconds = 600;

/** Nothing of ours is kept by a cache, guessed at, framed or taken in by another site. */
const everyAnswer = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/**
 * Lets in programs of this computer, and browsers from the origins the user has listed. A page
 * whose own name leads here (DNS rebinding) is told by the name it sends as the host.
 */
export function door(origins: () => readonly string[]): MiddlewareHandler<ApiEnv> {
  return async (context, next): Promise<Response | void> => {
    for (const [name, value] of Object.entries(everyAnswer)) context.header(name, value);
    checkHost(context);
    const origin = context.req.header('Origin');
    if (origin === undefined) checkSite(context);
    else letIn(context, origin, origins());
    if (origin !== undefined && context.req.method === 'OPTIONS') return preflight(context);
    return next();
  };
}

function checkHost(context: Context<ApiEnv>): void {
  const { localPort } = context.env.incoming.socket;
  const { host } = context.env.incoming.headers;
  if (host === `127.0.0.1:${localPort}` || host === `localhost:${localPort}`) return;
  throw new ApiError(403, failure('invalid', 'api.host-refused'));
}

/** A browser says where a request without an origin comes from: an image, a form, a link. */
function checkSite(context: Context<ApiEnv>): void {
  const site = context.req.header('Sec-Fetch-Site');
  if (site === undefined || site === 'none' || site === 'same-origin') return;
  // A link that leads to the page about the API.
  const isLink = context.req.header('Sec-Fetch-Mode') === 'navigate';
  if (isLink && context.req.method === 'GET' && !context.req.path.startsWith('/api/')) return;
  throw new ApiError(403, failure('invalid', 'api.site-refused'));
}

function letIn(context: Context<ApiEnv>, origin: string, origins: readonly string[]): void {
  context.header('Vary', 'Origin');
  if (!origins.includes(origin)) {
    const params = { origin: origin.slice(0, 200) };
    throw new ApiError(403, failure('invalid', 'api.origin-refused', { params }));
  }
  context.header('Access-Control-Allow-Origin', origin);
  context.header('Access-Control-Expose-Headers', shownHeaders);
  context.header('Cross-Origin-Resource-Policy', 'cross-origin');
}

function preflight(context: Context<ApiEnv>): Response {
  context.header('Access-Control-Allow-Methods', methods);
  context.header('Access-Control-Allow-Headers', requestHeaders);
  context.header('Access-Control-Max-Age', String(preflightSeconds));
  // A browser asks so before a page from outside may speak to this computer.
  if (context.req.header('Access-Control-Request-Private-Network') === 'true') {
    context.header('Access-Control-Allow-Private-Network', 'true');
  }
  return context.body(null, 204);
}

import type { Group } from '../rate-limits.ts';
import type { OAuthSession } from '../state/types.ts';
import type { World } from '../world.ts';
import type { Answer, Incoming } from './message.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Call = {
  readonly request: Incoming;
  readonly params: Readonly<Record<string, string>>;
  readonly session: OAuthSession;
};

export type Handler = (world: World, call: Call) => Answer | Promise<Answer>;

/**
 * An endpoint that needs a token: who may call it and which bucket it counts in (RingCentral's
 * guide to rate limits).
 */
export type Route = {
  readonly method: Method;
  /** Segments that start with a colon are parameters. */
  readonly path: string;
  readonly group: Group;
  /** App permission, else 403 CMN-401. */
  readonly app?: string;
  /** User permission, else 403 CMN-408. */
  readonly user?: string;
  /** Whether colleagues' extensions can be named, several at once; else only the user's own. */
  readonly othersToo?: boolean;
  readonly handle: Handler;
};

/** An endpoint without a token. It counts itself where it has a bucket. */
export type OpenRoute = {
  readonly method: Method;
  readonly path: string;
  readonly answer: (world: World, request: Incoming) => Answer;
};

export type Match<R> =
  | { readonly kind: 'found'; readonly route: R; readonly params: Record<string, string> }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' };

export function findRoute<R extends { readonly method: Method; readonly path: string }>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> {
  const allowed: string[] = [];
  for (const route of routes) {
    const params = paramsOf(route.path, path);
    if (!params) continue;
    if (route.method === method) return { kind: 'found', route, params };
    allowed.push(route.method);
  }
  return allowed.length > 0 ? { kind: 'wrong-method', allowed } : { kind: 'none' };
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = decode(value);
    else if (segment !== value) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

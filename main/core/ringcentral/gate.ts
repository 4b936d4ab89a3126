import type { Clock, Fetch, Log } from '../ports.ts';
import { readErrorBody } from './error-body.ts';
import { isOwnHost } from './hosts.ts';
import type { Lane } from './outcome.ts';
import { routeOf } from './rate-groups.ts';
import type { Reachability } from './reachability.ts';
import type { Pass, Scheduler } from './scheduler.ts';
import type { ServerClock } from './server-clock.ts';
import { isNeverWritten, TokenRefused, WireError } from './wire-errors.ts';

/** What a request carries through the SDK for the gate to know. */
export type RequestTag = {
  readonly lane: Lane;
  readonly timeoutMs: number;
  /** Aborted while the request still waits: it does not leave. It cuts nothing off. */
  readonly givenUp?: AbortSignal | undefined;
  /** The body is handed on as it comes; the time-out is then for each stretch of silence. */
  readonly isStreamed?: boolean | undefined;
};

/** The SDK's own requests (sign-in, refresh, revoke) carry no tag; a call may be waiting for them. */
const untagged: RequestTag = { lane: 'call', timeoutMs: 20_000 };

/** The `Request` the SDK builds with: its options arrive here, so the tag does too. */
export class TaggedRequest extends Request {
  readonly tag: RequestTag;

  constructor(input: string | URL | Request, init?: RequestInit & { readonly tag?: RequestTag }) {
    super(input, init);
    this.tag = init?.tag ?? untagged;
  }
}

/** What begins, goes on with or ends a session: the SDK's own requests, which outlive the account. */
const sessionRoutes: ReadonlySet<string> = new Set([
  'POST /restapi/oauth/token',
  'POST /restapi/oauth/revoke',
]);

export type GateTools = {
  readonly clock: Clock;
  readonly fetch: Fetch;
  readonly log: Log;
  readonly scheduler: Scheduler;
  readonly reachability: Reachability;
  readonly serverClock: ServerClock;
  readonly serverUrl: string;
  /** Aborted when the account is left: what still waits with its token does not leave. */
  readonly leaving: AbortSignal;
  /** Cuts off what is still out when the app stops; nobody knows then what became of it. */
  readonly stopping: AbortSignal;
};

/**
 * The one way out: the `fetch` that the SDK is given. It waits for the scheduler, keeps the bearer
 * token on the account's own hosts, sets a time-out over headers and body, and tells what was
 * written from what was not. Rejects with NotAdmitted, WireError or TokenRefused.
 */
export function createGate(tools: GateTools): (request: Request) => Promise<Response> {
  return async (request) => {
    const tag = request instanceof TaggedRequest ? request.tag : untagged;
    const { lane, givenUp } = tag;
    const url = new URL(request.url);
    if (!isOwnHost(url, tools.serverUrl)) {
      tools.log.warn('kept a request from leaving for a foreign host', { host: url.hostname });
      throw new WireError(false, 'not-ringcentral');
    }
    const route = routeOf(request.method, url.pathname);
    const isOfSession = sessionRoutes.has(route);
    const signal = anyOf(givenUp, isOfSession ? undefined : tools.leaving);
    const pass = await tools.scheduler.admit({ route, lane, signal });
    const answer = await carry(request, pass, tag, tools);
    if (!answer.ok) logRefusal(tools.log, route, answer);
    if (isOfSession && !answer.ok) throw new TokenRefused(answer, await answer.text());
    return answer;
  };
}

async function carry(
  request: Request,
  pass: Pass,
  { timeoutMs, isStreamed = false }: RequestTag,
  tools: GateTools,
): Promise<Response> {
  const timeout = new AbortController();
  const cancelTimeout = tools.clock.schedule(timeoutMs, () => timeout.abort());
  const signal = AbortSignal.any([request.signal, timeout.signal, tools.stopping]);
  const sentAt = tools.clock.now();
  let headersCame = false;
  try {
    // A redirect would carry the request to a host that nobody has checked.
    const answer = await tools.fetch(request, { signal, redirect: 'manual' });
    headersCame = true;
    pass.answered(answer.status, answer.headers);
    tools.serverClock.hear(answer.headers, sentAt);
    const isHandedOn = isStreamed && answer.ok;
    const heard = isHandedOn ? answer : await readWhole(answer);
    await judge(heard, tools);
    if (!isHandedOn) return heard;
    return withPatience(heard, { clock: tools.clock, timeoutMs, give: () => timeout.abort() });
  } catch (error) {
    if (error instanceof WireError) throw error;
    const trouble = toWireError(error, timeout.signal, tools.stopping);
    if (!headersCame && trouble.written) pass.lost();
    if (!headersCame && !trouble.written) pass.unused();
    if (trouble.reason !== 'stopped' && !tools.leaving.aborted) tools.reachability.lost('network');
    throw trouble;
  } finally {
    cancelTimeout();
  }
}

/** Cuts a body off that falls silent; a reader who takes their time is waited for. */
function withPatience(
  answer: Response,
  {
    clock,
    timeoutMs,
    give,
  }: { readonly clock: Clock; readonly timeoutMs: number; readonly give: () => void },
): Response {
  const { status, statusText, headers } = answer;
  const reader = answer.body?.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const cancel = clock.schedule(timeoutMs, give);
        try {
          const part = await reader?.read();
          if (part === undefined || part.done) controller.close();
          else controller.enqueue(part.value);
        } finally {
          cancel();
        }
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status, statusText, headers });
}

/** Reads the body inside the time-out. Of a refusal the status is enough. */
async function readWhole(answer: Response): Promise<Response> {
  const { status, statusText, headers } = answer;
  let body: ArrayBuffer;
  try {
    body = await answer.arrayBuffer();
  } catch (error) {
    if (answer.ok) throw error;
    body = new ArrayBuffer(0);
  }
  return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
}

/** Learns from an answer whether RingCentral is there at all; throws when something else answered. */
async function judge(answer: Response, { leaving, reachability }: GateTools): Promise<void> {
  const isForeigner = isForeign(answer);
  const outage = isForeigner ? 'network' : await outageOf(answer);
  // Who has left the account is not told of its server any more, nor does anybody look for it.
  if (outage && !leaving.aborted) reachability.lost(outage);
  if (!outage && !leaving.aborted) reachability.reached();
  // A portal's redirect or refusal was certainly not RingCentral's doing; a page with status 200
  // may hide that the request went through, and so may 408, which a proxy says when it gives up.
  if (isForeigner) throw new WireError(answer.ok || answer.status === 408, 'not-ringcentral');
}

/**
 * Whether all of RingCentral is down, and why; `MSG-290` is one text's trouble (RingCentral's API
 * reference and its guide to errors).
 */
async function outageOf(answer: Response): Promise<'server' | 'maintenance' | undefined> {
  if (answer.status === 502 || answer.status === 504) return 'server';
  if (answer.status !== 503) return undefined;
  const { codes } = readErrorBody(await answer.clone().text());
  if (codes.includes('CMN-211')) return 'maintenance';
  return codes.includes('MSG-290') ? undefined : 'server';
}

/** Every answer of RingCentral's carries `RCRequestId`; a portal's or proxy's page does not. */
function isForeign(answer: Response): boolean {
  if (answer.headers.has('rcrequestid') || answer.status >= 500) return false;
  const isPage = /^text\/html\b/i.test(answer.headers.get('content-type') ?? '');
  return isPage || (answer.status >= 300 && answer.status < 400);
}

function toWireError(error: unknown, timeout: AbortSignal, stopping: AbortSignal): WireError {
  if (timeout.aborted) return new WireError(true, 'timeout', error);
  if (stopping.aborted) return new WireError(true, 'stopped', error);
  return new WireError(!isNeverWritten(error), 'network', error);
}

function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}

function logRefusal(log: Log, route: string, answer: Response): void {
  log.warn('RingCentral refused a request', {
    route,
    status: answer.status,
    requestId: answer.headers.get('rcrequestid') ?? undefined,
  });
}

import { failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Clock, Log } from '../ports.ts';
import { NotAuthorised, type Auth } from './auth.ts';
import { readErrorBody } from './error-body.ts';
import { toFailure, type Area } from './errors.ts';
import type { RequestTag } from './gate.ts';
import type { Lane, Outcome } from './outcome.ts';
import { routeOf } from './rate-groups.ts';
import { NotAdmitted } from './scheduler.ts';
import { asCallFailure, toUnsentFailure } from './unsent.ts';
import { bare, WireError } from './wire-errors.ts';

const defaultTimeoutMs = 30_000;

/** An endpoint that said 401 to a new token too is believed so long: each refresh costs a slot of Auth. */
const futileMs = 5 * 60_000;

type QueryValue = string | number | boolean | readonly string[] | undefined;

/** One request of the API, and how its answer becomes a value. */
export type ApiRequest<T> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the server's address, or the address of media that a record has named. */
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** An object is sent as JSON, a text or bytes as they are. */
  readonly body?: Readonly<Record<string, unknown>> | string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly lane: Lane;
  readonly area: Area;
  readonly timeoutMs?: number;
  /** Aborted, it keeps the request from leaving while it has not left. */
  readonly givenUp?: AbortSignal | undefined;
  /** Throws when the answer is not what it should be. */
  readonly parse: (answer: unknown) => T;
};

export type Requester = <T>(request: ApiRequest<T>) => Promise<Outcome<T>>;

/** Like `Requester`, for a body that is read as it comes. */
export type StreamRequester = (
  request: Omit<ApiRequest<Response>, 'parse'>,
) => Promise<Outcome<Response>>;

/** What is asked, without what is made of the answer. */
type Question = Omit<ApiRequest<unknown>, 'parse'> & { readonly isStreamed?: boolean };

/** How one attempt ended, before it is known whether the token was to blame. */
type Attempt = { readonly response: Response; readonly token: string | undefined };

type Answer = { readonly status: number; readonly headers: Headers; readonly body: string };

type End = Exclude<Outcome<never>, { kind: 'ok' }>;

/** Sends through the SDK and sorts every end into one of the four outcomes; it never throws for one. */
export function createRequester(
  getAuth: () => Auth | undefined,
  tools: { readonly clock: Clock; readonly log: Log },
): { readonly send: Requester; readonly stream: StreamRequester } {
  const { clock } = tools;
  /**
   * Since when an endpoint says 401 whatever the token (`OAU-151`, RingCentral's API reference).
   */
  const futile = new Map<string, EpochMs>();

  const isFutile = (route: string): boolean => {
    const sinceMs = clock.now() - (futile.get(route) ?? -futileMs);
    return sinceMs >= 0 && sinceMs < futileMs;
  };

  const exchange = async (question: Question): Promise<Response | End> => {
    const route = routeOf(question.method, pathOf(question));
    const auth = getAuth();
    if (!auth) return { kind: 'not-sent', failure: failure('auth', 'session.signed-out') };
    try {
      await auth.ensureToken(question.lane);
      let attempt = await send(auth, question);
      if (attempt.response.status === 401 && !isFutile(route)) {
        await auth.replaceToken(attempt.token, question.lane);
        attempt = await send(auth, question);
        if (attempt.response.status === 401) futile.set(route, clock.now());
      }
      if (attempt.response.status !== 401) futile.delete(route);
      return attempt.response;
    } catch (error) {
      return asRequested(question.area, toUnanswered(error, auth));
    }
  };

  return {
    async send(request) {
      const { parse: _parse, ...question } = request;
      const end = await exchange(question);
      return end instanceof Response ? toOutcome(request, await toAnswer(end), tools) : end;
    },
    async stream(question) {
      const end = await exchange({ ...question, isStreamed: true });
      if (!(end instanceof Response)) return end;
      if (end.ok) return { kind: 'ok', value: end };
      return toRefusal(question, await toAnswer(end), clock);
    },
  };
}

async function send(auth: Auth, question: Question): Promise<Attempt> {
  const { method, path, query, body, headers, lane, timeoutMs = defaultTimeoutMs } = question;
  const { givenUp, isStreamed } = question;
  const tag: RequestTag = { lane, timeoutMs, givenUp, isStreamed };
  // `retry` says that this is the repeat already: the SDK's own handling of a 401 would drop a
  // token that another request has just renewed. `body` is left out, as null would become text.
  const options = {
    method,
    url: path,
    retry: true,
    tag,
    ...(query && { query: withoutGaps(query) }),
    ...(body !== undefined && { body }),
    ...(headers && { headers: { ...headers } }),
  };
  try {
    return { response: await auth.platform.send(options), token: undefined };
  } catch (error) {
    if (!isApiError(error)) throw error;
    const header = error.request?.headers.get('authorization');
    return { response: error.response, token: header?.split(' ')[1] };
  }
}

/** A record may name its media by a whole address. */
function pathOf({ path }: Question): string {
  return URL.parse(path)?.pathname ?? path;
}

async function toAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response;
  return { status, headers, body: await response.text() };
}

/** The SDK throws an Error that carries the response; its text is not for deciding on. */
function isApiError(
  error: unknown,
): error is Error & { readonly response: Response; readonly request?: Request } {
  return error instanceof Error && 'response' in error && error.response instanceof Response;
}

function toOutcome<T>(
  request: ApiRequest<T>,
  answer: Answer,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Outcome<T> {
  const { status, body } = answer;
  if (status < 200 || status >= 300) return toRefusal(request, answer, clock);
  try {
    return { kind: 'ok', value: request.parse(body === '' ? undefined : JSON.parse(body)) };
  } catch (error) {
    log.warn('an answer could not be read', { path: request.path, reason: bare(error).name });
    return { kind: 'unknown', failure: failure('offline', 'server.error') };
  }
}

function toRefusal({ method, area }: Question, answer: Answer, clock: Clock): End {
  const reason = toFailure(area, { ...answer, at: clock.now() });
  const end = isCertainRefusal(method, answer)
    ? ({ kind: 'refused', status: answer.status, failure: reason } as const)
    : ({ kind: 'unknown', failure: reason } as const);
  return asRequested(area, end);
}

/** Whether the server certainly did nothing: see Outcome. */
function isCertainRefusal(method: string, { status, body }: Answer): boolean {
  const { codes } = readErrorBody(body);
  // "Duplicate concurrent request": the first of the two may well go through (RingCentral's guide
  // to rate limits).
  if (status === 429) return !(method === 'POST' && codes.includes('CMN-304'));
  if (status === 503) return codes.includes('MSG-290') || codes.includes('CMN-211');
  return status < 500 && status !== 408;
}

function toUnanswered(error: unknown, { hasLeft }: Auth): End {
  if (error instanceof NotAuthorised) return { kind: 'not-sent', failure: error.failure };
  if (error instanceof NotAdmitted && hasLeft)
    return { kind: 'not-sent', failure: failure('auth', 'session.signed-out') };
  if (error instanceof NotAdmitted) return { kind: 'not-sent', failure: toUnsentFailure(error) };
  if (!(error instanceof WireError)) throw bare(error);
  return { kind: error.written ? 'unknown' : 'not-sent', failure: toUnsentFailure(error) };
}

function asRequested(area: Area, end: End): End {
  return area === 'call' ? { ...end, failure: asCallFailure(end.failure) } : end;
}

/** The SDK would write `name=` for a value that is undefined. */
function withoutGaps(query: Readonly<Record<string, QueryValue>>): Record<string, QueryValue> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

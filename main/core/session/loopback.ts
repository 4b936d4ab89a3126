import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { failure } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { sendPage, type Page } from './pages.ts';

/** Only this computer can reach it. */
const address = '127.0.0.1';
const callbackPath = '/callback';
/** A browser sends its few lines at once; whoever does not is no browser. */
const requestTimeoutMs = 10_000;
const mostConnections = 32;

/** The browser has come back: what RingCentral gave it, and the way to end its page. */
export type Redirect = {
  readonly query: URLSearchParams;
  /** Shows the page the browser has been waiting for; resolves when it is out. */
  answer(page: Page): Promise<void>;
};

export type Loopback = {
  /** Resolves with the first redirect that `isOurs` takes. */
  readonly redirect: Promise<Redirect>;
  /** Frees the port; pages that are on their way still arrive. */
  close(): void;
};

/** The address that RingCentral compares letter by letter with the one registered for the app. */
export function redirectUriOf(port: number): string {
  return `http://localhost:${port}${callbackPath}`;
}

/**
 * Waits on this computer for the browser to come back from RingCentral. Whatever else asks is told
 * that it does not belong here, and changes nothing. Fails with `session.port-taken`.
 */
export async function openLoopback(
  port: number,
  isOurs: (state: string) => boolean,
): Promise<Result<Loopback>> {
  const { promise: redirect, resolve: arrive } = Promise.withResolvers<Redirect>();
  const server = createServer((request, response) => {
    const query = readCallback(request, response, port);
    if (!query) return;
    if (isOurs(query.get('state') ?? ''))
      arrive({ query, answer: (page) => sendPage(response, page) });
    else void sendPage(response, { kind: 'foreign' });
  });
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = requestTimeoutMs;
  server.maxConnections = mostConnections;
  const trouble = await listen(server, port);
  if (trouble !== undefined) {
    return fail(
      failure('conflict', 'session.port-taken', {
        code: trouble,
        field: 'signInPort',
        params: { port },
      }),
    );
  }
  return ok({
    redirect,
    close() {
      server.close();
      server.closeIdleConnections();
    },
  });
}

/** The query of a redirect; anything else is answered here. */
function readCallback(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
): URLSearchParams | undefined {
  // A page elsewhere may have its own name lead here; the browser then sends that name.
  const hosts = [`localhost:${port}`, `${address}:${port}`];
  if (!hosts.includes(request.headers.host ?? '')) return refuse(response, 421);
  if (request.method !== 'GET') return refuse(response, 405, { Allow: 'GET' });
  const url = URL.parse(request.url ?? '', `http://${address}:${port}`);
  if (url?.pathname === callbackPath) return url.searchParams;
  if (url?.pathname === '/favicon.ico') return refuse(response, 404);
  void sendPage(response, { kind: 'not-found' });
  return undefined;
}

function refuse(response: ServerResponse, status: number, headers = {}): undefined {
  response.writeHead(status, { ...headers, 'Cache-Control': 'no-store', Connection: 'close' });
  response.end();
}

/** Answers the system's code of what is in the way, if something is. */
function listen(server: Server, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    // It stays: an error after the port was had must not go unheard, and ends nothing.
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ host: address, port, exclusive: true }, () => resolve(undefined));
  });
}

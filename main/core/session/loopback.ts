import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { failure } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { sendPage, type Page } from './pages.ts';

/** Both mean `localhost`, and only this computer can reach them; browsers try the newer one first. */
const addresses = ['127.0.0.1', '::1'] as const;
/** There is no such address on this computer. */
const absent: ReadonlySet<string> = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);
const callbackPath = '/callback';
/** A browser sends its few lines at once; whoever does not is no browser. */
const requestTimeoutMs = 10_000;
/** At each address; the oldest that has nothing to wait for makes room. */
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
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const query = readCallback(request, response, port);
    if (!query) return;
    if (isOurs(query.get('state') ?? ''))
      arrive({ query, answer: (page) => sendPage(response, page) });
    else void sendPage(response, { kind: 'foreign' });
  };
  const doors: Door[] = [];
  const close = (): void => doors.forEach((door) => door.close());
  for (const address of addresses) {
    const door = createDoor(answer);
    const trouble = await listen(door.server, address, port);
    if (trouble === undefined) doors.push(door);
    else if (doors.length === 0 || !absent.has(trouble)) {
      close();
      return fail(
        failure('conflict', 'session.port-taken', {
          code: trouble,
          field: 'signInPort',
          params: { port },
        }),
      );
    }
  }
  return ok({ redirect, close });
}

type Door = { readonly server: Server; close(): void };

/** A server that nobody can keep from the browser by holding on to it, nor keep open. */
function createDoor(answer: (request: IncomingMessage, response: ServerResponse) => void): Door {
  /** In the order in which they came. */
  const connected = new Set<Socket>();
  /** They wait for a page. */
  const waiting = new Set<Socket>();
  const server = createServer((request, response) => {
    const { socket } = request;
    waiting.add(socket);
    response.once('close', () => waiting.delete(socket));
    answer(request, response);
  });
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = requestTimeoutMs;
  server.on('connection', (socket) => {
    connected.add(socket);
    socket.once('close', () => connected.delete(socket));
    if (connected.size <= mostConnections) return;
    const idle = [...connected].find((each) => !waiting.has(each));
    (idle ?? socket).destroy();
  });
  return {
    server,
    close() {
      server.close();
      for (const socket of connected) if (!waiting.has(socket)) socket.destroy();
    },
  };
}

/** The query of a redirect; anything else is answered here. */
function readCallback(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
): URLSearchParams | undefined {
  // A page elsewhere may have its own name lead here; the browser then sends that name.
  const hosts = ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`);
  if (!hosts.includes(request.headers.host ?? '')) return refuse(response, 421);
  if (request.method !== 'GET') return refuse(response, 405, { Allow: 'GET' });
  const url = URL.parse(request.url ?? '', redirectUriOf(port));
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
function listen(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    // It stays: an error after the port was had must not go unheard, and ends nothing.
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ host, port, exclusive: true }, () => resolve(undefined));
  });
}

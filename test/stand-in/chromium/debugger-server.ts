import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Browser } from './browser.ts';
import type { Connection, Event } from './connection.ts';
import { fromAliasesIn, toAlias } from './url-alias.ts';

type Command = {
  readonly id: number;
  readonly method: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly sessionId?: string;
};

/**
 * The debugging port other programs (Playwright) attach to, in front of Chromium's pipe. It lets
 * them see what they would see of Electron: pages under their own addresses, and only once they show
 * a document. Chromium itself listens nowhere.
 */
export async function startDebuggerServer(browser: Browser, port: number): Promise<string> {
  const path = `/devtools/browser/${randomUUID()}`;
  const server = createServer((_request, response) => response.writeHead(404).end());
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // The app, not whoever watches it, keeps the process alive.
  server.unref();
  acceptClients(server, path, browser);
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}

function acceptClients(server: Server, path: string, browser: Browser): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 * 1024 });
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    // The path is a secret; a web page, which names its origin, has no business here anyway.
    if (request.url !== path || request.headers.origin !== undefined) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => void serve(client, browser));
  });
}

async function serve(client: WebSocket, browser: Browser): Promise<void> {
  const { connection } = browser;
  const relay = connection.browser
    .send('Target.attachToBrowserTarget')
    .then(({ sessionId }) => new Relay(client, browser, sessionId));
  client.on('message', (data: Buffer) => {
    // Each waits for the same promise, so they stay in order.
    void relay.then((it) => it.receive(data.toString('utf8')));
  });
  client.on('error', () => client.terminate());
  client.on('close', () => void relay.then((it) => it.close()));
  await relay.catch(() => client.terminate());
}

/** One client: its commands go to a browser session of its own, whose events come back to it. */
class Relay {
  readonly #client: WebSocket;
  readonly #browser: Browser;
  readonly #connection: Connection;
  readonly #root: string;
  /** Sessions of pages the client has been told of. */
  readonly #told = new Set<string>();

  constructor(client: WebSocket, browser: Browser, root: string) {
    this.#client = client;
    this.#browser = browser;
    this.#connection = browser.connection;
    this.#root = root;
    this.#connection.lend(root, (event) => this.#onEvent(event));
  }

  receive(text: string): void {
    const { id, method, params, sessionId } = JSON.parse(text) as Command;
    const target = sessionId ?? this.#root;
    const adapted = adaptParams(method, params, sessionId === undefined);
    this.#connection.request(method, adapted, target, (reply) =>
      this.#tell({ id, sessionId, ...reply }),
    );
  }

  close(): void {
    this.#connection.browser.post('Target.detachFromTarget', { sessionId: this.#root });
  }

  #onEvent(event: Event): void {
    if (event.sessionId !== this.#root) {
      this.#tell(event);
      return;
    }
    const { method, params } = event;
    const page = params as { sessionId: string; targetInfo?: { targetId: string } };
    if (method === 'Target.attachedToTarget') {
      void this.#browser.whenPresentable(page.targetInfo?.targetId ?? '').then(() => {
        this.#told.add(page.sessionId);
        this.#tell({ method, params });
      });
    } else if (method !== 'Target.detachedFromTarget' || this.#told.delete(page.sessionId)) {
      this.#tell({ method, params });
    }
  }

  #tell(message: object): void {
    this.#client.send(fromAliasesIn(JSON.stringify(message)));
  }
}

/**
 * Commands that would not mean here what they mean to Electron: addresses are Chromium's, and pages
 * do not wait for the client, because they are handed to it only when they have loaded something.
 */
function adaptParams(method: string, params: Command['params'], isRoot: boolean): unknown {
  if (method === 'Page.navigate') return { ...params, url: toAlias(String(params?.['url'])) };
  if (method !== 'Target.setAutoAttach' || !isRoot) return params;
  return { ...params, waitForDebuggerOnStart: false, filter: [{ type: 'page' }] };
}

import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from './protocol.ts';

type Commands = Protocol.CommandParameters;
type Results = Protocol.CommandReturnValues;
type Events = Protocol.Events;
type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };
type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
};

/** An event of a session this process has lent to another program. */
export type Event = {
  readonly method: string;
  readonly params: unknown;
  readonly sessionId: string | undefined;
};

/** Thrown by every command that was waiting, or is sent, after a target or Chromium went away. */
export class ConnectionClosed extends Error {
  constructor() {
    super('The connection to Chromium is closed');
  }
}

/** One DevTools session: the browser itself, a page, or a child of a page. */
export class Session {
  readonly id: string | undefined;
  readonly #connection: Connection;
  readonly #events = new EventEmitter({ captureRejections: false }).setMaxListeners(0);
  #closed = false;

  constructor(connection: Connection, id: string | undefined) {
    this.#connection = connection;
    this.id = id;
  }

  async send<M extends keyof Commands & keyof Results>(
    method: M,
    params?: Commands[M],
  ): Promise<Results[M]> {
    if (this.#closed) throw new ConnectionClosed();
    return (await this.#connection.request(method, params, this.id)) as Results[M];
  }

  /** Sends a command whose failure means only that its target is gone. */
  post<M extends keyof Commands & keyof Results>(method: M, params?: Commands[M]): void {
    this.send(method, params).catch(() => undefined);
  }

  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): void {
    this.#events.on(event, listener);
  }

  dispatch(method: string, params: unknown): void {
    this.#events.emit(method, params);
  }

  close(): void {
    this.#closed = true;
    this.#events.removeAllListeners();
  }
}

/** Chromium's DevTools pipe: JSON messages that end in a zero byte, sessions told apart by id. */
export class Connection {
  readonly browser: Session;
  readonly #output: Writable;
  readonly #sessions = new Map<string, Session>();
  readonly #lent = new Map<string, (event: Event) => void>();
  readonly #waiting = new Map<number, Waiting & { readonly sessionId: string | undefined }>();
  #lastId = 0;
  #closed = false;
  #pieces: Buffer[] = [];

  constructor(input: Readable, output: Writable) {
    this.#output = output;
    this.browser = new Session(this, undefined);
    input.on('data', (chunk: Buffer) => this.#receive(chunk));
    input.on('close', () => this.#close());
    output.on('error', () => this.#close());
  }

  request(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    if (this.#closed) return Promise.reject(new ConnectionClosed());
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, sessionId });
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...this.#pieces, chunk.subarray(start, end)]).toString('utf8');
      this.#pieces = [];
      start = end + 1;
      this.#handle(JSON.parse(text) as Message);
    }
    if (start < chunk.length) this.#pieces.push(chunk.subarray(start));
  }

  #handle(message: Message): void {
    if (message.id !== undefined) this.#settle(message.id, message);
    else if (message.method !== undefined) this.#event(message, message.method);
  }

  #settle(id: number, message: Message): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result);
  }

  #event({ params, sessionId }: Message, method: string): void {
    const borrower = this.#lent.get(sessionId ?? '');
    if (method === 'Target.attachedToTarget') {
      const child = (params as Events['Target.attachedToTarget']).sessionId;
      if (borrower) this.#lent.set(child, borrower);
      else this.#sessions.set(child, new Session(this, child));
    }
    if (borrower) borrower({ method, params, sessionId });
    else this.#sessionOf(sessionId)?.dispatch(method, params);
    if (method === 'Target.detachedFromTarget') {
      this.#drop((params as Events['Target.detachedFromTarget']).sessionId);
    }
  }

  #sessionOf(id: string | undefined): Session | undefined {
    return id === undefined ? this.browser : this.#sessions.get(id);
  }

  /** Hands the events of a session, and of every session it opens, to another program. */
  lend(sessionId: string, borrower: (event: Event) => void): void {
    this.#sessions.delete(sessionId);
    this.#lent.set(sessionId, borrower);
  }

  /** The session that an attachedToTarget event announced. */
  session(id: string): Session {
    const session = this.#sessions.get(id);
    if (!session) throw new ConnectionClosed();
    return session;
  }

  #drop(sessionId: string): void {
    this.#sessions.get(sessionId)?.close();
    this.#sessions.delete(sessionId);
    this.#lent.delete(sessionId);
    for (const [id, waiting] of this.#waiting) {
      if (waiting.sessionId !== sessionId) continue;
      this.#waiting.delete(id);
      waiting.reject(new ConnectionClosed());
    }
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const waiting of this.#waiting.values()) waiting.reject(new ConnectionClosed());
    this.#waiting.clear();
  }
}

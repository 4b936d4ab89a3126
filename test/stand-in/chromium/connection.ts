import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from './protocol.ts';

type Commands = Protocol.CommandParameters;
type Results = Protocol.CommandReturnValues;
type Events = Protocol.Events;
type Waiting = {
  readonly settle: (reply: Reply) => void;
  readonly sessionId: string | undefined;
};
type Message = Reply & {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
};

/** What Chromium answers to a command. */
export type Reply = { readonly result?: unknown; readonly error?: { readonly message: string } };

/** An event of a session this process has lent to another program. */
export type Event = {
  readonly method: string;
  readonly params: unknown;
  readonly sessionId: string | undefined;
};

/** The answer to every command that was waiting, or is sent, when its target has gone away. */
const closed = { message: 'The connection to Chromium is closed' };

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
    if (this.#closed) throw new Error(closed.message);
    return await new Promise((resolve, reject) => {
      this.#connection.request(method, params, this.id, ({ error, result }) => {
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result as Results[M]);
      });
    });
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
  readonly #waiting = new Map<number, Waiting>();
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

  /**
   * Sends a command and calls `settle` while its reply is being read, so before any event that came
   * after it; a debugger outside relies on that order.
   */
  request(
    method: string,
    params: unknown,
    sessionId: string | undefined,
    settle: (reply: Reply) => void,
  ): void {
    if (this.#closed) {
      settle({ error: closed });
      return;
    }
    const id = ++this.#lastId;
    this.#waiting.set(id, { settle, sessionId });
    this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
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

  #settle(id: number, { result, error }: Message): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.settle(error ? { error } : { result });
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
    if (!session) throw new Error(closed.message);
    return session;
  }

  #drop(sessionId: string): void {
    this.#sessions.get(sessionId)?.close();
    this.#sessions.delete(sessionId);
    this.#lent.delete(sessionId);
    for (const [id, waiting] of this.#waiting) {
      if (waiting.sessionId !== sessionId) continue;
      this.#waiting.delete(id);
      waiting.settle({ error: closed });
    }
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const waiting of this.#waiting.values()) waiting.settle({ error: closed });
    this.#waiting.clear();
  }
}

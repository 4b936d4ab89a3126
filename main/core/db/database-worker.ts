import { Worker } from 'node:worker_threads';
import type { Clock, Log } from '../ports.ts';
import type { Priority } from './define-query.ts';
import { toArchiveError, toErrorData } from './errors.ts';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './worker-messages.ts';

/** How long a worker that could not be started stays down before a query tries again. */
const restartAfterMs = 5_000;
/**
 * How much a worker gathers before it clears up what is short-lived, in megabytes: what a query made
 * is of no use when it has answered, and room that V8 has once taken it seldom gives back.
 */
const youngMb = 12;

type Job = {
  readonly query: string;
  readonly input: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

type State =
  | { readonly kind: 'new' }
  | { readonly kind: 'starting'; readonly worker: Worker; readonly ready: Promise<void> }
  | { readonly kind: 'up'; readonly worker: Worker }
  | { readonly kind: 'down'; readonly error: Error; readonly since: number }
  | { readonly kind: 'closed' };

export type DatabaseWorkerOptions = {
  readonly url: URL;
  readonly role: WorkerSetup['role'];
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * One database worker and the queue before it. One query is out at a time, so that user work never
 * waits behind background work that came first. When the worker dies, the query it ran is rejected
 * (whether it was committed is not known), those still waiting go to its successor.
 */
export class DatabaseWorker {
  readonly #options: DatabaseWorkerOptions;
  readonly #waiting: Record<Priority, Job[]> = { user: [], background: [] };
  #state: State = { kind: 'new' };
  #running: { readonly id: number; readonly job: Job } | undefined;
  #lastId = 0;
  #isClosing = false;
  #onIdle: (() => void) | undefined;

  constructor(options: DatabaseWorkerOptions) {
    this.#options = options;
  }

  /** Resolves when queries can run; rejects with what is wrong with the file. */
  async start(): Promise<void> {
    if (this.#state.kind === 'starting') return this.#state.ready;
    if (this.#state.kind === 'new' || this.#state.kind === 'down') return this.#spawn();
    return undefined;
  }

  /** Queues a query; before the first start it waits for it. */
  run(query: string, input: unknown, priority: Priority): Promise<unknown> {
    if (this.#isClosing) return Promise.reject(new Error('the archive is closed'));
    if (this.#state.kind === 'down') {
      const { error, since } = this.#state;
      if (this.#options.clock.now() - since < restartAfterMs) return Promise.reject(error);
      // A failed start rejects the waiting queries, this one among them.
      this.#spawn().catch(() => undefined);
    }
    return new Promise((resolve, reject) => {
      this.#waiting[priority].push({ query, input, resolve, reject });
      this.#runNext();
    });
  }

  /** Runs what is waiting, then ends the worker. */
  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#state.kind === 'starting') await this.#state.ready.catch(() => undefined);
    if (this.#state.kind === 'up') {
      await new Promise<void>((resolve) => {
        this.#onIdle = resolve;
        this.#runNext();
      });
    }
    if (this.#state.kind === 'up') await endWorker(this.#state.worker);
    this.#state = { kind: 'closed' };
    this.rejectWaiting(new Error('the archive is closed'));
  }

  /** Ends the worker without waiting for what it runs: that is rejected, like all that waits. */
  async abandon(): Promise<void> {
    this.#isClosing = true;
    if (this.#state.kind === 'starting') await this.#state.ready.catch(() => undefined);
    const state = this.#state;
    this.#state = { kind: 'closed' };
    const closed = new Error('the archive is closed');
    this.#running?.job.reject(closed);
    this.#running = undefined;
    this.rejectWaiting(closed);
    if (state.kind === 'up') await endWorker(state.worker);
  }

  #spawn(): Promise<void> {
    const { url, role, file, clock } = this.#options;
    const workerData: WorkerSetup = { role, file, now: clock.now() };
    const resourceLimits = { maxYoungGenerationSizeMb: youngMb };
    const worker = new Worker(url, { workerData, name: `archive-${role}`, resourceLimits });
    const ready = new Promise<void>((resolve, reject) => {
      worker.on('message', (reply: WorkerReply) => {
        if (reply.id !== 0) this.#settle(reply);
        else if (reply.ok) resolve();
        else reject(toArchiveError(reply.error));
      });
      worker.on('error', (error) => {
        this.#options.log.error('a database worker broke', error, { role });
        reject(toArchiveError(toErrorData(error)));
      });
      worker.on('exit', () => reject(new Error('the database worker stopped')));
    }).then(
      () => this.#isUp(worker),
      (error: unknown) => this.#isDown(error),
    );
    this.#state = { kind: 'starting', worker, ready };
    worker.on('exit', () => this.#hasExited(worker));
    return ready;
  }

  #isUp(worker: Worker): void {
    this.#state = { kind: 'up', worker };
    this.#runNext();
  }

  #isDown(thrown: unknown): never {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    this.#state = { kind: 'down', error, since: this.#options.clock.now() };
    this.rejectWaiting(error);
    throw error;
  }

  #hasExited(worker: Worker): void {
    if (this.#state.kind !== 'up' || this.#state.worker !== worker) return;
    this.#state = { kind: 'new' };
    const running = this.#running;
    this.#running = undefined;
    running?.job.reject(new Error('the database worker stopped while this query ran'));
    if (this.#isClosing) this.#onIdle?.();
    else this.#spawn().catch(() => undefined);
  }

  #runNext(): void {
    if (this.#state.kind !== 'up' || this.#running !== undefined) return;
    const job = this.#waiting.user.shift() ?? this.#waiting.background.shift();
    if (job === undefined) {
      this.#onIdle?.();
      return;
    }
    this.#lastId += 1;
    const request: WorkerRequest = { id: this.#lastId, query: job.query, input: job.input };
    this.#running = { id: request.id, job };
    try {
      this.#state.worker.postMessage(request);
    } catch (error) {
      this.#settle({ id: request.id, ok: false, error: toErrorData(error) });
    }
  }

  #settle(reply: WorkerReply): void {
    const running = this.#running;
    if (running === undefined || running.id !== reply.id) return;
    this.#running = undefined;
    if (reply.ok) running.job.resolve(reply.value);
    else running.job.reject(toArchiveError(reply.error));
    this.#runNext();
  }

  /** Gives up what has not been begun. */
  rejectWaiting(error: Error): void {
    for (const job of [...this.#waiting.user.splice(0), ...this.#waiting.background.splice(0)]) {
      job.reject(error);
    }
  }
}

function endWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => resolve());
    worker.postMessage('close');
  });
}

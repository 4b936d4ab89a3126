import type { Clock, Log } from '../ports.ts';
import { DatabaseWorker } from './database-worker.ts';
import type { KeptArchive, Priority, Query, Upkeep } from './define-query.ts';

/** An archive that has to be opened before it answers; queries asked before that wait. */
export type OpenableArchive = KeptArchive & {
  /**
   * Opens the file, moves it aside when it is damaged or another program's, and migrates. Rejects
   * with a FailureError when the disk is in the way or a newer Sidetone wrote the file; it may be
   * called again then.
   */
  open(): Promise<void>;
};

/**
 * The archive in its workers: one writes, one reads beside it, and one, started when it is first
 * needed, copies and writes out.
 */
export function createArchive(options: {
  readonly workerUrl: URL;
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
}): OpenableArchive {
  const { workerUrl: url, file, clock, log } = options;
  const writer = new DatabaseWorker({ url, file, clock, log, role: 'writer' });
  const reader = new DatabaseWorker({ url, file, clock, log, role: 'reader' });
  const keeper = createKeeper(
    () => new DatabaseWorker({ url, file, clock, log, role: 'keeper' }),
    clock,
  );
  let trouble: Error | undefined;
  return {
    async open() {
      try {
        await writer.start();
        await reader.start();
        trouble = undefined;
      } catch (error) {
        trouble = error instanceof Error ? error : new Error(String(error));
        reader.rejectWaiting(trouble);
        throw trouble;
      }
    },
    async read<Input, Output>(query: Query<Input, Output>, input: Input) {
      if (trouble !== undefined) throw trouble;
      return (await reader.run(query.name, input, 'user')) as Output;
    },
    async write<Input, Output>(
      query: Query<Input, Output>,
      input: Input,
      priority: Priority = 'user',
    ) {
      if (trouble !== undefined) throw trouble;
      return (await writer.run(query.name, input, priority)) as Output;
    },
    async keep<Input, Output>(upkeep: Upkeep<Input, Output>, input: Input) {
      if (trouble !== undefined) throw trouble;
      return (await keeper.run(upkeep.name, input)) as Output;
    },
    async maintain<Input, Output>(upkeep: Upkeep<Input, Output>, input: Input) {
      if (trouble !== undefined) throw trouble;
      return (await writer.run(upkeep.name, input, 'background')) as Output;
    },
    async close() {
      await keeper.close();
      // The writer last: closing it folds the write-ahead log back into the file.
      await reader.close();
      await writer.close();
    },
  };
}

/** How long the keeper stays for more work: an export comes page by page. */
const restAfterMs = 10_000;

/** The keeper's worker, there only while it has work. */
function createKeeper(
  create: () => DatabaseWorker,
  clock: Clock,
): { run(name: string, input: unknown): Promise<unknown>; close(): Promise<void> } {
  let worker: DatabaseWorker | undefined;
  let resting: Promise<void> = Promise.resolve();
  let running = 0;
  let isClosed = false;
  let cancelRest = (): void => undefined;
  const rest = (): void => {
    resting = worker?.close() ?? resting;
    worker = undefined;
  };
  return {
    async run(name, input) {
      if (isClosed) throw new Error('the archive is closed');
      cancelRest();
      const current = (worker ??= create());
      running += 1;
      try {
        await current.start();
        return await current.run(name, input, 'background');
      } finally {
        running -= 1;
        if (running === 0 && !isClosed) cancelRest = clock.schedule(restAfterMs, rest);
      }
    },
    async close() {
      isClosed = true;
      cancelRest();
      await Promise.all([resting, worker?.abandon()]);
    },
  };
}

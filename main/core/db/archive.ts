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
  const keeper = new DatabaseWorker({ url, file, clock, log, role: 'keeper' });
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
      await keeper.start();
      return (await keeper.run(upkeep.name, input, 'background')) as Output;
    },
    async maintain<Input, Output>(upkeep: Upkeep<Input, Output>, input: Input) {
      if (trouble !== undefined) throw trouble;
      return (await writer.run(upkeep.name, input, 'background')) as Output;
    },
    async close() {
      await keeper.abandon();
      // The writer last: closing it folds the write-ahead log back into the file.
      await reader.close();
      await writer.close();
    },
  };
}

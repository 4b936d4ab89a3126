import type { Failure } from '../../../../shared/failure.ts';
import { failure } from '../../../../shared/failure.ts';
import type { SendTime, TextQuestion } from '../../../../shared/model/drafts.ts';
import type { ClientId, E164, FileId } from '../../../../shared/model/ids.ts';
import type { SeparateBatch } from '../../../../shared/model/separate.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { Clock, Log } from '../../ports.ts';
import {
  beginBatch,
  dropBatch,
  listBatches,
  nextBatchRow,
  reopenBatch,
  settleBatchRow,
  type BatchRow,
  type NewRow,
} from './queries.ts';

/** How a text is accepted: the same client id once. */
export type SendText = (text: {
  readonly clientId: ClientId;
  readonly to: { readonly numbers: string[] };
  readonly from: E164 | undefined;
  readonly text: string;
  readonly files: FileId[];
  readonly sendAt: SendTime | undefined;
  readonly confirmed: TextQuestion[];
  readonly reason: string | undefined;
}) => Promise<Result<unknown>>;

export type Batches = {
  start(batch: {
    readonly batchId: string;
    readonly title: string;
    readonly from: E164 | undefined;
    readonly rows: readonly NewRow[];
  }): Promise<Result<void>>;
  list(): Promise<readonly SeparateBatch[]>;
  resume(batchId: string, refused: boolean): Promise<Result<void>>;
  drop(batchId: string): Promise<void>;
  /** Ends after the text in hand; what waits is there again at the next start. */
  stop(): Promise<void>;
};

/** So many are told at once: a window reads the list anew for each. */
const toldEvery = 10;

/**
 * Hands the texts of a batch over one by one. Each has a client id of its batch and its place there,
 * so that it is accepted once however often the batch is begun, taken up or cut off. A batch that was
 * cut off waits for the user to take it up.
 */
export function createBatches(deps: {
  readonly archive: Archive;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly send: SendText;
}): Batches {
  const { archive, clock, log, events } = deps;
  const running = new Map<string, Promise<void>>();
  const obstacles = new Map<string, Failure>();
  const state = { isStopped: false };
  const changed = (): void => events.changed({ area: 'separate' });

  const sendRow = (
    batchId: string,
    row: BatchRow & { readonly from: E164 | undefined },
  ): Promise<Result<unknown>> => {
    const { sendAt } = row;
    const isLater = sendAt !== undefined && sendAt.at > clock.now();
    return deps.send({
      clientId: `${batchId}-${row.position}` as ClientId,
      to: { numbers: [row.number] },
      from: row.from,
      text: row.text,
      files: [],
      sendAt: isLater ? { ...sendAt, cancelOnReply: false } : undefined,
      confirmed: row.isQuietConfirmed ? ['quiet-hours'] : [],
      reason: undefined,
    });
  };

  const work = async (batchId: string): Promise<void> => {
    for (let count = 1; !state.isStopped; count += 1) {
      const row = await archive.read(nextBatchRow, batchId);
      if (row === undefined) return;
      const sent = await sendRow(batchId, row);
      const reason = sent.ok ? undefined : sent.failure;
      if (reason !== undefined && isForAll(reason)) {
        obstacles.set(batchId, reason);
        return;
      }
      const { position } = row;
      await archive.write(settleBatchRow, { batchId, position, failure: reason });
      if (count % toldEvery === 0) changed();
    }
  };

  const run = (batchId: string): void => {
    if (running.has(batchId) || state.isStopped) return;
    obstacles.delete(batchId);
    const end = work(batchId)
      .catch((error: unknown) => {
        log.error('a batch of texts was cut off', error);
        obstacles.set(batchId, failure('internal', 'internal'));
      })
      .finally(() => {
        running.delete(batchId);
        changed();
      });
    running.set(batchId, end);
    changed();
  };

  const toView = (batch: Omit<SeparateBatch, 'isRunning' | 'obstacle'>): SeparateBatch => ({
    ...batch,
    isRunning: running.has(batch.id),
    obstacle: obstacles.get(batch.id),
  });

  return {
    async start(batch) {
      await archive.write(beginBatch, { ...batch, at: clock.now() });
      run(batch.batchId);
      return ok();
    },
    async list() {
      const batches = await archive.read(listBatches, undefined);
      return batches.map(toView);
    },
    async resume(batchId, refused) {
      const isThere = await archive.write(reopenBatch, { batchId, refused });
      if (!isThere) return fail(failure('not-found', 'separate.gone'));
      run(batchId);
      return ok();
    },
    async drop(batchId) {
      await archive.write(dropBatch, batchId);
      changed();
    },
    async stop() {
      state.isStopped = true;
      await Promise.all(running.values());
    },
  };
}

/** What is in the way of every text, and not of this one: the rest waits for it to be mended. */
function isForAll({ kind, message }: Failure): boolean {
  return (
    kind === 'auth' ||
    kind === 'internal' ||
    kind === 'offline' ||
    message === 'text.no-sender' ||
    message === 'text.sender-refused' ||
    message.startsWith('permission.') ||
    message.startsWith('archive.')
  );
}

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { QuickTime } from '../../core/support/quick-clock.ts';
import type { ServerCount, ServerReady, ServerSetup } from './server-thread.ts';

/** A RingCentral to send to, beside the thread that is measured. */
export type BenchServer = ServerReady & {
  countTexts(): Promise<number>;
  close(): Promise<void>;
};

export async function openServer(time: QuickTime, rateFactor: number): Promise<BenchServer> {
  const worker = new Worker(new URL('./server-thread.ts', import.meta.url), {
    workerData: { time, rateFactor } satisfies ServerSetup,
  });
  const [ready] = (await once(worker, 'message')) as [ServerReady];
  return {
    ...ready,
    async countTexts() {
      worker.postMessage('count');
      const [{ texts }] = (await once(worker, 'message')) as [ServerCount];
      return texts;
    },
    async close() {
      worker.postMessage('close');
      await once(worker, 'exit');
    },
  };
}

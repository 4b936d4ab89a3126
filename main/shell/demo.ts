import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type {
  FromSimulatorThread,
  SimulatorThreadData,
  ToSimulatorThread,
} from '../../simulator/thread-messages.ts';
import type { Clock, Log } from '../core/ports.ts';
import type { DemoServer } from './host.ts';

/** How long the demo server may take to start or to stop, in milliseconds. */
const patienceMs = 20_000;

export type DemoTools = {
  /** The entry of the thread that the server runs in. */
  readonly thread: URL;
  /** The demo profile's folder; the server's state lies in it, so that it survives a restart. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Starts the embedded RingCentral of the demo account, on loopback, in a thread of its own. The only
 * module that knows that it is a simulator. Rejects when it does not start.
 */
export async function startDemoServer(tools: DemoTools): Promise<DemoServer> {
  const { log } = tools;
  const data: SimulatorThreadData = { statePath: join(tools.folder, 'demo-server.json') };
  const worker = new Worker(tools.thread, { workerData: data });
  let stopping = false;
  worker.on('error', (error) => log.error('the demo server broke', error));
  worker.on('exit', () => {
    if (!stopping) log.warn('the demo server is gone');
  });
  try {
    const answer = await nextMessage(worker, tools.clock);
    if (answer.type !== 'ready') throw new Error(explain(answer));
    log.info('the demo server is ready', { url: answer.url });
    return {
      account: { serverUrl: answer.url, clientId: answer.clientId, jwt: answer.jwt },
      async stop() {
        stopping = true;
        worker.postMessage({ type: 'stop' } satisfies ToSimulatorThread);
        const last = await nextMessage(worker, tools.clock).catch(() => undefined);
        if (last?.type === 'failed') log.warn('the demo server was not saved', last);
        await worker.terminate();
      },
    };
  } catch (error) {
    stopping = true;
    await worker.terminate();
    throw error;
  }
}

function nextMessage(worker: Worker, clock: Clock): Promise<FromSimulatorThread> {
  return new Promise((resolve, reject) => {
    const late = (): void => reject(new Error('the demo server does not answer'));
    const callOff = clock.schedule(patienceMs, late);
    const settle = (finish: () => void): void => {
      callOff();
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    const onMessage = (message: FromSimulatorThread): void => settle(() => resolve(message));
    const onError = (error: unknown): void => settle(() => reject(error));
    const onExit = (): void => settle(() => reject(new Error('the demo server ended')));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

function explain(message: FromSimulatorThread): string {
  return message.type === 'failed' ? message.message : `the demo server said ${message.type}`;
}

import { parentPort, workerData } from 'node:worker_threads';

import { receiveDemoCalls } from './demo/callers.ts';
import { startSimulator } from './server.ts';
import type {
  FromSimulatorThread,
  SimulatorThreadData,
  ToSimulatorThread,
} from './thread-messages.ts';

/** The entry of a thread: runs the demo account until it is told to stop. */
async function run(): Promise<void> {
  const post = (message: FromSimulatorThread): void => parentPort?.postMessage(message);
  try {
    // Only these: a demo account must not open its control endpoints by mistake.
    const { statePath, seed, pace } = workerData as SimulatorThreadData;
    const simulator = await startSimulator({
      statePath,
      ...(seed === undefined ? {} : { seed }),
      ...(pace === undefined ? {} : { pace }),
    });
    const { url, mediaUrl, credentials } = simulator;
    const endCalls = receiveDemoCalls(simulator.account, simulator.clock);
    parentPort?.on('message', (message: ToSimulatorThread) => {
      if (message.type !== 'stop') return;
      endCalls();
      simulator
        .stop()
        .then(() => post({ type: 'stopped' }))
        .catch((error: unknown) => post({ type: 'failed', message: String(error) }))
        .finally(() => parentPort?.close());
    });
    post({ type: 'ready', url, mediaUrl, ...credentials });
  } catch (error) {
    post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

void run();

// A simulator in a thread of its own, so that what it needs is not counted with what Sidetone needs.
import { parentPort, workerData } from 'node:worker_threads';
import { startSimulator } from '../../../simulator/server.ts';
import { createQuickClock, type QuickTime } from '../../core/support/quick-clock.ts';

export type ServerSetup = { readonly time: QuickTime; readonly rateFactor: number };
export type ServerReady = {
  readonly url: string;
  readonly clientId: string;
  readonly jwt: string;
};
/** What it answers to `count`: the texts it holds, and how often it had to say 429. */
export type ServerCount = { readonly texts: number };

const { time, rateFactor } = workerData as ServerSetup;
const simulator = await startSimulator({ clock: createQuickClock(time), seed: 6 });
const { rateLimits } = simulator.account.rules;
for (const group of ['Light', 'Medium', 'Heavy', 'Auth'] as const) rateLimits[group] *= rateFactor;
parentPort?.postMessage({ url: simulator.url, ...simulator.credentials } satisfies ServerReady);
parentPort?.on('message', (asked: 'count' | 'close') => {
  if (asked === 'close') {
    void simulator.stop().then(() => parentPort?.close());
    return;
  }
  const texts = simulator.account.messages.filter(
    ({ direction, subject }) => direction === 'Outbound' && subject.startsWith('bench '),
  ).length;
  parentPort?.postMessage({ texts } satisfies ServerCount);
});

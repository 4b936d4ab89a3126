import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { percentile, type Figure } from '../figures.ts';
import { ensureArchive, type Size } from '../archive/seed.ts';
import { openTexting } from './open-texting.ts';

const texts = 60;
const warmUps = 10;

/** From Send to the row on disk, and from there to the request, in an archive of that size. */
export async function measureLatency(size: Size): Promise<readonly Figure[]> {
  const time = { shown: Date.now(), from: Date.now(), speed: 1 };
  const world = await openTexting({ time, rateFactor: 20, archive: await ensureArchive(size) });
  const bare = new Worker(new URL('./bare-outbox.ts', import.meta.url), {
    workerData: join(world.folder, 'bare.db'),
  });
  const timesOf = (): { accept: number[]; leave: number[] } => ({ accept: [], leave: [] });
  const [ours, other] = [timesOf(), timesOf()];
  try {
    for (let n = -warmUps; n < texts; n += 1) {
      const sent = await world.sendOne(n + warmUps);
      const plain = await writeBare(bare, `bench ${n}`);
      if (n < 0) continue;
      ours.accept.push(sent.acceptMs);
      ours.leave.push(sent.leaveMs);
      other.accept.push(plain.acceptMs);
      other.leave.push(plain.leaveMs);
      // The answer of this one is no part of the next.
      await sleep(40);
    }
    return [0.5, 0.95].flatMap((share) => toFigures(size, share, ours, other));
  } finally {
    bare.postMessage('close');
    await once(bare, 'exit');
    await world.close();
  }
}

type Times = { readonly accept: readonly number[]; readonly leave: readonly number[] };

function toFigures(size: Size, share: number, ours: Times, other: Times): readonly Figure[] {
  const where = `${share === 0.5 ? 'median' : 'p95'}, ${size.toLocaleString('en-US')} records`;
  const figure = (name: string, of: keyof Times, against: string): Figure => ({
    name: `${name}, ${where}`,
    unit: 'ms',
    ours: percentile(ours[of], share),
    against,
    other: percentile(other[of], share),
  });
  return [
    figure('Send pressed to row on disk', 'accept', 'two rows by bare better-sqlite3 in a worker'),
    figure('Row on disk to the request', 'leave', 'their claim by bare better-sqlite3'),
  ];
}

async function writeBare(
  worker: Worker,
  body: string,
): Promise<{ readonly acceptMs: number; readonly leaveMs: number }> {
  const began = performance.now();
  worker.postMessage({ body });
  await once(worker, 'message');
  const accepted = performance.now();
  worker.postMessage('claim');
  await once(worker, 'message');
  return { acceptMs: accepted - began, leaveMs: performance.now() - accepted };
}

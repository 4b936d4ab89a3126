import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import type { OpenableArchive } from '../../../main/core/db/archive.ts';
import { percentile, type Figure } from '../figures.ts';
import type { BareChunk, BareSetup } from './bare-worker.ts';
import { applyPage, makePages, type Page } from './pages.ts';
import { makePeople } from './records.ts';
import { markOf, readRows, type Mark } from './rows-written.ts';
import { ensureArchive, openArchiveFile, sizes, type Size } from './seed.ts';

/** Each side writes these in turn, so that a busy machine slows both. */
const rounds = 6;
const rowsPerRound = 4_000;

type Sum = { rows: number; oursMs: number; bareMs: number };
type Delay = { readonly p99: number; readonly worst: number };

/** How fast records go through the real apply path, and whether the main loop stays free. */
export async function benchWriting(largest: Size): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes.filter((each) => each >= 100_000 && each <= largest)) {
    figures.push(...(await measure(size)));
  }
  return figures;
}

async function measure(size: Size): Promise<readonly Figure[]> {
  const made = await ensureArchive(size);
  const folder = mkdtempSync(join('out', 'bench-cache', 'write-'));
  const [ours, bare] = [join(folder, 'ours.db'), join(folder, 'bare.db')];
  copyFileSync(made, ours);
  copyFileSync(made, bare);
  const archive = await openArchiveFile(ours);
  const worker = new Worker(new URL('./bare-worker.ts', import.meta.url), {
    workerData: { file: bare } satisfies BareSetup,
  });
  try {
    return await compare({ size, archive, file: ours, worker });
  } finally {
    worker.postMessage('close');
    await once(worker, 'exit');
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(sides: {
  readonly size: Size;
  readonly archive: OpenableArchive;
  readonly file: string;
  readonly worker: Worker;
}): Promise<readonly Figure[]> {
  const { size, archive, file, worker } = sides;
  const until = size + rounds * rowsPerRound;
  const pages = [...makePages(makePeople(), { from: size, until })];
  const perRound = pages.length / rounds;
  const sum: Sum = { rows: 0, oursMs: 0, bareMs: 0 };
  const busy = watchDelay();
  for (let round = 0; round < rounds; round += 1) {
    const part = pages.slice(round * perRound, (round + 1) * perRound);
    const mark = readMark(file);
    busy.resume();
    const startedAt = performance.now();
    for (const page of part) await applyPage(archive, page, Date.now());
    sum.oursMs += performance.now() - startedAt;
    busy.pause();
    sum.bareMs += await writeBare(worker, readRows(file, idsOf(part), mark));
    sum.rows += part.reduce((rows, page) => rows + page.rows, 0);
  }
  const idle = watchDelay();
  for (let round = 0; round < rounds; round += 1) {
    idle.resume();
    await wait(sum.oursMs / rounds);
    idle.pause();
  }
  return toFigures(size, sum, busy.end(), idle.end());
}

function toFigures(size: Size, sum: Sum, busy: Delay, idle: Delay): readonly Figure[] {
  const into = `into ${size.toLocaleString('en-US')}`;
  return [
    {
      name: `Records written ${into}`,
      unit: 'records/s',
      ours: (sum.rows / sum.oursMs) * 1_000,
      against: 'the same rows by bare better-sqlite3',
      other: (sum.rows / sum.bareMs) * 1_000,
    },
    {
      name: `Main loop’s delay meanwhile, p99, ${into}`,
      unit: 'ms',
      ours: busy.p99,
      against: 'the idle loop',
      other: idle.p99,
    },
    {
      name: `Main loop’s delay meanwhile, worst, ${into}`,
      unit: 'ms',
      ours: busy.worst,
      against: 'the idle loop',
      other: idle.worst,
    },
  ];
}

function readMark(file: string): Mark {
  const db = new Sqlite(file, { readonly: true });
  try {
    return markOf(db);
  } finally {
    db.close();
  }
}

async function writeBare(worker: Worker, chunks: readonly BareChunk[]): Promise<number> {
  const startedAt = performance.now();
  for (const chunk of chunks) {
    const written = once(worker, 'message');
    worker.postMessage(chunk);
    await written;
  }
  return performance.now() - startedAt;
}

function idsOf(pages: readonly Page[]): { texts: readonly string[]; calls: readonly string[] } {
  const of = (kind: Page['kind']): readonly string[] =>
    pages.flatMap((page) => (page.kind === kind ? page.records.map(({ id }) => id) : []));
  return { texts: of('texts'), calls: of('calls') };
}

/** When a timer of a millisecond comes, in milliseconds: the worst of all, the middle p99. */
function watchDelay(): { resume(): void; pause(): void; end(): Delay } {
  const p99s: number[] = [];
  let worst = 0;
  let histogram = monitorEventLoopDelay({ resolution: 1 });
  return {
    resume() {
      // A new one each time: the pause between two would count as a delay.
      histogram = monitorEventLoopDelay({ resolution: 1 });
      histogram.enable();
    },
    pause() {
      histogram.disable();
      p99s.push(histogram.percentile(99) / 1e6);
      worst = Math.max(worst, histogram.max / 1e6);
    },
    end: () => ({ p99: percentile(p99s, 0.5), worst }),
  };
}

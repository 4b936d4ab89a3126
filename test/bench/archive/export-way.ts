// Started as a process of its own by `export.ts`: writes everything of an archive out, one way or
// the other, and tells what that took. Arguments: the way and the file.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { ExportResult, ExportWay } from './export.ts';
import { openCore } from './open-core.ts';

const [way, file] = process.argv.slice(2) as [ExportWay, string];
const sampleMs = 20;

/** Runs something and watches how large the process becomes. */
async function watch(work: () => Promise<number>): Promise<ExportResult> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const look = (): void => void (most = Math.max(most, process.memoryUsage().rss));
  const timer = setInterval(look, sampleMs);
  const startedAt = performance.now();
  const rows = await work();
  const ms = performance.now() - startedAt;
  look();
  clearInterval(timer);
  return { bytes: most - before, rows, ms };
}

async function exportWithSidetone(format: 'csv' | 'json'): Promise<ExportResult> {
  const target = { path: '' };
  const core = await openCore(file, {
    fileDialogs: {
      chooseSave: () => Promise.resolve(target.path),
      chooseOpen: () => Promise.resolve(undefined),
      chooseFolder: () => Promise.resolve(undefined),
    },
  });
  target.path = join(core.folder, `export.${format}`);
  const exportOnce = async (what: CallInput<'exports.start'>['what']): Promise<number> => {
    await core.ask('exports.start', { format, what });
    for (;;) {
      const view = await core.ask('exports.get', undefined);
      if (view?.state === 'failed') throw new Error(view.failure?.message);
      if (view?.state === 'done') return view.rows;
      await wait(sampleMs);
    }
  };
  // The keeper's worker starts with the first thing it is asked for, here an export of nothing.
  await exportOnce({ kind: 'calls', filter: { until: 1 } });
  const result = await watch(() => exportOnce({ kind: 'everything' }));
  await core.close();
  return result;
}

function exportAtOnce(): Promise<ExportResult> {
  return watch(() => {
    const db = new Sqlite(file, { readonly: true });
    const rows = [
      ...db.prepare('SELECT * FROM message').all(),
      ...db.prepare('SELECT * FROM call').all(),
    ];
    // As any client would that holds its history in memory.
    writeFileSync(`${file}.json`, JSON.stringify(rows));
    rmSync(`${file}.json`);
    db.close();
    return Promise.resolve(rows.length);
  });
}

const result = way === 'at-once' ? await exportAtOnce() : await exportWithSidetone(way);
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));

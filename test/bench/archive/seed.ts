import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createArchive, type OpenableArchive } from '../../../main/core/db/archive.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';
import { applyPage, applyPeople, makePages } from './pages.ts';
import { generatorVersion, makePeople } from './records.ts';

export const sizes = [10_000, 100_000, 1_000_000] as const;
export type Size = (typeof sizes)[number];

const cache = join('out', 'bench-cache');
/** When all of it is written, as far as the rows know. */
const writtenAt = Date.UTC(2026, 2, 2, 18);
const toldEvery = 50_000;

/** The archive in real workers, in real time. */
export async function openArchiveFile(file: string): Promise<OpenableArchive> {
  const archive = createArchive({
    workerUrl: new URL('../../../main/core/db/worker.ts', import.meta.url),
    file,
    clock: {
      now: () => Date.now(),
      schedule(delayMs, work) {
        const timer = setTimeout(work, delayMs);
        return () => clearTimeout(timer);
      },
    },
    log: { info: () => undefined, warn: console.warn, error: console.error },
  });
  await archive.open();
  return archive;
}

/** The archive's file, made through the real apply path once per schema and generator. */
export async function ensureArchive(size: Size): Promise<string> {
  const file = join(cache, `${size}-${cacheKey()}.db`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  removeOutdated(size);
  const part = `${file}.part`;
  const startedAt = performance.now();
  const seconds = (): string => ((performance.now() - startedAt) / 1_000).toFixed(0);
  console.log(`making the archive of ${size.toLocaleString('en-US')} records, once`);
  const archive = await openArchiveFile(part);
  await applyPeople(archive, writtenAt);
  let rows = 0;
  for (const page of makePages(makePeople(), { until: size })) {
    await applyPage(archive, page, writtenAt);
    rows += page.rows;
    if (rows % toldEvery === 0) console.log(`  ${rows.toLocaleString('en-US')} in ${seconds()} s`);
  }
  await archive.close();
  renameSync(part, file);
  console.log(`  done in ${seconds()} s`);
  return file;
}

/** Archives of another schema or generator, and one that was not finished. */
function removeOutdated(size: Size): void {
  for (const name of readdirSync(cache)) {
    if (name.startsWith(`${size}-`)) rmSync(join(cache, name), { force: true });
  }
}

function cacheKey(): string {
  const hash = createHash('sha256').update(String(generatorVersion));
  for (const { version, sql } of migrations) hash.update(`\n${version}\n${sql}`);
  return hash.digest('hex').slice(0, 12);
}

import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from '../figures.ts';
import { ensureArchive, type Size } from './seed.ts';

/** A way to write everything out, in a process of its own. */
export type ExportWay = 'csv' | 'json' | 'at-once';
export type ExportResult = {
  /** How much larger than before the process became, at most, in bytes. */
  readonly bytes: number;
  readonly rows: number;
  readonly ms: number;
};

/** What exporting everything takes of memory and time, beside reading all rows at once. */
export async function benchExport(largest: Size): Promise<readonly Figure[]> {
  const file = await ensureArchive(largest);
  const atOnce = await run('at-once', file);
  const figures: Figure[] = [];
  for (const format of ['csv', 'json'] as const) {
    const ours = await run(format, file);
    const of = `${largest.toLocaleString('en-US')} as ${format.toUpperCase()}`;
    const compare = (
      name: string,
      unit: string,
      value: (result: ExportResult) => number,
    ): Figure => ({
      name: `${name}, ${of}`,
      unit,
      ours: value(ours),
      against: 'texts and calls read at once and written as JSON',
      other: value(atOnce),
    });
    figures.push(
      compare('Growth of the process', 'MB', ({ bytes }) => bytes / 2 ** 20),
      compare('Records written', 'records/s', ({ rows, ms }) => (rows / ms) * 1_000),
    );
  }
  return figures;
}

async function run(way: ExportWay, file: string): Promise<ExportResult> {
  const script = fileURLToPath(new URL('./export-way.ts', import.meta.url));
  const args = ['--expose-gc', '--max-old-space-size=8192', script, way, file];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as ExportResult;
}

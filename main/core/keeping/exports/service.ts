import { rmSync } from 'node:fs';
import { appendFile, open, rename, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { failure } from '../../../../shared/failure.ts';
import type { ExportFormat, ExportView } from '../../../../shared/model/keeping.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import type { KeptArchive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { FileKind, Ports } from '../../ports.ts';
import { codeOf, saysFull } from '../backups/failures.ts';
import { toCsvHead } from './csv.ts';
import { jsonEnd, toJsonHead } from './json.ts';
import { countRecords, writePage } from './queries.ts';
import type { ExportWhat } from './rows.ts';

/** Records read at once, few enough to be gone before V8 moves them among what is long-lived. */
const pageRows = 100;
/** The window hears of progress four times a second at most. */
const tellEveryMs = 250;

export type Exports = {
  /** Asks where to, and begins; undefined when the user thought better of it. */
  start(what: ExportWhat, format: ExportFormat): Promise<Result<ExportView | undefined>>;
  get(): ExportView | undefined;
  /** Ends the one that runs; its file goes. */
  cancel(): void;
  stop(): void;
};

type Running = { view: ExportView; isCancelled: boolean };

/** Writes filtered lists and everything about someone to files, page by page. */
export function createExports(deps: {
  readonly archive: Pick<KeptArchive, 'keep'>;
  readonly ports: Pick<Ports, 'clock' | 'fileDialogs' | 'log' | 'random'>;
  readonly events: Pick<Events, 'changed'>;
}): Exports {
  const { archive, events } = deps;
  const { clock, fileDialogs, log, random } = deps.ports;
  let last: Running | undefined;
  let isAsking = false;
  let toldAt: EpochMs = 0;

  const change = (run: Running, to: Partial<ExportView>): void => {
    run.view = { ...run.view, ...to };
    const isProgress = run.view.state === 'running' && clock.now() - toldAt < tellEveryMs;
    if (isProgress && clock.now() >= toldAt) return;
    toldAt = clock.now();
    events.changed({ area: 'exports' });
  };

  const writeRecords = async (
    run: Running,
    job: { readonly file: string; readonly what: ExportWhat; readonly format: ExportFormat },
  ): Promise<void> => {
    change(run, { total: await archive.keep(countRecords, job.what) });
    let before: number | undefined;
    do {
      if (run.isCancelled) return;
      const page = await archive.keep(writePage, { ...job, before, limit: pageRows });
      ({ before } = page);
      change(run, { rows: run.view.rows + page.rows });
    } while (before !== undefined);
  };

  const write = async (
    run: Running,
    job: { readonly file: string; readonly what: ExportWhat; readonly format: ExportFormat },
  ): Promise<void> => {
    const partial = `${job.file}.part`;
    try {
      rmSync(partial, { force: true });
      const head = job.format === 'csv' ? toCsvHead() : toJsonHead(clock.now());
      await writeFile(partial, head, { flag: 'wx', mode: 0o600 });
      await writeRecords(run, { ...job, file: partial });
      if (!run.isCancelled) {
        if (job.format === 'json') await appendFile(partial, jsonEnd);
        await syncFile(partial);
        await rename(partial, job.file);
        change(run, { state: 'done' });
        return;
      }
      change(run, { state: 'cancelled' });
    } catch (error) {
      const code = codeOf(error) || 'export.not-written';
      const reason = saysFull(code) ? 'export.no-room' : 'export.not-written';
      if (!run.isCancelled) log.error('an export could not be written', error);
      const state = run.isCancelled ? 'cancelled' : 'failed';
      const trouble = run.isCancelled ? undefined : failure('internal', reason, { code });
      change(run, { state, failure: trouble });
    }
    try {
      rmSync(partial, { force: true });
    } catch (error) {
      log.error('an unfinished export could not be removed', error);
    }
  };

  return {
    async start(what, format) {
      const isBusy = isAsking || last?.view.state === 'running';
      if (isBusy) return fail(failure('conflict', 'export.already-running'));
      isAsking = true;
      const file = await fileDialogs
        .chooseSave({
          title: strings.dialogs.export,
          fileName: `sidetone-${what.kind}-${new Date(clock.now()).toISOString().slice(0, 10)}.${format}`,
          kind: kinds[format],
        })
        .finally(() => (isAsking = false));
      if (file === undefined) return ok(undefined);
      const view: ExportView = {
        id: random.uuid(),
        state: 'running',
        fileName: basename(file),
        rows: 0,
        total: undefined,
        failure: undefined,
      };
      const run: Running = { view, isCancelled: false };
      last = run;
      toldAt = clock.now();
      events.changed({ area: 'exports' });
      void write(run, { file, what, format });
      return ok(view);
    },
    get: () => last?.view,
    cancel() {
      if (last !== undefined) last.isCancelled = true;
    },
    stop() {
      if (last !== undefined) last.isCancelled = true;
    },
  };
}

const kinds: Readonly<Record<ExportFormat, FileKind>> = {
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
};

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

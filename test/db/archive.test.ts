import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createArchive, type OpenableArchive } from '../../main/core/db/archive.ts';
import { FailureError } from '../../main/core/failure-error.ts';
import { createMemoryLog, type MemoryLog } from '../core/support/memory-log.ts';
import { ManualClock } from '../core/support/manual-clock.ts';
import { openInProcessArchive } from './in-process.ts';
import * as probe from './probe-queries.ts';
import { makeFolder } from './support.ts';

/** The product's worker with some queries more. */
const workerUrl = new URL('./probe-worker.ts', import.meta.url);

type Opened = {
  readonly archive: OpenableArchive;
  readonly file: string;
  readonly clock: ManualClock;
  readonly log: MemoryLog;
};

function make(file = join(makeFolder(), 'archive.db')): Opened {
  const clock = new ManualClock();
  const log = createMemoryLog();
  const archive = createArchive({ workerUrl, file, clock, log });
  onTestFinished(() => archive.close());
  return { archive, file, clock, log };
}

async function open(): Promise<Opened> {
  const opened = make();
  await opened.archive.open();
  return opened;
}

async function failureOf(work: Promise<unknown>): Promise<string | undefined> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  return error instanceof FailureError ? error.failure.message : undefined;
}

describe('the archive in its workers', () => {
  it('keeps what was written when it resolves', async () => {
    const { archive, file } = await open();
    await archive.write(probe.add, { name: 'Ada' });
    const beside = new Sqlite(file, { readonly: true });
    expect(beside.prepare('SELECT name FROM contact').pluck().all()).toEqual(['Ada']);
    beside.close();
    expect(await archive.read(probe.list, undefined)).toEqual(['Ada']);
  });

  it('answers what was asked before it was open', async () => {
    const { archive } = make();
    const early = archive.write(probe.add, { name: 'Ada' });
    await archive.open();
    await early;
    expect(await archive.read(probe.list, undefined)).toEqual(['Ada']);
  });

  it('writes all of a query or nothing', async () => {
    const { archive } = await open();
    await expect(archive.write(probe.addThenThrow, { name: 'Bob' })).rejects.toThrow('on purpose');
    expect(await archive.read(probe.list, undefined)).toEqual([]);
  });

  it('refuses a query that is not synchronous', async () => {
    const { archive } = await open();
    await expect(archive.write(probe.addLater, { name: 'Bob' })).rejects.toThrow(/promise/);
    expect(await archive.read(probe.list, undefined)).toEqual([]);
  });

  it('cannot write through the reader', async () => {
    const { archive } = await open();
    await expect(archive.read(probe.add, { name: 'Eve' })).rejects.toThrow(FailureError);
  });

  it('refuses what is not plain data, in either direction', async () => {
    const { archive } = await open();
    const input = { name: (() => 'no') as unknown as string };
    await expect(archive.write(probe.add, input)).rejects.toThrow(/could not be cloned/);
    await expect(archive.read(probe.answerFunction, undefined)).rejects.toThrow(
      /could not be cloned/,
    );
    expect(await archive.read(probe.list, undefined)).toEqual([]);
  });

  it('says which query it does not know', async () => {
    const { archive } = await open();
    const unknown = { name: 'no.such-query', run: () => 1 };
    await expect(archive.read(unknown, undefined)).rejects.toThrow(/no\.such-query/);
  });

  it('reads while a write is running', async () => {
    const { archive } = await open();
    const gate = new SharedArrayBuffer(4);
    const writing = archive.write(probe.addWhenOpen, { name: 'Ada', gate });
    expect(await archive.read(probe.list, undefined)).toEqual([]);
    openGate(gate);
    await writing;
    expect(await archive.read(probe.list, undefined)).toEqual(['Ada']);
  });

  it('does user work before background work, each in its order', async () => {
    const { archive } = await open();
    const gate = new SharedArrayBuffer(4);
    const all = [
      archive.write(probe.addWhenOpen, { name: 'running', gate }, 'background'),
      archive.write(probe.add, { name: 'background 1' }, 'background'),
      archive.write(probe.add, { name: 'background 2' }, 'background'),
      archive.write(probe.add, { name: 'user 1' }),
      archive.write(probe.add, { name: 'user 2' }),
    ];
    openGate(gate);
    await Promise.all(all);
    expect(await archive.read(probe.list, undefined)).toEqual([
      'running',
      'user 1',
      'user 2',
      'background 1',
      'background 2',
    ]);
  });

  it('rejects what a dying worker ran and goes on with what waited', async () => {
    const { archive, log } = await open();
    const dying = archive.write(probe.die, undefined);
    const waiting = archive.write(probe.add, { name: 'after' });
    await expect(dying).rejects.toThrow(/stopped while this query ran/);
    await waiting;
    expect(await archive.read(probe.list, undefined)).toEqual(['after']);
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('finishes what was asked before it closes, and nothing after', async () => {
    const { archive, file } = await open();
    const last = archive.write(probe.add, { name: 'last' });
    await archive.close();
    await last;
    await expect(archive.write(probe.add, { name: 'late' })).rejects.toThrow(/closed/);
    const after = new Sqlite(file, { readonly: true });
    expect(after.prepare('SELECT name FROM contact').pluck().all()).toEqual(['last']);
    after.close();
  });
});

describe('an archive that cannot be used', () => {
  it('says that another program holds the file, and opens when it lets go', async () => {
    const { archive, file } = await open();
    await archive.close();
    const holder = new Sqlite(file);
    holder.pragma('locking_mode = EXCLUSIVE');
    holder.exec(`INSERT INTO contact (source, server_id, name) VALUES ('personal', 'x', 'held')`);

    const second = make(file);
    const early = failureOf(second.archive.read(probe.list, undefined));
    expect(await failureOf(second.archive.open())).toBe('archive.locked');
    expect(await early).toBe('archive.locked');
    expect(await failureOf(second.archive.read(probe.list, undefined))).toBe('archive.locked');
    holder.close();
    await second.archive.open();
    expect(await second.archive.read(probe.list, undefined)).toEqual(['held']);
  });

  it('says that a write met a lock', async () => {
    const { archive, file } = await open();
    const holder = new Sqlite(file);
    holder.exec('BEGIN IMMEDIATE');
    expect(await failureOf(archive.write(probe.add, { name: 'Ada' }))).toBe('archive.locked');
    holder.close();
    await archive.write(probe.add, { name: 'Ada' });
    expect(await archive.read(probe.list, undefined)).toEqual(['Ada']);
  });

  it('says that the disk is full', async () => {
    const { archive } = await open();
    await archive.write(probe.limitPages, undefined);
    expect(await failureOf(archive.write(probe.fill, undefined))).toBe('archive.full');
    expect(await archive.read(probe.list, undefined)).toEqual([]);
  });

  it('says so where the folder cannot be made', async () => {
    const { archive } = make('/dev/null/archive.db');
    expect(await failureOf(archive.open())).toBe('archive.failed');
  });
});

describe('the archive of a test', () => {
  it('behaves as the workers do', async () => {
    const archive = openInProcessArchive();
    await archive.write(probe.add, { name: 'Ada' });
    await expect(archive.write(probe.addThenThrow, { name: 'Bob' })).rejects.toThrow('on purpose');
    await expect(archive.read(probe.answerFunction, undefined)).rejects.toThrow(
      /could not be cloned/,
    );
    expect(await archive.read(probe.list, undefined)).toEqual(['Ada']);
    await archive.close();
  });
});

function openGate(gate: SharedArrayBuffer): void {
  const view = new Int32Array(gate);
  Atomics.store(view, 0, 1);
  Atomics.notify(view, 0);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createArchive } from '../../main/core/db/archive.ts';
import { writeCopy } from '../../main/core/keeping/backups/queries.ts';
import { freeRoom } from '../../main/core/keeping/queries.ts';
import { createMemoryLog } from '../core/support/memory-log.ts';
import { ManualClock } from '../core/support/manual-clock.ts';
import { makeFolder, workerUrl } from './support.ts';

async function open() {
  const folder = makeFolder();
  const clock = new ManualClock();
  const file = join(folder, 'archive.db');
  const archive = createArchive({ workerUrl, file, clock, log: createMemoryLog() });
  onTestFinished(() => archive.close());
  await archive.open();
  return { archive, clock, copy: (name: string) => ({ file: join(folder, name) }) };
}

it('the keeper copies the archive, rests when it has nothing to do, and comes back', async () => {
  const { archive, clock, copy } = await open();
  expect(await archive.keep(writeCopy, copy('one.db'))).toBe(true);
  expect(clock.waiting).toBe(1);
  await clock.advance(10_000);
  expect(clock.waiting).toBe(0);
  expect(await archive.keep(writeCopy, copy('two.db'))).toBe(true);
  expect(existsSync(copy('two.db').file)).toBe(true);
});

it('the writer vacuums, and empties the write-ahead log while nobody reads', async () => {
  const { archive } = await open();
  expect(await archive.maintain(freeRoom, undefined)).toBe(true);
});

it('closing gives up what the keeper runs, and takes nothing more', async () => {
  const { archive, clock, copy } = await open();
  const copying = archive.keep(writeCopy, copy('one.db'));
  const gone = expect(copying).rejects.toThrow('the archive is closed');
  await archive.close();
  await gone;
  await expect(archive.keep(writeCopy, copy('two.db'))).rejects.toThrow('the archive is closed');
  expect(clock.waiting).toBe(0);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { run } from '../../../main/core/db/statement.ts';
import { setDraft } from '../../../main/core/drafts/queries.ts';
import { createBackups } from '../../../main/core/keeping/backups/service.ts';
import { createErasure } from '../../../main/core/keeping/erasure/service.ts';
import { createRetention } from '../../../main/core/keeping/retention/service.ts';
import type { FileId, ThreadId } from '../../../shared/model/ids.ts';
import { addText, dana, makeWorld, robin, type KeepingWorld } from './harness.ts';

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Takes a file in; the answer is its id. */
async function addFile(world: KeepingWorld, words: string): Promise<FileId> {
  const added = await world.files.add({ fileName: 'rates.txt', bytes: bytesOf(words) });
  if (!added.ok) throw new Error(added.failure.message);
  return added.value.id;
}

/** A text that went out with a file. */
async function sendFile(world: KeepingWorld, text: Parameters<typeof addText>[1], words: string) {
  const id = await addFile(world, words);
  const messageId = addText(world, { status: 'delivered', clientId: words, ...text });
  run(world.archive.db, 'UPDATE outgoing_file SET message_id = ? WHERE id = ?', messageId, id);
}

/** What is on the disk of files, in the order of their words. */
function wordsOnDisk({ folder }: KeepingWorld): readonly string[] {
  const files = join(folder, 'outgoing', 'archive');
  return readdirSync(files)
    .map((name) => readFileSync(join(files, name), 'utf8'))
    .toSorted();
}

function erasureOf(world: KeepingWorld) {
  const media = { forget: () => Promise.resolve(), clear: () => Promise.resolve() };
  const backups = createBackups(world);
  return createErasure({ ...world, backups, media, getClockAheadMs: () => 0 });
}

describe('the files of texts', () => {
  it('go with the person they were sent to, drafts included, and no others do', async () => {
    const world = makeWorld();
    await sendFile(world, { body: 'Hello Dana' }, 'to Dana');
    await sendFile(world, { body: 'Hello Robin', number: robin }, 'to Robin');
    const { db } = world.archive;
    const threadOf = db.prepare('SELECT thread_id FROM thread_party WHERE number = ?').pluck();
    for (const number of [dana, robin]) {
      await world.archive.write(setDraft, {
        key: String(threadOf.get(number)) as ThreadId,
        text: '',
        files: [await addFile(world, `draft to ${number}`)],
        to: [],
        from: undefined,
        at: world.clock.now(),
      });
    }
    expect(wordsOnDisk(world)).toHaveLength(4);
    expect(await erasureOf(world).person({ number: dana })).toMatchObject({ ok: true });
    expect(wordsOnDisk(world)).toEqual([`draft to ${robin}`, 'to Robin']);
  });

  it('go with everything', async () => {
    const world = makeWorld();
    await sendFile(world, { body: 'Hello' }, 'to Dana');
    expect(await erasureOf(world).everything()).toMatchObject({ ok: true });
    expect(wordsOnDisk(world)).toEqual([]);
  });

  it('go with what is older than is kept', async () => {
    const world = makeWorld();
    world.settings.set({ keepMonths: 3 });
    await sendFile(world, { body: 'old', minute: -100 * 24 * 60 }, 'old');
    await sendFile(world, { body: 'new' }, 'new');
    const retention = createRetention({ ...world, media: { forget: () => Promise.resolve() } });
    retention.start();
    await world.clock.advance(2 * 60_000);
    await vi.waitFor(() => expect(wordsOnDisk(world)).toEqual(['new']), { timeout: 10_000 });
    retention.stop();
  });
});

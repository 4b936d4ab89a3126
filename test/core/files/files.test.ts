import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setDraft } from '../../../main/core/drafts/queries.ts';
import { createOutgoingFiles } from '../../../main/core/files/service.ts';
import { withoutMetadata } from '../../../main/core/files/metadata.ts';
import { discardScheduled } from '../../../main/core/scheduled/queries.ts';
import type { E164, FileId, ScheduledId } from '../../../shared/model/ids.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { makeFolder } from '../../db/support.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';
import { jpegHead, pdf, png, program } from './bytes.ts';

const able = '+15125550123' as E164;
const tollFree = '+18005550199' as E164;

function start() {
  const folder = join(makeFolder(), 'outgoing', 'archive');
  const archive = openInProcessArchive();
  const clock = new ManualClock();
  const log = createMemoryLog();
  const files = createOutgoingFiles({
    archive,
    clock,
    log,
    random: createCountingRandom(),
    folder,
    canSendMedia: (from) => from === able,
  });
  const add = async (fileName: string, bytes: Uint8Array) => {
    const added = await files.add({ fileName, bytes });
    if (!added.ok) throw new Error(added.failure.message);
    return added.value;
  };
  const draft = (ids: readonly FileId[]) =>
    archive.write(setDraft, {
      key: 'new',
      text: 'Look',
      files: ids,
      to: [],
      from: undefined,
      at: 1,
    });
  const rows = (): readonly string[] =>
    archive.db.prepare<[], string>('SELECT id FROM outgoing_file ORDER BY id').pluck().all();
  const onDisk = (): readonly string[] =>
    existsSync(folder) ? readdirSync(folder).toSorted() : [];
  /** A text that goes with a file, of a status. */
  const sent = (id: FileId, status: string, serverId: string | null): void => {
    archive.db.exec(`
      INSERT OR IGNORE INTO thread (id, own_number, party_key, last_at) VALUES (1, '${able}', 'x', 1)`);
    const { lastInsertRowid } = archive.db
      .prepare(
        `INSERT INTO message (thread_id, server_id, direction, status, body, created_at, modified_at)
         VALUES (1, ?, 'outbound', ?, '', 1, 1)`,
      )
      .run(serverId, status);
    archive.db
      .prepare('UPDATE outgoing_file SET message_id = ? WHERE id = ?')
      .run(lastInsertRowid, id);
  };
  return { folder, archive, log, files, add, draft, rows, onDisk, sent };
}

/** A file of a text for later. */
function putOff({ archive }: ReturnType<typeof start>, id: FileId): ScheduledId {
  archive.db.exec(`
    INSERT INTO thread (id, own_number, party_key, last_at) VALUES (2, '${able}', 'y', 1);
    INSERT INTO scheduled_text (id, thread_id, client_id, body, from_number, send_at, created_at)
    VALUES (7, 2, 'later', 'Later', '${able}', 2, 1)`);
  archive.db.prepare('UPDATE outgoing_file SET scheduled_id = 7 WHERE id = ?').run(id);
  return '7' as ScheduledId;
}

describe('a file that is attached', () => {
  it('is kept without what the camera noted beside it', async () => {
    const { add, files } = start();
    const { id, sizeBytes, size } = await add('house.jpg', jpegHead(6));
    expect(size).toEqual({ width: 50, height: 100 });
    const path = await files.find(id, sizeBytes);
    expect(readFileSync(path ?? '')).toEqual(withoutMetadata('image/jpeg', jpegHead(6)));
  });

  it('goes with a text for later that is discarded', async () => {
    const started = start();
    const { archive, files, onDisk, rows } = started;
    const { id } = await started.add('house.png', png);
    const scheduledId = putOff(started, id);
    await archive.write(discardScheduled, { scheduledId, at: 1 });
    await files.tidy();
    expect(rows()).toEqual([]);
    expect(onDisk()).toEqual([]);
  });

  it('is on the disk for the user alone, and known to the archive', async () => {
    const { add, files, folder, onDisk, rows } = start();
    const file = await add('C:\\house.png', png);
    expect(file).toMatchObject({
      fileName: 'house.png',
      contentType: 'image/png',
      sizeBytes: png.byteLength,
      size: { width: 480, height: 320 },
      mediaId: `outgoing-${file.id}`,
    });
    expect(rows()).toEqual([file.id]);
    expect(onDisk()).toEqual([file.id]);
    expect(statSync(join(folder, file.id)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(await files.find(file.id, file.sizeBytes)).toBe(join(folder, file.id));
  });

  it('leaves nothing behind when it is refused, removed, or cannot be written', async () => {
    const { add, files, folder, log, onDisk, rows } = start();
    expect(await files.add({ fileName: 'house.png', bytes: program })).toMatchObject({ ok: false });
    const { id } = await add('house.png', png);
    await files.remove(id);
    expect([rows(), onDisk()]).toEqual([[], []]);
    rmSync(folder, { recursive: true });
    // A file where the folder should be.
    writeFileSync(folder, '');
    expect(await files.add({ fileName: 'house.png', bytes: png })).toMatchObject({
      failure: { message: 'file.not-kept' },
    });
    expect(rows()).toEqual([]);
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('is not removed any more once it goes with a text', async () => {
    const { add, files, onDisk, sent } = start();
    const { id } = await add('house.png', png);
    sent(id, 'queued', null);
    await files.remove(id);
    expect(onDisk()).toEqual([id]);
  });
});

describe('after a start', () => {
  it('what a draft or a text names is there, and nothing else', async () => {
    const { add, draft, files, folder, onDisk, rows, sent } = start();
    const drafted = await add('offer.pdf', pdf);
    const unnamed = await add('house.png', png);
    const going = await add('house.png', png);
    await draft([drafted.id]);
    sent(going.id, 'queued', null);
    writeFileSync(join(folder, 'of-nobody'), 'x');
    writeFileSync(join(folder, 'half.part'), 'x');
    await files.start();
    const left = [drafted.id, going.id].toSorted();
    expect(rows().toSorted()).toEqual(left);
    expect(onDisk()).toEqual(left);
    expect(rows()).not.toContain(unnamed.id);
  });

  it('texts that went show the copies of RingCentral where the bytes are gone; others wait', async () => {
    const { add, draft, files, folder, rows, sent } = start();
    const [drafted, delivered, queued, unknown] = [
      await add('a.png', png),
      await add('b.png', png),
      await add('c.png', png),
      await add('d.png', png),
    ];
    await draft([drafted.id]);
    sent(delivered.id, 'delivered', 'm1');
    sent(queued.id, 'queued', null);
    sent(unknown.id, 'unknown', null);
    rmSync(folder, { recursive: true });
    await files.start();
    expect(rows().toSorted()).toEqual([queued.id, unknown.id].toSorted());
  });
});

describe('what goes out', () => {
  it('is refused from a number that takes no files along, or with a file that is gone', async () => {
    const { add, files } = start();
    const { id } = await add('house.png', png);
    expect(await files.findObstacle([], tollFree)).toBeUndefined();
    expect(await files.findObstacle([id], able)).toBeUndefined();
    expect((await files.findObstacle([id], tollFree))?.message).toBe('file.sender-refused');
    expect((await files.findObstacle([id, 'none' as FileId], able))?.message).toBe('file.gone');
  });

  it('is refused beyond the limits', async () => {
    const { add, files } = start();
    const ids: FileId[] = [];
    for (let n = 0; n < 11; n += 1) ids.push((await add('offer.pdf', pdf)).id);
    expect((await files.findObstacle(ids, able))?.message).toBe('file.too-many');
    const large = new TextEncoder().encode('a'.repeat(800_000));
    const two = [(await add('a.txt', large)).id, (await add('b.txt', large)).id];
    expect((await files.findObstacle(two, able))?.message).toBe('file.together-too-large');
  });

  it('has its bytes, or fails as a whole', async () => {
    const { add, files, folder } = start();
    const both = [await add('house.png', png), await add('offer.pdf', pdf)];
    const outgoing = both.map((file) => ({ ...file, addedAt: 1 }));
    expect(await files.read(outgoing)).toEqual({
      ok: true,
      value: [
        { fileName: 'house.png', contentType: 'image/png', bytes: Buffer.from(png) },
        { fileName: 'offer.pdf', contentType: 'application/pdf', bytes: Buffer.from(pdf) },
      ],
    });
    // Cut short is as good as gone.
    writeFileSync(join(folder, both[1]?.id ?? ''), '%PDF');
    expect(await files.read(outgoing)).toMatchObject({ failure: { message: 'file.gone' } });
  });
});

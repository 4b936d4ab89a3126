import { describe, expect, it } from 'vitest';
import type { Topic } from '../../../shared/contract/index.ts';
import type { DraftKey } from '../../../shared/model/drafts.ts';
import type { E164, FileId, ThreadId } from '../../../shared/model/ids.ts';
import { createDrafts, type Drafts } from '../../../main/core/drafts/service.ts';
import { removeDraftsOf, settleDraft } from '../../../main/core/drafts/rows.ts';
import { findOrCreateThread } from '../../../main/core/messages/rows.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { ada, bob, mainNumber, secondNumber } from '../support/session.ts';

type World = {
  readonly archive: InProcessArchive;
  readonly drafts: Drafts;
  readonly told: Topic[];
};

function open(): World {
  const archive = openInProcessArchive();
  const told: Topic[] = [];
  const events = { changed: (...topics: readonly Topic[]) => void told.push(...topics) };
  return { archive, told, drafts: createDrafts({ archive, clock: new ManualClock(), events }) };
}

const nothing = { text: '', files: [], to: [], from: undefined };
const written = (key: DraftKey, text: string, more: Partial<typeof nothing> = {}) => ({
  ...nothing,
  key,
  text,
  ...more,
});

function addFile({ archive }: World, id: string): FileId {
  archive.db
    .prepare(
      `INSERT INTO outgoing_file (id, file_name, content_type, size_bytes, width, height, added_at)
       VALUES (?, ?, 'image/png', 12, 3, 4, 5)`,
    )
    .run(id, `${id}.png`);
  return id as FileId;
}

function addThread({ archive }: World, ...numbers: readonly E164[]): ThreadId {
  const parties = numbers.map((number) => ({
    number,
    extensionNumber: undefined,
    name: undefined,
  }));
  const id = findOrCreateThread(archive.db, { ownNumber: mainNumber, parties, at: 1 });
  return String(id) as ThreadId;
}

const count = ({ archive }: World): unknown =>
  archive.db.prepare('SELECT count(*) FROM draft').pluck().get();

describe('drafts', () => {
  it('keeps what is written, whom it is for, from where and with what, in its order', async () => {
    const world = open();
    const files = [addFile(world, 'two'), addFile(world, 'one')];
    expect(await world.drafts.get('new')).toEqual(nothing);
    const to = ['+1 907 555 0141', 'someone'];
    await world.drafts.set({ key: 'new', text: ' Hello', files, to, from: secondNumber });
    const draft = await world.drafts.get('new');
    expect(draft).toMatchObject({ text: ' Hello', to, from: secondNumber });
    expect(draft.files.map(({ fileName, size }) => [fileName, size?.width])).toEqual([
      ['two.png', 3],
      ['one.png', 3],
    ]);
    expect(await world.drafts.get('quick')).toEqual(nothing);
  });

  it('forgets an empty one, and lets go of files that are no longer in it', async () => {
    const world = open();
    const [one, two] = [addFile(world, 'one'), addFile(world, 'two')];
    await world.drafts.set({ ...written('7' as ThreadId, 'Hi'), files: [one, two] });
    await world.drafts.set({ ...written('7' as ThreadId, ' \n'), files: [two] });
    expect((await world.drafts.get('7' as ThreadId)).files.map(({ id }) => id)).toEqual([two]);
    await world.drafts.set({ ...written('7' as ThreadId, ' \n'), from: secondNumber });
    expect(count(world)).toBe(0);
    const left = world.archive.db.prepare('SELECT id FROM outgoing_file WHERE draft_key NOTNULL');
    expect(left.all()).toEqual([]);
  });

  it('tells the list of conversations only when one comes to be or goes', async () => {
    const world = open();
    const key = '7' as ThreadId;
    const areas = async (text: string): Promise<readonly string[]> => {
      world.told.length = 0;
      await world.drafts.set(written(key, text));
      return world.told.map(({ area }) => area);
    };
    expect(await areas('H')).toEqual(['drafts', 'threads']);
    expect(await areas('He')).toEqual(['drafts']);
    expect(await areas('')).toEqual(['drafts', 'threads']);
    expect(await areas('')).toEqual(['drafts']);
  });

  it('takes no file away from a text that has been accepted with it', async () => {
    const world = open();
    const file = addFile(world, 'one');
    const thread = addThread(world, ada);
    world.archive.db.exec(`INSERT INTO message (id, thread_id, direction, status, body, created_at,
      modified_at, is_read) VALUES (1024, ${thread}, 'outbound', 'queued', '', 1, 1, 1)`);
    world.archive.db.exec('UPDATE outgoing_file SET message_id = 1024');
    await world.drafts.set({ ...written(thread, 'More'), files: [file] });
    expect((await world.drafts.get(thread)).files).toEqual([]);
  });

  it('goes when it has become a text, and stays when more has been written since', async () => {
    const world = open();
    await world.drafts.set(written('new', 'Hello '));
    settleDraft(world.archive.db, 'new', 'Other');
    expect(count(world)).toBe(1);
    settleDraft(world.archive.db, 'new', 'Hello');
    expect(count(world)).toBe(0);
  });

  it('goes with a person: of a thread with them alone, and of a text to them', async () => {
    const world = open();
    const alone = addThread(world, ada);
    const group = addThread(world, ada, bob);
    const other = addThread(world, bob);
    await world.drafts.set(written(alone, 'a'));
    await world.drafts.set(written(group, 'b'));
    await world.drafts.set(written(other, 'c'));
    await world.drafts.set({ ...written('new', 'd'), to: [ada, bob] });
    removeDraftsOf(world.archive.db, [ada]);
    const left = world.archive.db.prepare('SELECT body FROM draft ORDER BY body').pluck();
    expect(left.all()).toEqual(['b', 'c']);
  });
});

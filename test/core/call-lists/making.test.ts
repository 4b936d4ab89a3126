import { describe, expect, it } from 'vitest';
import type { ContactId } from '../../../shared/model/ids.ts';
import { addPeople } from '../contacts/entries.ts';
import { entriesOf, must, openLists, readDraft, type ListsWorld } from './harness.ts';

const ada = '+12125550142';
const bob = '+19175550144';
const cy = '+13105550145';

const whoIsOn = async (
  world: ListsWorld,
  source: Parameters<ListsWorld['lists']['create']>[1],
): Promise<readonly (string | undefined)[]> => {
  const list = must(await world.lists.create('Monday', source));
  const entries = await entriesOf(world, list.id);
  return entries.map(({ party }) =>
    [party.name, party.number ?? party.extensionNumber].filter(Boolean).join(' '),
  );
};

describe('a list from a file', () => {
  it('has everyone in the order of the file, with names of the contacts and what the file says', async () => {
    const world = openLists();
    addPeople(world.archive, [{ name: 'Ada Byron', company: 'Engines', numbers: [ada] }]);
    world.choose('Name,Phone,Loan\nA. Byron,(212) 555-0142 x7,4.5\nBob,917-555-0144,\n');
    const draft = await readDraft(world);
    const list = must(await world.lists.create('Monday', { from: 'csv', draftId: draft.draftId }));
    expect(list).toMatchObject({ name: 'Monday', counts: { open: 2, called: 0, skipped: 0 } });
    expect(await entriesOf(world, list.id)).toMatchObject([
      {
        position: 1,
        party: { name: 'Ada Byron', company: 'Engines', number: ada },
        listedName: 'A. Byron',
        typed: '(212) 555-0142 x7',
        dial: `${ada},7`,
        details: [['Loan', '4.5']],
        state: 'open',
        isDoNotCall: false,
      },
      { position: 2, party: { name: 'Bob', number: bob }, listedName: undefined, dial: bob },
    ]);
    expect(world.told).toContain('call-lists');
  });

  it('is read again with the columns that the user chose', async () => {
    const world = openLists();
    world.choose('Office,Cell,Who\n2125550142,9175550144,Ada\n');
    const { draftId, numberColumn } = await readDraft(world);
    expect(numberColumn).toBe(1);
    const chosen = must(
      await world.lists.chooseColumns(draftId, { numberColumn: 0, nameColumn: 2 }),
    );
    expect(chosen).toMatchObject({ draftId, numberColumn: 0, sample: [{ typed: '2125550142' }] });
    expect(await whoIsOn(world, { from: 'csv', draftId })).toEqual([`Ada ${ada}`]);
  });

  it('is made once, however often it is asked for at once, and again when the disk was full', async () => {
    const world = openLists();
    world.choose('Phone\n2125550142\n');
    const source = { from: 'csv', draftId: (await readDraft(world)).draftId } as const;
    const { write } = world.archive;
    world.archive.write = () => Promise.reject(new Error('the disk is full'));
    await expect(world.lists.create('Monday', source)).rejects.toThrow('the disk is full');
    world.archive.write = write;
    const made = await Promise.all([
      world.lists.create('Monday', source),
      world.lists.create('Monday', source),
    ]);
    expect(made.map(({ ok }) => ok)).toEqual([true, false]);
    expect(await world.lists.list()).toHaveLength(1);
  });

  it('is refused without a number in the column', async () => {
    const world = openLists();
    world.choose('Name,City\nAda,Rye\n');
    const { draftId } = await readDraft(world);
    expect(await world.lists.create('Monday', { from: 'csv', draftId })).toMatchObject({
      failure: { message: 'call-list.no-numbers' },
    });
  });

  it('is let go of after half an hour, when another is read, and when Sidetone closes', async () => {
    const world = openLists();
    world.choose('Phone\n2125550142\n');
    const isGone = async (draftId: string): Promise<boolean> => {
      const chosen = await world.lists.chooseColumns(draftId, {
        numberColumn: 0,
        nameColumn: undefined,
      });
      return !chosen.ok && chosen.failure.message === 'call-list.file-gone';
    };
    const first = (await readDraft(world)).draftId;
    const second = (await readDraft(world)).draftId;
    expect([await isGone(first), await isGone(second)]).toEqual([true, false]);
    await world.clock.advance(30 * 60_000);
    expect(await isGone(second)).toBe(true);
    const third = (await readDraft(world)).draftId;
    world.lists.stop();
    expect(await isGone(third)).toBe(true);
    expect(world.clock.waiting).toBe(0);
  });

  it('that was not chosen is none, and one that is not there is unreadable', async () => {
    const { lists, dialogs } = openLists();
    expect(await lists.readFile()).toEqual({ ok: true, value: undefined });
    dialogs.open = '/nowhere/people.csv';
    expect(await lists.readFile()).toMatchObject({ failure: { message: 'call-list.unreadable' } });
  });
});

describe('a list from a filtered history', () => {
  it('has everyone once, the latest first, without blocked numbers and emergency ones', async () => {
    const world = openLists();
    const both = [ada, cy];
    addPeople(world.archive, [{ name: 'Ada Byron', numbers: both }]);
    world.addCall({ number: ada, minute: 1 });
    world.addCall({ number: bob, name: 'BOB S', minute: 2 });
    world.addCall({ number: bob, name: 'BOB STONE', minute: 3 });
    world.addCall({ extension: '102', minute: 4 });
    world.addCall({ minute: 5 });
    world.addCall({ number: '+1911', minute: 6 });
    world.addCall({ number: cy, minute: 7 });
    expect(await whoIsOn(world, { from: 'history', filter: {} })).toEqual([
      // By the number last used, and once for both.
      `Ada Byron ${cy}`,
      '102',
      `BOB STONE ${bob}`,
    ]);
  });

  it('has only those in the filter', async () => {
    const world = openLists();
    world.addCall({ number: ada, direction: 'inbound', outcome: 'missed', minute: 1 });
    world.addCall({ number: bob, minute: 2 });
    world.addCall({ number: cy, direction: 'inbound', outcome: 'missed', minute: 3 });
    expect(await whoIsOn(world, { from: 'history', filter: { show: 'missed' } })).toEqual([
      cy,
      ada,
    ]);
    expect(await whoIsOn(world, { from: 'history', filter: { who: '917' } })).toEqual([bob]);
  });

  it('keeps people apart who share a number', async () => {
    const world = openLists();
    addPeople(world.archive, [
      { name: 'Ada Byron', numbers: [ada, bob] },
      { name: 'Al Byron', numbers: [ada] },
    ]);
    world.addCall({ number: ada, minute: 1 });
    world.addCall({ number: bob, minute: 2 });
    expect(await whoIsOn(world, { from: 'history', filter: {} })).toHaveLength(2);
  });

  it('is refused when there is nobody in it', async () => {
    const { lists } = openLists();
    expect(await lists.create('Monday', { from: 'history', filter: {} })).toMatchObject({
      failure: { message: 'call-list.empty' },
    });
  });
});

describe('a list from contacts', () => {
  it('has each by their first mobile, else their first number, in the order chosen', async () => {
    const world = openLists();
    const [first = '', second = '', third = '', fourth = ''] = addPeople(world.archive, [
      { name: 'Ada Byron', numbers: [ada, bob] },
      { name: 'Cy Twombly', numbers: [cy] },
      { name: 'Dee', numbers: ['104'] },
      { name: 'Nobody', numbers: [] },
    ]);
    const contactIds = [third, second, fourth, first, first, '9999'] as ContactId[];
    // The second number of Ada's is the mobile one.
    world.archive.db.exec(
      `UPDATE contact_number SET label = CASE number WHEN '${bob}' THEN 'mobile' ELSE 'home' END
       WHERE number IN ('${ada}', '${bob}')`,
    );
    expect(await whoIsOn(world, { from: 'contacts', contactIds })).toEqual([
      'Dee 104',
      `Cy Twombly ${cy}`,
      `Ada Byron ${bob}`,
    ]);
  });

  it('names who was chosen of several who share a number', async () => {
    const world = openLists();
    const [, al = ''] = addPeople(world.archive, [
      { name: 'Ada Byron', numbers: [ada] },
      { name: 'Al Byron', numbers: [ada] },
    ]);
    expect(await whoIsOn(world, { from: 'contacts', contactIds: [al as ContactId] })).toEqual([
      `Al Byron ${ada}`,
    ]);
  });

  it('never calls a fax', async () => {
    const world = openLists();
    const ids = addPeople(world.archive, [{ name: 'Ada', numbers: [ada] }]) as ContactId[];
    world.archive.db.exec(`UPDATE contact_number SET label = 'businessFax'`);
    expect(await world.lists.create('Faxes', { from: 'contacts', contactIds: ids })).toMatchObject({
      failure: { message: 'call-list.empty' },
    });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { ContactImportId } from '../../../../shared/model/ids.ts';
import { storeLocalEntry } from '../../../../main/core/contacts/changes/queries.ts';
import { readEntry } from '../../../../main/core/contacts/entries/rows.ts';
import {
  listContactImports,
  planContactImport,
  undoContactImport,
  useContactImport,
} from '../../../../main/core/contacts/import/queries.ts';
import { readEntries } from '../../../../main/core/contacts/import/service.ts';
import { listContacts } from '../../../../main/core/contacts/queries.ts';
import { openInProcessArchive, type InProcessArchive } from '../../../db/in-process.ts';
import { addPeople, us } from '../entries.ts';

let archive: InProcessArchive;
beforeEach(() => {
  archive = openInProcessArchive();
});

const header = 'First name,Last name,Company,Mobile,Work phone,Email,Notes';

function toImport(...lines: readonly string[]) {
  const read = readEntries(Buffer.from([header, ...lines].join('\n')));
  if (!read.ok) throw new Error(read.failure.message);
  return { entries: read.value.entries, country: us };
}

const plan = (...lines: readonly string[]) => archive.read(planContactImport, toImport(...lines));
const use = (...lines: readonly string[]) =>
  archive.write(useContactImport, { ...toImport(...lines), fileName: 'people.csv', at: 5 });
const undo = (importId: string) =>
  archive.write(undoContactImport, { importId: importId as ContactImportId, at: 9 });
const people = async () => {
  const request = { after: undefined, limit: 200, show: 'all', pattern: undefined } as const;
  const { items } = await archive.read(listContacts, request);
  return items.map(({ name, sources, numbers, email }) => ({
    name,
    sources: sources.join('+'),
    numbers: numbers.map(({ number, typed }) => number ?? typed),
    email,
  }));
};
const everything = () =>
  archive.db
    .prepare(
      `SELECT contact.id, person_id, name, email, number FROM contact
       LEFT JOIN contact_number ON contact_id = contact.id
       WHERE availability = 'Alive' ORDER BY contact.id, number`,
    )
    .all();

describe('a dry run', () => {
  it('says of each line what would become of it, with its numbers as they would be stored', async () => {
    addPeople(archive, [
      { name: 'Ada Byron', numbers: ['+12125550142'] },
      { name: 'Cy Young', email: 'cy@example.com', numbers: ['+12125550144'] },
    ]);
    const before = everything();
    const { counts, entries } = await plan(
      'Bob,Stone,Stones,(310) 555-0143,,,',
      'ada,BYRON,,212.555.0142,,ada@example.com,',
      'Cy,Young,,212 555 0144,,CY@example.com,',
      ',,,,,,only a note',
      'Dora,,,12,none of your business,,',
      ',,,call me,,,',
    );
    expect(counts).toEqual({ add: 2, merge: 1, unchanged: 1, refuse: 2 });
    expect(
      entries.map(({ line, action, name, mergesWith }) => [line, action, name, mergesWith]),
    ).toEqual([
      [2, 'add', 'Bob Stone', undefined],
      [6, 'add', 'Dora', undefined],
      [3, 'merge', 'ada BYRON', 'Ada Byron'],
      [4, 'unchanged', 'Cy Young', 'Cy Young'],
      [5, 'refuse', '', undefined],
      [7, 'refuse', '', undefined],
    ]);
    expect(entries[0]?.numbers).toEqual([{ typed: '(310) 555-0143', stored: '+13105550143' }]);
    expect(entries[1]).toMatchObject({
      numbers: [
        { typed: '12', stored: '12' },
        { typed: 'none of your business', stored: undefined },
      ],
      problem: { message: 'contact-import.number-invalid' },
    });
    expect(entries[4]?.problem?.message).toBe('contact-import.entry-empty');
    expect(entries[5]?.problem?.message).toBe('contact-import.number-invalid');
    expect(everything()).toEqual(before);
  });

  it('counts all and shows the first of each kind', async () => {
    const many = Array.from(
      { length: 300 },
      (_, index) => `Person ${index},,,,,p${index}@example.com,`,
    );
    const { counts, entries } = await plan(...many);
    expect(counts.add).toBe(300);
    expect(entries).toHaveLength(200);
  });
});

describe('an import', () => {
  it('adds people to this computer and completes those who are known, overwriting nothing', async () => {
    addPeople(archive, [
      { name: 'Ada Byron', email: 'ada@example.com', numbers: ['+12125550142'] },
    ]);
    const done = await use(
      'Ada,Byron,Engines,212 555 0142,(212) 555-0150,other@example.com,',
      'Bob,Stone,,310 555 0143,,,',
      'Bob,Stone,Stones,310 555 0143,310 555 0149,bob@example.com,',
    );
    expect(done).toEqual({ id: '1', fileName: 'people.csv', at: 5, added: 2, merged: 0 });
    expect(await people()).toEqual([
      {
        name: 'Ada Byron',
        sources: 'personal+local',
        numbers: ['+12125550142', '+12125550150'],
        email: 'ada@example.com',
      },
      {
        name: 'Bob Stone',
        sources: 'local',
        numbers: ['+13105550143', '+13105550149'],
        email: 'bob@example.com',
      },
    ]);
    // The address book's own entry is not touched.
    expect(readEntry(archive.db, 1)?.numbers).toHaveLength(1);
  });

  it('done again changes nothing', async () => {
    const line = 'Bob,Stone,Stones,310 555 0143,,bob@example.com,Likes stones';
    await use(line);
    const before = everything();
    expect((await plan(line)).counts).toEqual({ add: 0, merge: 0, unchanged: 1, refuse: 0 });
    expect(await use(line)).toMatchObject({ added: 0, merged: 0 });
    expect(everything()).toEqual(before);
  });

  it('is all or nothing', async () => {
    archive.db.exec(`CREATE TRIGGER no_dora BEFORE INSERT ON contact WHEN new.name = 'Dora'
      BEGIN SELECT raise(ABORT, 'disk is full'); END`);
    await expect(use('Bob,,,310 555 0143,,,', 'Dora,,,310 555 0144,,,')).rejects.toThrow();
    expect(everything()).toEqual([]);
    expect(await archive.read(listContactImports, undefined)).toEqual([]);
  });
});

describe('taking an import back', () => {
  it('leaves everything as it was', async () => {
    addPeople(archive, [{ name: 'Ada Byron', numbers: ['+12125550142'] }]);
    await use('Bob,Stone,,310 555 0143,,,');
    const before = everything();
    const second = await use(
      'Bob,Stone,Stones,310 555 0143,,,',
      'Ada,Byron,,212 555 0142,1,,x',
      'Cy,,,,,,',
    );
    expect(second).toMatchObject({ added: 2, merged: 1 });
    expect(everything()).not.toEqual(before);
    expect(await undo(second.id)).toBe(true);
    expect(everything()).toEqual(before);
    expect(await undo(second.id)).toBe(false);
    expect(await archive.read(listContactImports, undefined)).toMatchObject([{ id: '1' }]);
  });

  it('keeps what has been changed by hand since', async () => {
    const done = await use('Bob,Stone,,310 555 0143,,,', 'Cy,Young,,310 555 0144,,,');
    const bob = readEntry(archive.db, 1);
    if (bob === undefined) throw new Error('Bob was not imported');
    await archive.write(storeLocalEntry, {
      entry: { ...bob, company: 'Stones' },
      id: 1,
      change: { subject: 'contact:x', what: 'change', where: 'local', at: 6 },
    });
    await undo(done.id);
    expect((await people()).map(({ name }) => name)).toEqual(['Bob Stone']);
  });
});

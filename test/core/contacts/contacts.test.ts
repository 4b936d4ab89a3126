import { describe, expect, it } from 'vitest';
import type { ContactId } from '../../../shared/model/ids.ts';
import { setFavourite, setSpeedDial } from '../../../main/core/contacts/changes/queries.ts';
import { markEntries } from '../../../main/core/contacts/entries/rows.ts';
import { listContactsSql, listSpeedDials } from '../../../main/core/contacts/queries.ts';
import { numbersMatching, peopleByNumberSql, whoseRows } from '../../../main/core/contacts/rows.ts';
import { e164, type Person } from './entries.ts';
import { ada, bob, cyrus, elif, make, people } from './people.ts';

describe('the list of contacts', () => {
  it('is by name whatever case and diacritics, without those RingCentral has deleted', async () => {
    const { list, ids, db } = make([...people, { name: 'Dora' }]);
    markEntries(db, [Number(ids[4])], 'Deleted');
    const { items, next } = await list();
    expect(items.map(({ name }) => name)).toEqual([ada, bob, cyrus, elif].map(({ name }) => name));
    expect(next).toBeUndefined();
    expect(items[1]).toMatchObject({
      id: ids[1],
      name: 'bob Stone',
      firstName: 'bob',
      lastName: 'Stone',
      sources: ['personal'],
      isFavourite: false,
      numbers: [
        { label: 'mobile', number: '+13105550143' },
        { label: 'business', number: '+13105550144' },
      ],
    });
  });

  it('is read in pages that neither miss nor repeat anyone, namesakes included', async () => {
    const many = Array.from({ length: 9 }, (_, n) => ({ name: n < 5 ? 'Same Name' : `N ${n}` }));
    const { list } = make(many);
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await list('', { limit: 2, ...(after !== undefined && { after }) });
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(ids).toEqual(['6', '7', '8', '9', '1', '2', '3', '4', '5']);
  });

  it.each([
    ['byr', ['Ada Byron']],
    ['byron ada', ['Ada Byron']],
    ['ENGINES', ['Ada Byron']],
    ['(212) 555', ['Ada Byron']],
    ['+1 310', ['bob Stone']],
    ['0144', ['bob Stone']],
    ['102', [cyrus.name]],
    ['%', [cyrus.name]],
    ['_', [cyrus.name]],
    ['\\', [cyrus.name]],
    ['100%_sure\\', [cyrus.name]],
    ['elif celik', ['Élif Çelik']],
    ['lodz muhle', ['Élif Çelik']],
    ['elif@example', ['Élif Çelik']],
    [`' OR 1=1 --`, []],
    ['nobody', []],
  ])('narrowed by %j', async (query, names) => {
    expect(await make(people).names(query)).toEqual(names);
  });

  it('has everyone for a blank, and starts over at a place that is not there', async () => {
    const { list } = make(people);
    expect((await list('  ')).items).toHaveLength(4);
    expect((await list('', { after: 'nonsense' })).items).toHaveLength(4);
  });

  it('can be of one source, or of favourites', async () => {
    const twin: Person = { ...ada, source: 'company' };
    const { names, archive, ids } = make([...people, twin]);
    expect(await names('', 'company')).toEqual(['Ada Byron', cyrus.name]);
    expect(await names('', 'personal')).toEqual(['Ada Byron', 'bob Stone', 'Élif Çelik']);
    expect(await names('', 'local')).toEqual([]);
    // By the entry of the company: the person is the favourite.
    const contactId = ids[4] as ContactId;
    await archive.write(setFavourite, { contactId, isFavourite: true });
    await archive.write(setFavourite, { contactId: ids[3] as ContactId, isFavourite: true });
    expect(await names('', 'favourites')).toEqual(['Ada Byron']);
    await archive.write(setFavourite, { contactId, isFavourite: false });
    expect(await names('', 'favourites')).toEqual([]);
  });

  it('walks its index', () => {
    const { db } = make([]);
    const [step] = db.prepare(`EXPLAIN QUERY PLAN ${listContactsSql('all', false)}`).all('', 0, 50);
    expect((step as { detail: string }).detail).toMatch(
      /USING INDEX contact_people \(\(?sort_name/,
    );
    const plan = db
      .prepare(`EXPLAIN QUERY PLAN ${peopleByNumberSql}`)
      .all('x')
      .map((row) => (row as { detail: string }).detail);
    expect(plan.join('; ')).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});

describe('entries of one person', () => {
  const twin: Person = {
    name: 'BYRON, Ada',
    source: 'company',
    email: 'ada@example.com',
    numbers: ['(212) 555-0142', '101'],
  };

  it('are shown as one, with what each of them says', async () => {
    const { list, get, ids } = make([twin, ada]);
    const { items } = await list();
    expect(items).toMatchObject([
      {
        id: ids[1],
        name: 'Ada Byron',
        company: 'Engines Ltd',
        email: 'ada@example.com',
        sources: ['personal', 'company'],
        numbers: [{ number: '+12125550142' }, { extensionNumber: '101' }],
      },
    ]);
    expect(await get(ids[0] ?? '')).toEqual(items[0]);
    expect(await get('404')).toBeUndefined();
    expect(await get('nonsense')).toBeUndefined();
  });

  it('are found by any of their numbers, and by the words of any of them', async () => {
    const { names, db, ids } = make([twin, ada]);
    expect(await names('101')).toEqual(['Ada Byron']);
    expect(whoseRows(db, { contactId: ids[0] as ContactId })).toEqual({
      contactIds: ids.map(Number),
      numbers: ['+12125550142'],
      extensionNumbers: ['101'],
    });
    expect(numbersMatching(db, 'engines')).toEqual({
      numbers: ['+12125550142'],
      extensionNumbers: [],
    });
    expect(numbersMatching(db, '555 0142').numbers).toEqual(['+12125550142']);
    expect(numbersMatching(db, ' ')).toEqual({ numbers: [], extensionNumbers: [] });
  });

  it('stay found when the one that stood for them is deleted', async () => {
    const { list, get, db, ids, party } = make([twin, ada]);
    markEntries(db, [Number(ids[1])], 'Deleted');
    const { items } = await list();
    expect(items).toMatchObject([{ id: ids[0], sources: ['company'] }]);
    expect(await get(ids[1] ?? '')).toEqual(items[0]);
    expect(party('+12125550142').contactId).toBe(ids[0]);
    markEntries(db, [Number(ids[0])], 'Deleted');
    expect((await list()).items).toEqual([]);
    // History still names them.
    expect(await get(ids[1] ?? '')).toMatchObject({ sources: ['personal', 'company'] });
  });
});

describe('a number', () => {
  it('is matched whatever its format', () => {
    const formats = ['(212) 555-0142', '+1 212 555 0142', '212.555.0142', '1-212-555-0142'];
    for (const typed of formats) {
      expect(make([{ name: 'Ada Byron', numbers: [typed] }]).party('+12125550142').name).toBe(
        'Ada Byron',
      );
    }
  });

  it('that several people have names them all, the user’s own first', () => {
    const line = '+12125550199';
    const { party, db } = make([
      { name: 'Zoe', source: 'company', numbers: [line] },
      { name: 'Yan', source: 'company', numbers: [line] },
      { name: 'Ada', numbers: [line] },
    ]);
    expect(party(line)).toMatchObject({ name: 'Ada', sharedWith: ['Zoe', 'Yan'] });
    expect(whoseRows(db, { number: e164(line) })).toEqual({
      contactIds: [3, 1, 2],
      numbers: [line],
      extensionNumbers: [],
    });
    expect(party('+12125550198')).toEqual({
      contactId: undefined,
      name: undefined,
      company: undefined,
      number: '+12125550198',
      extensionNumber: undefined,
    });
  });

  it('can be on one key of the dial pad', async () => {
    const { archive } = make([ada]);
    const set = (key: number, number?: string) =>
      archive.write(setSpeedDial, { key, number: number === undefined ? undefined : e164(number) });
    const keys = async () =>
      (await archive.read(listSpeedDials, undefined)).map(
        ({ key, party }) => `${key} ${party.name ?? party.number}`,
      );
    await set(3, '+12125550142');
    await set(1, '+12125550143');
    expect(await keys()).toEqual(['1 +12125550143', '3 Ada Byron']);
    await set(1, '+12125550142');
    expect(await keys()).toEqual(['1 Ada Byron']);
    await set(1);
    expect(await keys()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ContactId } from '../../../shared/model/ids.ts';
import { createContactHandlers } from '../../../main/core/contacts/handlers.ts';
import { toPattern } from '../../../main/core/contacts/pattern.ts';
import { listContactsSql } from '../../../main/core/contacts/queries.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';

type Person = {
  readonly name: string;
  readonly company?: string;
  readonly source?: string;
  readonly numbers?: readonly string[];
  readonly availability?: string;
};

function make(people: readonly Person[]) {
  const archive = openInProcessArchive();
  for (const [index, person] of people.entries()) addPerson(archive, index, person);
  const handlers = createContactHandlers(archive);
  return {
    archive,
    async list(query?: string, after?: string, limit = 50) {
      const answer = await handlers['contacts.list']({ query, after, limit });
      if (!answer.ok) throw new Error(answer.failure.message);
      return answer.value;
    },
    async suggest(text: string, limit = 8) {
      const answer = await handlers['contacts.suggest']({ text, limit });
      if (!answer.ok) throw new Error(answer.failure.message);
      return answer.value.map(
        ({ source, party }) => `${source}: ${party.name ?? '-'} ${party.number ?? '-'}`,
      );
    },
    get: (id: string) => handlers['contacts.get']({ contactId: id as ContactId }),
    addCall(number: string, at: number) {
      archive.db
        .prepare(
          `INSERT INTO call (id, direction, outcome, number, started_at)
           VALUES (?, 'outbound', 'connected', ?, ?)`,
        )
        .run(at * 1024, number, at);
    },
    addThread(number: string, at: number) {
      const { lastInsertRowid } = archive.db
        .prepare(
          `INSERT INTO thread (own_number, party_key, last_at) VALUES ('+12125550100', ?, ?)`,
        )
        .run(number, at);
      archive.db
        .prepare('INSERT INTO thread_party (thread_id, position, number) VALUES (?, 0, ?)')
        .run(lastInsertRowid, number);
    },
  };
}

function addPerson({ db }: InProcessArchive, index: number, person: Person): void {
  const { name, company, source = 'personal', numbers = [], availability = 'Alive' } = person;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO contact (source, server_id, name, company, availability) VALUES (?, ?, ?, ?, ?)`,
    )
    .run(source, String(index), name, company ?? null, availability);
  for (const number of numbers) {
    db.prepare(
      `INSERT INTO contact_number (contact_id, label, typed, number, extension_number)
       VALUES (?, 'mobile', ?, ?, ?)`,
    ).run(
      lastInsertRowid,
      number,
      number.startsWith('+') ? number : null,
      number.startsWith('+') ? null : number,
    );
  }
}

const ada: Person = { name: 'Ada Byron', company: 'Engines Ltd', numbers: ['+12125550142'] };
const bob: Person = { name: 'bob Stone', numbers: ['+13105550143', '+13105550144'] };
const cyrus: Person = { name: 'Cyrus 100%_sure\\', source: 'company', numbers: ['102'] };
const gone: Person = { name: 'Dora', numbers: ['+12125550145'], availability: 'Deleted' };
const people = [cyrus, bob, gone, ada];

describe('the list of contacts', () => {
  it('is by name whatever the case, without those RingCentral has deleted', async () => {
    const { items, next } = await make(people).list();
    expect(items.map(({ name }) => name)).toEqual([ada.name, bob.name, cyrus.name]);
    expect(next).toBeUndefined();
    expect(items[1]).toEqual({
      id: '2',
      name: 'bob Stone',
      source: 'personal',
      company: undefined,
      jobTitle: undefined,
      email: undefined,
      numbers: ['+13105550143', '+13105550144'].map((number) => ({
        label: 'mobile',
        number,
        typed: number,
        extensionNumber: undefined,
      })),
    });
  });

  it('is read in pages that neither miss nor repeat anyone, namesakes included', async () => {
    const many = Array.from({ length: 9 }, (_, n) => ({ name: n < 5 ? 'Same Name' : `N ${n}` }));
    const { list } = make(many);
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await list(undefined, after, 2);
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(ids).toEqual(['6', '7', '8', '9', '1', '2', '3', '4', '5']);
  });

  it.each([
    ['byr', [ada.name]],
    ['ENGINES', [ada.name]],
    ['(212) 555', [ada.name]],
    ['+1 310', [bob.name]],
    ['0144', [bob.name]],
    ['102', [cyrus.name]],
    ['%', [cyrus.name]],
    ['_', [cyrus.name]],
    ['\\', [cyrus.name]],
    ['100%_sure\\', [cyrus.name]],
    ['Dora', []],
    [`' OR 1=1 --`, []],
    ['  ', [ada.name, bob.name, cyrus.name]],
  ])('narrowed by %j', async (query, names) => {
    expect((await make(people).list(query)).items.map(({ name }) => name)).toEqual(names);
  });

  it('starts over at a place that is not there', async () => {
    expect((await make(people).list(undefined, 'nonsense')).items).toHaveLength(3);
  });

  it('walks its index', async () => {
    const { archive } = make([]);
    const plan = archive.db
      .prepare(`EXPLAIN QUERY PLAN ${listContactsSql}`)
      .all('', '', 0, 50)
      .map((row) => (row as { detail: string }).detail);
    expect(plan).toEqual([expect.stringContaining('USING INDEX contact_by_name (name>?)')]);
  });
});

describe('one contact', () => {
  it('is found, also when RingCentral has deleted it since', async () => {
    const { get } = make(people);
    expect(await get('3')).toMatchObject({ ok: true, value: { name: 'Dora' } });
    expect(await get('404')).toEqual({ ok: true, value: undefined });
    expect(await get('nonsense')).toEqual({ ok: true, value: undefined });
  });
});

describe('type-ahead', () => {
  it('has contacts before recent numbers, names that start so before others', async () => {
    const { suggest, addCall } = make([
      ada,
      bob,
      { name: 'Zoe', company: 'Bob & Sons', numbers: ['+12125550150'] },
    ]);
    addCall('+14155550143', 1);
    expect(await suggest('bob')).toEqual([
      'contact: bob Stone +13105550143',
      'contact: bob Stone +13105550144',
      'contact: Zoe +12125550150',
    ]);
    expect(await suggest('0143')).toEqual([
      'contact: bob Stone +13105550143',
      'recent: - +14155550143',
    ]);
  });

  it('shows the latest numbers of calls and texts when nothing is typed, each once', async () => {
    const { suggest, addCall, addThread } = make([ada]);
    addCall('+12125550142', 10);
    addCall('+14155550101', 30);
    addThread('+14155550102', 20);
    addThread('+12125550142', 40);
    expect(await suggest('')).toEqual([
      'recent: Ada Byron +12125550142',
      'recent: - +14155550101',
      'recent: - +14155550102',
    ]);
    expect(await suggest('', 1)).toHaveLength(1);
  });

  it('does not say a contact’s number again as a recent one', async () => {
    const { suggest, addCall } = make([ada]);
    addCall('+12125550142', 10);
    expect(await suggest('212555')).toEqual(['contact: Ada Byron +12125550142']);
  });

  it('names a number that is in both address books once, as the user calls it', async () => {
    const twin: Person = { name: 'Byron, A.', source: 'company', numbers: ['+12125550142'] };
    expect(await make([twin, ada]).suggest('byron')).toEqual(['contact: Ada Byron +12125550142']);
  });

  it('leaves out people it has no number for', async () => {
    expect(await make(people).suggest('Cyrus')).toEqual([]);
    expect(await make(people).suggest('Dora')).toEqual([]);
  });
});

describe('what was typed', () => {
  it('matches digits only when it reads like a number', () => {
    expect(toPattern('020 7946')).toMatchObject({ digits: '%207946%' });
    expect(toPattern('+1 (212)')).toMatchObject({ digits: '%1212%' });
    expect(toPattern('Route 66')).toMatchObject({ words: '%Route 66%', digits: undefined });
    expect(toPattern('5')).toMatchObject({ digits: undefined });
    expect(toPattern(' \u200b ')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../main/core/contacts/fold.ts';
import { toPeople, type GroupEntry } from '../../../main/core/contacts/grouping.ts';

const entry = (
  id: number,
  name: string,
  marks: readonly string[],
  more: Partial<GroupEntry> = {},
): GroupEntry => ({
  id,
  source: 'personal',
  isAlive: true,
  nameKey: nameKey(name),
  marks,
  ...more,
});
const people = (...entries: readonly GroupEntry[]) =>
  entries.map(({ id }) => toPeople(entries).get(id));

describe('entries are one person', () => {
  it('with a number or an address in common under the same name, however it is written', () => {
    const ada = entry(1, 'Ada Brön', ['n1']);
    expect(people(ada, entry(2, 'BRON, ADA', ['n1', 'n2']))).toEqual([1, 1]);
    expect(people(ada, entry(2, 'Ada Bron', ['n2']), entry(3, 'ada bron', ['n1', 'n2']))).toEqual([
      1, 1, 1,
    ]);
  });

  it('not by the name alone, nor by a number that others have, too', () => {
    const ada = entry(1, 'Ada', ['n1']);
    expect(people(ada, entry(2, 'Ada', ['n2']))).toEqual([1, 2]);
    expect(people(ada, entry(2, 'Bob', ['n1']))).toEqual([1, 2]);
  });

  it('when one has no name beyond its number or address: the first person who has it', () => {
    const [bob, ada] = [entry(5, 'Bob', ['n1']), entry(3, 'Ada', ['n1', 'n9'])];
    expect(people(entry(1, '(212) 555-0142', ['n1']), bob, ada)).toEqual([3, 5, 3]);
    expect(people(entry(1, 'a@example.com', ['n7']), entry(2, '+1', ['n7']))).toEqual([1, 1]);
    expect(people(entry(1, '(212) 555-0142', ['n1']))).toEqual([1]);
  });

  it('not when the company has them twice: namesakes who share a switchboard', () => {
    const company = { source: 'company' } as const;
    const one = entry(1, 'Ada', ['n1', 'x101'], company);
    const other = entry(2, 'Ada', ['n1', 'x102'], company);
    expect(people(one, other)).toEqual([1, 2]);
    expect(people(one, other, entry(3, 'Ada', ['x102']))).toEqual([1, 3, 3]);
  });
});

describe('a person is stood for', () => {
  it('by RingCentral’s address book, then this computer, then the company, then the oldest', () => {
    const of = (id: number, source: GroupEntry['source']) => entry(id, 'Ada', ['n1'], { source });
    expect(people(of(1, 'company'), of(2, 'local'), of(3, 'personal'))).toEqual([3, 3, 3]);
    expect(people(of(1, 'company'), of(5, 'local'), of(4, 'local'))).toEqual([4, 4, 4]);
  });

  it('by nobody who is gone, who yet leads to whoever is there', () => {
    const gone = entry(1, 'Ada', ['n1', 'n2'], { isAlive: false });
    expect(people(gone, entry(2, 'Ada', ['n2']))).toEqual([2, 2]);
    // Two who are there are not joined by one who is not.
    expect(people(gone, entry(2, 'Ada', ['n2']), entry(3, 'Ada', ['n1']))).toEqual([2, 2, 3]);
    expect(people(gone)).toEqual([1]);
  });
});

describe('whatever the entries', () => {
  const createRandom = (seed: number) => (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  const names = ['Ada', 'Bob', '555-0142', 'Ada Stone', 'x@example.com'];
  const sources = ['personal', 'local', 'company'] as const;

  it('their order makes no difference, and a person stands for itself', () => {
    const random = createRandom(3);
    for (let round = 0; round < 500; round += 1) {
      const entries = Array.from({ length: 2 + random(9) }, (_, index) =>
        entry(
          index + 1,
          names[random(names.length)] ?? '',
          Array.from({ length: random(3) }, () => `n${random(5)}`),
          { source: sources[random(3)] ?? 'local', isAlive: random(4) > 0 },
        ),
      );
      const shuffled = entries
        .map((one) => ({ one, at: random(1_000) }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one);
      const found = toPeople(entries);
      expect(new Map([...toPeople(shuffled)].toSorted(([a], [b]) => a - b))).toEqual(
        new Map([...found].toSorted(([a], [b]) => a - b)),
      );
      for (const person of found.values()) expect(found.get(person)).toBe(person);
      const alive = entries.filter(({ isAlive }) => isAlive);
      for (const { id } of alive) {
        expect(entries.find((one) => one.id === found.get(id))?.isAlive).toBe(true);
      }
    }
  });
});

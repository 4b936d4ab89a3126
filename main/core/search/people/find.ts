import type { Database } from 'better-sqlite3';
import type { ContactId, E164 } from '../../../../shared/model/ids.ts';
import type { Party } from '../../../../shared/model/people.ts';
import type { SearchHit } from '../../../../shared/model/search.ts';
import { toParty } from '../../contacts/rows.ts';
import { toId } from '../../db/row-id.ts';
import { fold } from '../fold.ts';
import type { Word } from '../parse.ts';
import { rankOf, sideExcerpt, type Known } from './rank.ts';
import { getPerson, numbersOf, type ContactRow, type People } from './rows.ts';

type PersonHit = Extract<SearchHit, { readonly kind: 'person' }>;
type Candidate = {
  readonly key: string;
  readonly party: Party;
  readonly known: Known;
  readonly lastAt: number;
};

/** The people that words fit, best match first; of equals the one last in touch with. */
export function rankPeople(
  db: Database,
  people: People,
  words: readonly Word[],
): readonly PersonHit[] {
  const candidates = new Map<string, Candidate>();
  for (const candidate of [...contactsOf(db, people, words), ...peersOf(db, people)]) {
    if (!candidates.has(candidate.key)) candidates.set(candidate.key, candidate);
  }
  return [...candidates.values()]
    .map((candidate) => ({ candidate, rank: rankOf(candidate.known, words) }))
    .toSorted((one, other) => one.rank - other.rank || byLast(one.candidate, other.candidate))
    .map(({ candidate: { party, known } }) => ({
      kind: 'person',
      party,
      excerpt: sideExcerpt(known, words),
    }));
}

function contactsOf(db: Database, people: People, words: readonly Word[]): readonly Candidate[] {
  const rows = [...new Map(people.contacts.map((row) => [row.person_id, row])).values()];
  const numbers = Map.groupBy(
    rows.length === 0
      ? []
      : numbersOf(
          db,
          rows.map((row) => row.person_id),
        ),
    (row) => row.person_id,
  );
  return rows.map((row) => {
    const own = numbers.get(row.person_id) ?? [];
    const number =
      own.find((one) => words.some(({ digits }) => digits && one.number?.includes(digits))) ??
      own.find((one) => one.number !== null) ??
      own[0];
    const party: Party = {
      ...nameOf(db, row),
      contactId: toId<ContactId>(row.person_id),
      number: (number?.number as E164 | null | undefined) ?? undefined,
      extensionNumber: number?.extension_number ?? undefined,
    };
    const known: Known = {
      name: row.name,
      company: row.company ?? undefined,
      email: row.email ?? undefined,
      number: party.number,
    };
    const lastAt = Math.max(0, ...own.map((one) => one.last_at ?? 0));
    return { key: `contact:${row.person_id}`, party, known, lastAt };
  });
}

/** The person is shown by the entry that stands for them, whichever entry the words are in. */
function nameOf(db: Database, row: ContactRow): Pick<Party, 'name' | 'company'> {
  const person = row.id === row.person_id ? row : (getPerson(db, row.person_id) ?? row);
  return { name: person.name, company: person.company ?? row.company ?? undefined };
}

function peersOf(db: Database, people: People): readonly Candidate[] {
  const sides = [
    ...people.peers.map((peer) => ({ ...peer, extension_number: null })),
    ...people.extensions.map((extension) => ({
      number: null,
      extension_number: extension,
      name: null,
      last_at: 0,
    })),
  ];
  return sides.map((side) => {
    const party = toParty(db, side);
    const reach = side.number ?? side.extension_number ?? '';
    return {
      key: party.contactId === undefined ? `number:${reach}` : `contact:${party.contactId}`,
      party,
      known: { name: party.name, company: party.company, email: undefined, number: reach },
      lastAt: side.last_at,
    };
  });
}

function byLast(one: Candidate, other: Candidate): number {
  return (
    other.lastAt - one.lastAt ||
    compare(fold(one.known.name ?? ''), fold(other.known.name ?? '')) ||
    compare(one.key, other.key)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

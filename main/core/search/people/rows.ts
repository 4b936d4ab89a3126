import type { Database } from 'better-sqlite3';
import { findPeople, type PartyRow } from '../../contacts/rows.ts';
import { allRows, getRow, statement } from '../../db/statement.ts';
import { hasAll } from '../excerpt.ts';
import { toMatch, type Word } from '../parse.ts';

export type ContactRow = {
  readonly id: number;
  readonly person_id: number;
  readonly name: string;
  readonly company: string | null;
  readonly email: string | null;
};

export type PeerRow = {
  readonly number: string;
  readonly name: string | null;
  readonly last_at: number;
};

/** Who fits some words, as far as it is worth while to tell them apart. */
export type People = {
  /** Entries of the address books whose words fit. */
  readonly contacts: readonly ContactRow[];
  /** Numbers that fit, by their digits or by the name that came with them. */
  readonly peers: readonly PeerRow[];
  /** Extensions that begin with the digits. */
  readonly extensions: readonly string[];
  /** More fit than were read: what is theirs has to be told row by row. */
  readonly areMany: boolean;
};

/** Words that fit more people or numbers than this say nothing about who is meant. */
const most = 200;
/** How many of the caller-ID names a word too short for the index is looked for in. */
const mostLooked = 5_000;
/** How many numbers are shown of those that share a common run of digits, the latest first. */
const mostShown = 50;

const columns = 'contact.id, person_id, contact.name, contact.company, contact.email';

export const contactsByWordsSql = `
  SELECT ${columns} FROM contact_search
    CROSS JOIN contact ON contact.id = contact_search.rowid
  WHERE contact_search MATCH ? AND availability = 'Alive'`;

const allContactsSql = `SELECT ${columns} FROM contact WHERE availability = 'Alive'`;

/** Names that begin with what was typed: the best matches of a word that fits many. */
export const contactsFromSql = `
  SELECT ${columns} FROM contact
  WHERE id = person_id AND availability = 'Alive' AND sort_name >= ? AND sort_name < ?
  ORDER BY sort_name, id LIMIT ${mostShown}`;

export const peersByWordsSql = `
  SELECT peer.number, peer.name, last_at FROM peer_search
    CROSS JOIN peer ON peer.id = peer_search.rowid
  WHERE peer_search MATCH ?`;

export const latestPeersSql = `
  SELECT number, name, last_at FROM peer
  WHERE number LIKE ? ORDER BY last_at DESC, number LIMIT ${mostShown}`;

export const namedPeersSql = `
  SELECT number, name, last_at FROM peer WHERE name IS NOT NULL
  ORDER BY last_at DESC, number LIMIT ${mostLooked}`;

/** Everyone whom all words fit, spread over name, company, e-mail and numbers. */
export function findFitting(db: Database, words: readonly Word[]): People {
  const contacts = [...listContacts(db, words)];
  const peers = [...listPeers(db, words)];
  const extensions = listExtensions(db, words);
  const areMany = contacts.length > most || peers.length > most;
  if (!areMany) return { contacts, peers, extensions, areMany };
  return {
    contacts: contacts.length > most ? [...listNamed(db, words), ...contacts] : contacts,
    peers: peers.length > most ? listLatest(db, words, peers) : peers,
    extensions,
    areMany,
  };
}

/** The numbers that what is someone's is found by; undefined when they are too many to list. */
export type Reach = {
  readonly numbers: readonly string[];
  readonly extensions: readonly string[];
};

/** Where the calls and texts of those people are. */
export function reachOf(db: Database, people: People): Reach | undefined {
  if (people.areMany) return undefined;
  const numbers = new Set(people.peers.map(({ number }) => number));
  const extensions = new Set(people.extensions);
  const persons = [...new Set(people.contacts.map(({ person_id: id }) => id))];
  for (const row of persons.length === 0 ? [] : numbersOf(db, persons)) {
    if (row.number !== null) numbers.add(row.number);
    else if (row.extension_number !== null) extensions.add(row.extension_number);
  }
  return { numbers: [...numbers], extensions: [...extensions] };
}

type NumberRow = {
  readonly person_id: number;
  readonly number: string | null;
  readonly extension_number: string | null;
  readonly last_at: number | null;
};

/** The numbers of people, those of the user's own entries first. */
export function numbersOf(db: Database, persons: readonly number[]): readonly NumberRow[] {
  return allRows(
    db,
    `SELECT entry.person_id, contact_number.number, extension_number, last_at
     FROM contact AS entry JOIN contact_number ON contact_number.contact_id = entry.id
       LEFT JOIN peer ON peer.number = contact_number.number
     WHERE entry.person_id IN (SELECT value FROM json_each(?)) AND entry.availability = 'Alive'
     ORDER BY contact_number.id`,
    JSON.stringify(persons),
  );
}

/** The person that an entry is part of, who may be called otherwise. */
export function getPerson(
  db: Database,
  id: number,
): Pick<ContactRow, 'name' | 'company'> | undefined {
  return getRow(db, 'SELECT name, company FROM contact WHERE id = ?', id);
}

function listContacts(db: Database, words: readonly Word[]): readonly ContactRow[] {
  const named = words.filter(({ digits }) => digits === undefined);
  const match = toMatch(named.length > 0 ? named : words);
  if (match === undefined && named.length === 0) return [];
  const rows =
    match === undefined
      ? statement(db, allContactsSql).iterate()
      : statement(db, contactsByWordsSql).iterate(match);
  const digits = words.flatMap((word) => (named.length > 0 ? (word.digits ?? []) : []));
  const found: ContactRow[] = [];
  for (const row of rows as Iterable<ContactRow>) {
    if (fitsText(row, named)) found.push(row);
    if (found.length > most) break;
  }
  return digits.length === 0 ? found : found.filter((row) => hasDigits(db, row, words));
}

type Text = Pick<ContactRow, 'name' | 'company' | 'email'>;

/** Whether all words are in what an entry says; one or two letters are in every e-mail address. */
function fitsText({ name, company, email }: Text, words: readonly Word[]): boolean {
  return words.every(
    (word) =>
      hasAll(`${name}\n${company ?? ''}`, [word]) ||
      (word.isLong && email !== null && hasAll(email, [word])),
  );
}

type Side = Pick<PartyRow, 'number' | 'extension_number' | 'name'>;

/** Tells for each of some sides of calls whether the words fit, from one look at the contacts. */
export function judgeSides(
  db: Database,
  sides: readonly Side[],
  words: readonly Word[],
): (side: Side) => boolean {
  const known = Map.groupBy(
    [...entriesBy(db, 'number', sides), ...entriesBy(db, 'extension_number', sides)],
    ({ reach }) => reach,
  );
  return ({ number, extension_number: extension, name }) => {
    const entries = known.get(number ?? extension ?? '') ?? [
      { name: name ?? '', company: null, email: null },
    ];
    return entries.some((entry) =>
      words.every(
        (word) =>
          fitsText(entry, [word]) ||
          (word.digits !== undefined &&
            (number?.includes(word.digits) === true ||
              extension?.startsWith(word.digits) === true)),
      ),
    );
  };
}

function entriesBy(
  db: Database,
  column: 'number' | 'extension_number',
  sides: readonly Side[],
): readonly (Text & { readonly reach: string })[] {
  const values = new Set(sides.map((side) => side[column]).filter((value) => value !== null));
  return allRows(
    db,
    `SELECT json_each.value AS reach, contact.name, contact.company, contact.email
     FROM json_each(?)
       CROSS JOIN contact_number ON contact_number.${column} = json_each.value
       JOIN contact ON contact.id = contact_id
     WHERE availability = 'Alive'`,
    JSON.stringify([...values]),
  );
}

/** Whether the words that read like numbers are in one of the numbers, or in the words after all. */
function hasDigits(db: Database, row: ContactRow, words: readonly Word[]): boolean {
  const numbers = numbersOf(db, [row.person_id]);
  return words.every(
    (word) =>
      word.digits === undefined ||
      fitsText(row, [word]) ||
      numbers.some(({ number }) => number?.includes(word.digits ?? '') === true),
  );
}

/** A number that belongs to a contact is found by its digits, not by the name the network has. */
function listPeers(db: Database, words: readonly Word[]): readonly PeerRow[] {
  const match = toMatch(words.map((word) => ({ ...word, text: word.digits ?? word.text })));
  const isByDigits = words.every(({ digits }) => digits !== undefined);
  const rows = (
    match === undefined
      ? statement(db, namedPeersSql).iterate()
      : statement(db, peersByWordsSql).iterate(match)
  ) as Iterable<PeerRow>;
  const found: PeerRow[] = [];
  for (const row of rows) {
    if (isByDigits || fits(row, words)) found.push(row);
    if (found.length > most) break;
  }
  if (isByDigits) return found.filter((row) => fits(row, words));
  return found.filter(
    ({ number }) => findPeople(db, { number, extension_number: null }).length === 0,
  );
}

function fits(row: PeerRow, words: readonly Word[]): boolean {
  return words.every(
    (word) =>
      (word.digits !== undefined && row.number.includes(word.digits)) ||
      (row.name !== null && hasAll(row.name, [word])),
  );
}

function listLatest(
  db: Database,
  words: readonly Word[],
  found: readonly PeerRow[],
): readonly PeerRow[] {
  const [word, ...others] = words;
  if (word?.digits === undefined || others.length > 0) return found.slice(0, mostShown);
  return allRows(db, latestPeersSql, `%${word.digits}%`);
}

function listNamed(db: Database, [word]: readonly Word[]): readonly ContactRow[] {
  if (word === undefined) return [];
  return allRows(db, contactsFromSql, word.folded, `${word.folded}\u{10ffff}`);
}

function listExtensions(db: Database, words: readonly Word[]): readonly string[] {
  const [word, ...others] = words;
  if (word?.digits === undefined || others.length > 0) return [];
  const rows = allRows<{ extension_number: string }>(
    db,
    `SELECT DISTINCT extension_number FROM contact_number
     WHERE extension_number GLOB ? LIMIT ${mostShown}`,
    `${word.digits}*`,
  );
  return rows.map((row) => row.extension_number);
}

import type { Database } from 'better-sqlite3';
import type { TimelineHead, TimelineKind, Whose } from '../../../../shared/model/history.ts';
import type { ContactId, E164 } from '../../../../shared/model/ids.ts';
import type { Party } from '../../../../shared/model/people.ts';
import { findPeople, toParty, whoseRows, type WhoseRows } from '../../contacts/rows.ts';
import { defineQuery } from '../../db/define-query.ts';
import { timeOfRowId, toId, toRowId } from '../../db/row-id.ts';
import { allRows, getRow } from '../../db/statement.ts';
import { listThreadsOf } from '../rows.ts';

/** How many rows an index has for a value, and the oldest of them. */
type Tally = { readonly count: number; readonly first: number | null };

const tally = (table: string, column: string, more = ''): string =>
  `SELECT count(*) AS count, min(id) AS first FROM ${table} WHERE ${column} = ?${more}`;

/** What has a number as well is counted by the number, unless that is another person's. */
const elsewhere = ' AND (number IS NULL OR number NOT IN (SELECT value FROM json_each(?)))';

export const tallySql = {
  callByNumber: tally('call', 'number'),
  callByExtension: tally('call', 'extension_number', elsewhere),
  textOfThread: tally('message', 'thread_id'),
  discardedOfThread: tally('message', 'thread_id', ' AND is_discarded = 1'),
  voicemailByNumber: tally('voicemail', 'number'),
  voicemailByExtension: tally('voicemail', 'extension_number', elsewhere),
} as const;

/** Notes are few and found in three ways, so they are told apart by their ids. */
export const noteIdsSql = `
  SELECT id FROM note WHERE number IN (SELECT value FROM json_each(?))
  UNION SELECT id FROM note WHERE extension_number IN (SELECT value FROM json_each(?))
  UNION SELECT id FROM note WHERE contact_id IN (SELECT value FROM json_each(?))`;

export const attemptTallySql = `
  SELECT count(*) AS count, min(began_at) * 1024 AS first FROM activity INDEXED BY activity_attempt
  WHERE number = ? AND kind IN ('call-refused', 'text-discarded')`;

/** Who a timeline is of: everyone that its numbers belong to, and how much there is. */
export const getTimelineHead = defineQuery(
  'timeline.get-head',
  (db, input: { readonly whose: Whose }): TimelineHead => {
    const rows = whoseRows(db, input.whose);
    const whose = 'contactId' in input.whose ? rows : { ...rows, contactIds: [] };
    const tallies = tallyAll(db, whose);
    const firsts = Object.values(tallies).flatMap(({ first }) => first ?? []);
    return {
      people: listPeople(db, input.whose, whose),
      numbers: whose.numbers,
      extensionNumbers: whose.extensionNumbers,
      counts: {
        call: tallies.call.count,
        text: tallies.text.count,
        voicemail: tallies.voicemail.count,
        note: tallies.note.count,
        attempt: tallies.attempt.count,
      },
      firstAt: firsts.length === 0 ? undefined : timeOfRowId(Math.min(...firsts)),
    };
  },
);

function tallyAll(db: Database, whose: WhoseRows): Readonly<Record<TimelineKind, Tally>> {
  const { contactIds, numbers, extensionNumbers } = whose;
  const count = (sql: string, ...values: unknown[]): Tally =>
    getRow<Tally>(db, sql, ...values) ?? nothing;
  const both = (byNumber: string, byExtension: string): Tally =>
    sum([
      ...numbers.map((number) => count(byNumber, number)),
      ...extensionNumbers.map((number) => count(byExtension, number, JSON.stringify(numbers))),
    ]);
  const noteIds = allRows<{ id: number }>(
    db,
    noteIdsSql,
    JSON.stringify(numbers),
    JSON.stringify(extensionNumbers),
    JSON.stringify(contactIds),
  ).map(({ id }) => id);
  return {
    call: both(tallySql.callByNumber, tallySql.callByExtension),
    text: sum(
      listThreadsOf(db, whose).map(({ id }) => {
        const { count: all, first } = count(tallySql.textOfThread, id);
        return { count: all - count(tallySql.discardedOfThread, id).count, first };
      }),
    ),
    voicemail: both(tallySql.voicemailByNumber, tallySql.voicemailByExtension),
    note: { count: noteIds.length, first: noteIds.length === 0 ? null : Math.min(...noteIds) },
    attempt: sum([...numbers, ...extensionNumbers].map((number) => count(attemptTallySql, number))),
  };
}

const nothing: Tally = { count: 0, first: null };

function sum(tallies: readonly Tally[]): Tally {
  const firsts = tallies.flatMap(({ first }) => first ?? []);
  return {
    count: tallies.reduce((count, one) => count + one.count, 0),
    first: firsts.length === 0 ? null : Math.min(...firsts),
  };
}

/** The one asked for first, then whoever shares a number with them; or a number that is nobody's. */
function listPeople(db: Database, asked: Whose, whose: WhoseRows): readonly Party[] {
  const reaches = [
    ...whose.numbers.map((number) => ({ number, extension_number: null })),
    ...whose.extensionNumbers.map((extension) => ({ number: null, extension_number: extension })),
  ];
  const [first] = reaches;
  const person = 'contactId' in asked ? getPerson(db, asked.contactId) : undefined;
  const found = [
    ...(person ? [toPerson(person, first)] : []),
    ...reaches.flatMap((reach) => findPeople(db, reach).map((other) => toPerson(other, reach))),
  ];
  if (found.length === 0 && first !== undefined) {
    return [toParty(db, { ...first, name: nameThatCame(db, first.number) })];
  }
  // Each once, under the number they were found by first.
  const ids = found.map(({ contactId }) => contactId);
  return found.filter(({ contactId }, index) => ids.indexOf(contactId) === index);
}

type Reach = { readonly number: E164 | null; readonly extension_number: string | null };
type PersonRow = { readonly id: number; readonly name: string; readonly company: string | null };

function toPerson(person: PersonRow, reach: Reach | undefined): Party {
  return {
    contactId: toId<ContactId>(person.id),
    name: person.name,
    company: person.company ?? undefined,
    number: reach?.number ?? undefined,
    extensionNumber: reach?.extension_number ?? undefined,
  };
}

function getPerson(db: Database, contactId: ContactId): PersonRow | undefined {
  return getRow<PersonRow>(
    db,
    `SELECT person.id, person.name, person.company
     FROM contact AS entry JOIN contact AS person ON person.id = entry.person_id
     WHERE entry.id = ?`,
    toRowId(contactId) ?? 0,
  );
}

/** The caller's name as it came with their latest call. */
function nameThatCame(db: Database, number: string | null): string | null {
  const sql = 'SELECT name FROM call WHERE number = ? ORDER BY id DESC LIMIT 1';
  return getRow<{ name: string | null }>(db, sql, number)?.name ?? null;
}

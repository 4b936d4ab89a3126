import type { Database } from 'better-sqlite3';
import { allRows, getRow, statement } from '../../db/statement.ts';
import { callColumns, type CallTableRow } from '../../calls/rows.ts';
import type { PartyRow } from '../../contacts/rows.ts';
import type { MessageRow } from '../../messages/views.ts';
import { noteColumns, type NoteRow } from '../../notes/rows.ts';
import { voicemailColumns, type VoicemailRow } from '../../voicemail/rows.ts';
import { hasAll } from '../excerpt.ts';
import { toMatch, type Word } from '../parse.ts';
import type { Reach } from '../people/rows.ts';

/** What is found beside people. */
export type RecordKind = 'text' | 'voicemail' | 'note' | 'call';

/** Where to look: row ids from `top` down to `bottom`, both included, newest first. */
export type Stretch = { readonly top: number; readonly bottom: number; readonly limit: number };

/**
 * What was found in a stretch, newest first. `reached` is the row id down to which nothing was
 * missed; undefined when that is all there is.
 */
export type Found = {
  readonly ids: readonly number[];
  readonly reached: number | undefined;
  /** Texts that were read on the way. */
  readonly texts?: readonly MessageRow[];
};

const nothing: Found = { ids: [], reached: undefined };

/**
 * How many rows a single query looks at. Nothing can interrupt it, and the next keystroke waits
 * behind it: what is further back is found by asking on from where it stopped.
 */
export const mostLooked = 10_000;

type Row = { readonly id: number; readonly text: string };
type Place = { readonly table: string; readonly text: string; readonly and: string };

/** The tables with words in them. A text that was discarded is nobody's any more. */
export const places: Readonly<Record<Exclude<RecordKind, 'call'>, Place>> = {
  text: { table: 'message', text: 'message.body', and: 'AND message.is_discarded = 0' },
  voicemail: { table: 'voicemail', text: `coalesce(voicemail.transcript, '')`, and: '' },
  note: { table: 'note', text: `coalesce(note.outcome, '') || char(10) || note.body`, and: '' },
};

/**
 * Newest first by row id, never by rank, which would have to see every hit. The index takes a bound
 * for a row id only when it is an integer; numbers are bound as floating point.
 */
export const byIndexSql = ({ table, text, and }: Place): string => `
  SELECT ${table}.id, ${text} AS text ${fromIndex(table, and)}`;

/** The same where the index alone decides; texts are read whole, since they are there. */
const byIndexAloneSql = ({ table, and }: Place): string => `
  SELECT ${table === 'message' ? messageColumns : `${table}.id`} ${fromIndex(table, and)} LIMIT ?`;

const messageColumns = `message.id, thread_id, client_id, direction, status, message.body, from_number,
  from_name, created_at, is_read, failure`;

const fromIndex = (table: string, and: string): string => `
  FROM ${table}_search CROSS JOIN ${table} ON ${table}.id = ${table}_search.rowid
  WHERE ${table}_search MATCH ? AND ${table}_search.rowid >= CAST(? AS INTEGER)
    AND ${table}_search.rowid <= CAST(? AS INTEGER) ${and}
  ORDER BY ${table}_search.rowid DESC`;

/** Words too short for the index are looked for in the rows themselves. */
export const byScanSql = ({ table, text, and }: Place): string => `
  SELECT id, ${text} AS text FROM ${table} WHERE id BETWEEN ? AND ? ${and} ORDER BY id DESC`;

/** Rows that have all words in them. */
export function findByWords(
  db: Database,
  kind: Exclude<RecordKind, 'call'>,
  words: readonly Word[],
  { top, bottom, limit }: Stretch,
): Found {
  const place = places[kind];
  const match = toMatch(words);
  const short = words.filter(({ isLong }) => !isLong);
  if (match !== undefined && short.length === 0) {
    const sql = byIndexAloneSql(place);
    const rows = allRows<MessageRow>(db, sql, match, bottom, top, limit);
    const ids = rows.map(({ id }) => id);
    const reached = ids.length < limit ? undefined : ids.at(-1);
    return { ids, reached, ...(kind === 'text' && { texts: rows }) };
  }
  const rows =
    match === undefined
      ? statement(db, byScanSql(place)).iterate(bottom, top)
      : statement(db, byIndexSql(place)).iterate(match, bottom, top);
  return collect(rows as Iterable<Row>, ({ text }) => hasAll(text, short), limit);
}

/** Rows of certain people that have the remaining words in them; none remain for a call. */
export function findByReach(
  db: Database,
  kind: RecordKind,
  search: { readonly reach: Reach; readonly rest: readonly Word[] },
  stretch: Stretch,
): Found {
  const { reach, rest } = search;
  if (reach.numbers.length + reach.extensions.length === 0) return nothing;
  const limit = rest.length === 0 ? stretch.limit : mostRead;
  const ids =
    kind === 'text'
      ? listTextIds(db, reach, { ...stretch, limit })
      : listIdsOf(db, kind, reach, { ...stretch, limit });
  const isThere = (id: number): boolean => {
    const text = rest.length === 0 || kind === 'call' ? '' : getText(db, kind, id);
    return text !== undefined && hasAll(text, rest);
  };
  const found: number[] = [];
  for (const id of ids) {
    if (isThere(id)) found.push(id);
    if (found.length === stretch.limit) return { ids: found, reached: id };
  }
  return { ids: found, reached: ids.length < limit ? undefined : ids.at(-1) };
}

/** As `mostLooked`, where every row is fetched by itself. */
const mostRead = 3_000;

type SideRow = PartyRow & { readonly id: number };

/** Rows whose other side fits, told one by one: for words that fit too many people to list. */
export function findBySide(
  db: Database,
  kind: Exclude<RecordKind, 'text'>,
  judge: (rows: readonly SideRow[]) => (row: SideRow) => boolean,
  stretch: Stretch,
): Found {
  // Read at once: the rows are judged by other queries.
  const rows = allRows<SideRow>(db, bySideSql(kind), stretch.bottom, stretch.top, mostJudged);
  const found = collect(rows, judge(rows), stretch.limit);
  const isAll = found.reached === undefined && rows.length < mostJudged;
  return { ...found, reached: isAll ? undefined : (found.reached ?? rows.at(-1)?.id) };
}

/** As `mostLooked`, where every row costs a look at the contacts. */
const mostJudged = 2_000;

export const bySideSql = (kind: Exclude<RecordKind, 'text'>): string => `
  SELECT id, number, extension_number, name FROM ${kind}
  WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ?`;

/** Told which index: the planner would rather walk all texts, newest first. */
export const textIdsSql = `
  SELECT id FROM message INDEXED BY message_by_thread
  WHERE thread_id IN (
      SELECT thread_id FROM thread_party WHERE number IN (SELECT value FROM json_each(?))
      UNION SELECT thread_id FROM thread_party
        WHERE extension_number IN (SELECT value FROM json_each(?))
    )
    AND id BETWEEN ? AND ?
  ORDER BY id DESC LIMIT ?`;

function listTextIds(db: Database, reach: Reach, stretch: Stretch): readonly number[] {
  const { top, bottom, limit } = stretch;
  const numbers = JSON.stringify(reach.numbers);
  const extensions = JSON.stringify(reach.extensions);
  const rows = allRows<{ id: number }>(db, textIdsSql, numbers, extensions, bottom, top, limit);
  return rows.map(({ id }) => id);
}

export const idsOfSql = (kind: RecordKind, column: 'number' | 'extension_number'): string => `
  SELECT id FROM ${kind}
  WHERE ${column} IN (SELECT value FROM json_each(?)) AND id BETWEEN ? AND ?
  ORDER BY id DESC LIMIT ?`;

function listIdsOf(
  db: Database,
  kind: Exclude<RecordKind, 'text'>,
  reach: Reach,
  { top, bottom, limit }: Stretch,
): readonly number[] {
  const list = (column: 'number' | 'extension_number', values: readonly string[]) =>
    values.length === 0
      ? []
      : allRows<{ id: number }>(
          db,
          idsOfSql(kind, column),
          JSON.stringify(values),
          bottom,
          top,
          limit,
        );
  const rows = [...list('number', reach.numbers), ...list('extension_number', reach.extensions)];
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids.toSorted((one, other) => other - one).slice(0, limit);
}

function getText(db: Database, kind: Exclude<RecordKind, 'call'>, id: number): string | undefined {
  const { table, text, and } = places[kind];
  const sql = `SELECT ${text} AS text FROM ${table} WHERE id = ? ${and}`;
  return getRow<{ text: string }>(db, sql, id)?.text;
}

/** The first rows that are wanted, of so many looked at. */
function collect<One extends { readonly id: number }>(
  rows: Iterable<One>,
  isWanted: (row: One) => boolean,
  limit: number,
): Found {
  const ids: number[] = [];
  let looked = 0;
  for (const row of rows) {
    looked += 1;
    if (isWanted(row)) ids.push(row.id);
    if (ids.length === limit || looked === mostLooked) return { ids, reached: row.id };
  }
  return { ids, reached: undefined };
}

/** Texts as a list of hits needs them. */
export function getMessages(db: Database, ids: readonly number[]): readonly MessageRow[] {
  return allRows(
    db,
    `SELECT ${messageColumns} FROM message WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
}

/** The people of threads, in the order they were named. */
export function getThreadParties(
  db: Database,
  threadIds: readonly number[],
): ReadonlyMap<number, readonly PartyRow[]> {
  const rows = allRows<PartyRow & { readonly thread_id: number }>(
    db,
    `SELECT thread_id, number, extension_number, name FROM thread_party
     WHERE thread_id IN (SELECT value FROM json_each(?)) ORDER BY thread_id, position`,
    JSON.stringify([...new Set(threadIds)]),
  );
  return Map.groupBy(rows, (row) => row.thread_id);
}

export function getCall(db: Database, id: number): CallTableRow | undefined {
  return getRow(db, `SELECT ${callColumns} FROM call WHERE id = ?`, id);
}

export function getVoicemail(db: Database, id: number): VoicemailRow | undefined {
  return getRow(db, `SELECT ${voicemailColumns} FROM voicemail WHERE id = ?`, id);
}

export function getNote(db: Database, id: number): NoteRow | undefined {
  return getRow(db, `SELECT ${noteColumns} FROM note WHERE id = ?`, id);
}

import type { Database } from 'better-sqlite3';
import type { Page } from '../../../shared/model/app.ts';
import type {
  CallListEntry,
  CallListEntryState,
  CallListSummary,
  CallListView,
} from '../../../shared/model/call-lists.ts';
import type { CallFilter } from '../../../shared/model/history.ts';
import type {
  CallId,
  CallListEntryId,
  CallListId,
  ContactId,
  CountryCode,
  EpochMs,
} from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { defineQuery } from '../db/define-query.ts';
import { toRowId } from '../db/row-id.ts';
import { allRows, getRow, insert, run } from '../db/statement.ts';
import { readList, type ChosenColumns, type ReadList } from './file/read-list.ts';
import type { Listed } from './listed.ts';
import { entryColumns, toEntry, toListView, type EntryRow, type ListRow } from './rows.ts';
import { listOfContacts, listOfHistory } from './sources/rows.ts';

/** Reads a file in a worker, for ten thousand numbers would hold up the window. */
export const readListFile = defineQuery(
  'call-lists.read-file',
  (
    _db,
    input: {
      readonly text: string;
      readonly country: CountryCode;
      readonly chosen: ChosenColumns | undefined;
    },
  ): Result<ReadList> => readList(input.text, input.country, input.chosen),
);

/** Who a list of these calls, or of these contacts, would have. */
export const gatherListed = defineQuery(
  'call-lists.gather',
  (
    db,
    input: {
      readonly source:
        | { readonly from: 'history'; readonly filter: CallFilter }
        | { readonly from: 'contacts'; readonly contactIds: readonly ContactId[] };
      readonly country: CountryCode;
    },
  ): readonly Listed[] => {
    const { source, country } = input;
    return source.from === 'history'
      ? listOfHistory(db, source.filter, country)
      : listOfContacts(db, source.contactIds, country);
  },
);

export const createCallList = defineQuery(
  'call-lists.create',
  (
    db,
    input: { readonly name: string; readonly at: EpochMs; readonly entries: readonly Listed[] },
  ): CallListView => {
    const { name, at, entries } = input;
    const id = insert(db, 'INSERT INTO call_list (name, created_at) VALUES (?, ?)', name, at);
    for (const [position, entry] of entries.entries()) {
      insert(
        db,
        `INSERT INTO call_list_entry
           (call_list_id, position, number, extension_number, key_in, name, typed, details)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        // From 1, as a reader counts.
        position + 1,
        entry.number,
        entry.extensionNumber,
        entry.keyIn,
        entry.name,
        entry.typed,
        JSON.stringify(entry.details),
      );
    }
    return toListView(db, { id, name, created_at: at });
  },
);

/** All lists, the newest first. */
export const listCallLists = defineQuery('call-lists.list', (db): readonly CallListView[] =>
  allRows<ListRow>(db, 'SELECT id, name, created_at FROM call_list ORDER BY id DESC').map((row) =>
    toListView(db, row),
  ),
);

export const renameCallList = defineQuery(
  'call-lists.rename',
  (
    db,
    input: { readonly callListId: CallListId; readonly name: string },
  ): CallListView | undefined => {
    const id = toRowId(input.callListId) ?? 0;
    run(db, 'UPDATE call_list SET name = ? WHERE id = ?', input.name, id);
    const row = getList(db, id);
    return row && toListView(db, row);
  },
);

/** Removes a list with its entries; calls and notes stay. Removing it again changes nothing. */
export const removeCallList = defineQuery(
  'call-lists.remove',
  (db, input: { readonly callListId: CallListId }): void => {
    run(db, 'DELETE FROM call_list WHERE id = ?', toRowId(input.callListId) ?? 0);
  },
);

const entries = `SELECT ${entryColumns} FROM call_list_entry AS entry
  WHERE entry.call_list_id = ?`;
export const pageSql = {
  all: `${entries} AND entry.position > ? ORDER BY entry.position LIMIT ?`,
  ofState: `${entries} AND entry.state = ? AND entry.position > ? ORDER BY entry.position LIMIT ?`,
} as const;

/** Entries in the order of the list; undefined when the list is not there. */
export const listEntries = defineQuery(
  'call-lists.entries',
  (
    db,
    input: {
      readonly callListId: CallListId;
      readonly show: CallListEntryState | 'all';
      readonly after: string | undefined;
      readonly limit: number;
    },
  ): Page<CallListEntry> | undefined => {
    const { show, limit } = input;
    const id = toRowId(input.callListId) ?? 0;
    if (getList(db, id) === undefined) return undefined;
    const after = toRowId(input.after ?? '') ?? 0;
    const rows =
      show === 'all'
        ? allRows<EntryRow>(db, pageSql.all, id, after, limit)
        : allRows<EntryRow>(db, pageSql.ofState, id, show, after, limit);
    const last = rows.at(-1);
    const isLastPage = rows.length < limit || last === undefined;
    return {
      items: rows.map((row) => toEntry(db, row)),
      next: isLastPage ? undefined : String(last.position),
    };
  },
);

/** The open entry behind a position, or else the first; undefined when all are done. */
export const nextEntry = defineQuery(
  'call-lists.next',
  (
    db,
    input: { readonly callListId: CallListId; readonly after: number },
  ): CallListEntry | undefined => {
    const id = toRowId(input.callListId) ?? 0;
    const openAfter = (position: number): EntryRow | undefined =>
      getRow<EntryRow>(db, pageSql.ofState, id, 'open', position, 1);
    const row = openAfter(input.after) ?? openAfter(0);
    return row && toEntry(db, row);
  },
);

export const getCallListEntry = defineQuery(
  'call-lists.get-entry',
  (db, input: { readonly entryId: CallListEntryId }): CallListEntry | undefined =>
    getEntry(db, toRowId(input.entryId) ?? 0),
);

/** Keeps the last call that was made from an entry, also when it is taken up again. */
export const settleEntry = defineQuery(
  'call-lists.settle',
  (
    db,
    input: {
      readonly entryId: CallListEntryId;
      readonly state: CallListEntryState;
      readonly callId: CallId | undefined;
    },
  ): CallListEntry | undefined => {
    const id = toRowId(input.entryId) ?? 0;
    run(
      db,
      `UPDATE call_list_entry SET state = ?,
         call_id = coalesce((SELECT id FROM call WHERE id = ?), call_id)
       WHERE id = ?`,
      input.state,
      input.callId && toRowId(input.callId),
      id,
    );
    return getEntry(db, id);
  },
);

export const outcomesSql = `
  SELECT (SELECT outcome FROM note WHERE call_id = entry.call_id AND outcome IS NOT NULL
    ORDER BY id DESC LIMIT 1) AS outcome, count(*) AS count
  FROM call_list_entry AS entry WHERE entry.call_list_id = ? AND entry.state = 'called'
  GROUP BY 1 ORDER BY 2 DESC, 1`;

/** What came of the calls of a list. */
export const summarizeCallList = defineQuery(
  'call-lists.summary',
  (db, input: { readonly callListId: CallListId }): CallListSummary => {
    const rows = allRows<{ outcome: string | null; count: number }>(
      db,
      outcomesSql,
      toRowId(input.callListId) ?? 0,
    );
    return {
      outcomes: rows.flatMap(({ outcome, count }) =>
        outcome === null ? [] : [{ outcome, count }],
      ),
      withoutOutcome: rows.find(({ outcome }) => outcome === null)?.count ?? 0,
    };
  },
);

function getList(db: Database, id: number): ListRow | undefined {
  return getRow<ListRow>(db, 'SELECT id, name, created_at FROM call_list WHERE id = ?', id);
}

function getEntry(db: Database, id: number): CallListEntry | undefined {
  const sql = `SELECT ${entryColumns} FROM call_list_entry AS entry WHERE entry.id = ?`;
  const row = getRow<EntryRow>(db, sql, id);
  return row && toEntry(db, row);
}

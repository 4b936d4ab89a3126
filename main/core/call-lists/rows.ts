import type { Database } from 'better-sqlite3';
import type {
  CallListEntry,
  CallListEntryState,
  CallListView,
} from '../../../shared/model/call-lists.ts';
import type { CallId, CallListEntryId, CallListId } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { findPeople, toParty, type PartyRow } from '../contacts/rows.ts';
import { toId } from '../db/row-id.ts';
import { allRows, getRow, run } from '../db/statement.ts';

export type ListRow = { readonly id: number; readonly name: string; readonly created_at: number };

export type EntryRow = PartyRow & {
  readonly id: number;
  readonly position: number;
  readonly key_in: string | null;
  readonly typed: string;
  readonly details: string;
  readonly state: CallListEntryState;
  readonly call_id: number | null;
  readonly outcome: string | null;
  readonly is_do_not_call: number;
};

/** The select list of an entry, for `FROM call_list_entry AS entry`. */
export const entryColumns = `entry.id, entry.position, entry.number, entry.extension_number,
  entry.key_in, entry.name, entry.typed, entry.details, entry.state, entry.call_id,
  (SELECT outcome FROM note WHERE call_id = entry.call_id AND outcome IS NOT NULL
    ORDER BY id DESC LIMIT 1) AS outcome,
  EXISTS (SELECT 1 FROM do_not_call WHERE number = entry.number) AS is_do_not_call`;

/** An entry in the form a window shows. */
export function toEntry(db: Database, row: EntryRow): CallListEntry {
  const party = toListedParty(db, row);
  return {
    id: toId<CallListEntryId>(row.id),
    position: row.position,
    party,
    listedName: row.name === null || row.name === party.name ? undefined : row.name,
    typed: row.typed,
    dial: [row.number ?? row.extension_number, row.key_in].filter(Boolean).join(','),
    details: JSON.parse(row.details) as CallListEntry['details'],
    state: row.state,
    callId: row.call_id === null ? undefined : toId<CallId>(row.call_id),
    outcome: row.outcome ?? undefined,
    isDoNotCall: row.is_do_not_call === 1,
  };
}

/** Of several who share a number, the one the list names. */
function toListedParty(db: Database, row: EntryRow): Party {
  const party = toParty(db, row);
  if (party.sharedWith === undefined || party.name === row.name) return party;
  const people = findPeople(db, row);
  const meant = people.find(({ name }) => name === row.name);
  if (meant === undefined) return party;
  return {
    ...party,
    contactId: toId(meant.id),
    name: meant.name,
    company: meant.company ?? undefined,
    sharedWith: people.filter(({ id }) => id !== meant.id).map(({ name }) => name),
  };
}

export const countStatesSql = `
  SELECT state, count(*) AS count FROM call_list_entry WHERE call_list_id = ? GROUP BY state`;

export const countCallingSql = `
  SELECT count(*) AS count FROM call_list_entry AS entry JOIN call ON call.id = entry.call_id
  WHERE entry.call_list_id = ? AND entry.state = 'called' AND call.outcome = 'in-progress'`;

/** A list with how far it has been worked through. */
export function toListView(
  db: Database,
  { id, name, created_at: createdAt }: ListRow,
): CallListView {
  const rows = allRows<{ state: CallListEntryState; count: number }>(db, countStatesSql, id);
  const of = (state: CallListEntryState): number =>
    rows.find((row) => row.state === state)?.count ?? 0;
  return {
    id: toId<CallListId>(id),
    name,
    createdAt,
    counts: { open: of('open'), called: of('called'), skipped: of('skipped') },
    calling: getRow<{ count: number }>(db, countCallingSql, id)?.count ?? 0,
  };
}

export const moveEntriesSql = 'UPDATE call_list_entry SET call_id = ? WHERE call_id = ?';

/** Says of entries that a call was made from that it is this one now; again changes nothing. */
export function moveCallListEntries(db: Database, fromCallId: number, toCallId: number): void {
  run(db, moveEntriesSql, toCallId, fromCallId);
}

export const removeEntriesSql = `DELETE FROM call_list_entry
  WHERE number IN (SELECT value FROM json_each(?))
    OR extension_number IN (SELECT value FROM json_each(?))`;

/** Takes someone off every list, by their numbers and extensions. */
export function removeCallListEntries(
  db: Database,
  keys: { readonly numbers: readonly string[]; readonly extensionNumbers: readonly string[] },
): void {
  run(db, removeEntriesSql, JSON.stringify(keys.numbers), JSON.stringify(keys.extensionNumbers));
}

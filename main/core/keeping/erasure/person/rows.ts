import type { Database } from 'better-sqlite3';
import type { Whose } from '../../../../../shared/model/history.ts';
import { removeCallListEntries } from '../../../call-lists/rows.ts';
import { whoseRows } from '../../../contacts/rows.ts';
import { allRows, getRow, run } from '../../../db/statement.ts';
import { removeDraftsOf } from '../../../drafts/rows.ts';
import { eraseOptOuts } from '../../../opt-outs/rows.ts';
import { removeBatchRows } from '../../../separate/rows.ts';
import { removeScheduledIn } from '../../../scheduled/rows.ts';
import { rememberErased } from '../../rows.ts';

/** Whose rows are erased: worked out once, before the contact that tells goes too. */
export type Scope = {
  readonly numbers: readonly string[];
  readonly extensionNumbers: readonly string[];
  /** Entries of the person; none where it is a bare number, which may be of several. */
  readonly contactIds: readonly number[];
};

export function scopeOf(db: Database, whose: Whose): Scope {
  const { contactIds, numbers, extensionNumbers } = whoseRows(db, whose);
  return { numbers, extensionNumbers, contactIds: 'contactId' in whose ? contactIds : [] };
}

/** Ids to remove of one kind; `limit` -1 for all. */
type Found = { readonly sql: string; readonly values: readonly unknown[] };

const among = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;
const ofThem = (table: string): string =>
  `(${among(`${table}.number`)} OR ${among(`${table}.extension_number`)})`;

/**
 * Texts with the person alone, and of a group those that the person wrote: what others wrote there
 * is others'.
 */
const textsSql = `
  SELECT message.id FROM message WHERE thread_id IN (
    SELECT thread_id FROM thread_party WHERE ${ofThem('thread_party')}
  ) AND (
    ${among('from_number')} OR NOT EXISTS (
      SELECT 1 FROM thread_party WHERE thread_id = message.thread_id AND NOT (
        coalesce(${among('number')}, 0) OR coalesce(${among('extension_number')}, 0)
      )
    )
  )`;

export function findOf(
  scope: Scope,
): Readonly<Record<'texts' | 'calls' | 'voicemails' | 'notes', Found>> {
  const numbers = JSON.stringify(scope.numbers);
  const extensions = JSON.stringify(scope.extensionNumbers);
  const contacts = JSON.stringify(scope.contactIds);
  const keys = [numbers, extensions];
  return {
    texts: { sql: textsSql, values: [...keys, numbers, ...keys] },
    calls: { sql: `SELECT id FROM call WHERE ${ofThem('call')}`, values: keys },
    voicemails: { sql: `SELECT id FROM voicemail WHERE ${ofThem('voicemail')}`, values: keys },
    notes: {
      sql: `SELECT id FROM note WHERE ${ofThem('note')} OR ${among('contact_id')}`,
      values: [...keys, contacts],
    },
  };
}

export function idsOf(db: Database, { sql, values }: Found, limit: number): readonly number[] {
  return allRows<{ id: number }>(db, `${sql} LIMIT ?`, ...values, limit).map(({ id }) => id);
}

export function countOf(db: Database, { sql, values }: Found): number {
  const row = getRow<{ count: number }>(db, `SELECT count(*) AS count FROM (${sql})`, ...values);
  return row?.count ?? 0;
}

/** Removes what still names the person once their history has gone. */
export function removeTraces(db: Database, scope: Scope): void {
  const keys = [JSON.stringify(scope.numbers), JSON.stringify(scope.extensionNumbers)];
  const contacts = JSON.stringify(scope.contactIds);
  run(
    db,
    `DELETE FROM follow_up WHERE ${ofThem('follow_up')} OR ${among('contact_id')}`,
    ...keys,
    contacts,
  );
  // The log has whatever was dialled in one column.
  run(db, `DELETE FROM activity WHERE ${among('number')} OR ${among('number')}`, ...keys);
  run(db, `UPDATE thread_party SET name = NULL WHERE ${ofThem('thread_party')}`, ...keys);
  removeCallListEntries(db, scope);
  removeScheduledWith(db, scope);
  removeBatchRows(db, scope.numbers);
  eraseOptOuts(db, scope.numbers);
  removeDraftsOf(db, scope.numbers);
  run(db, `DELETE FROM speed_dial WHERE ${among('number')}`, keys[0]);
  run(
    db,
    `DELETE FROM activity WHERE subject IN (SELECT 'contact:' || value FROM json_each(?))`,
    contacts,
  );
  removeContacts(db, contacts);
}

/** Texts for later in threads with the person alone; one to a group is for others as well. */
function removeScheduledWith(db: Database, scope: Scope): void {
  const keys = [JSON.stringify(scope.numbers), JSON.stringify(scope.extensionNumbers)];
  const threads = allRows<{ id: number }>(
    db,
    `SELECT DISTINCT thread_id AS id FROM scheduled_text WHERE NOT EXISTS (
       SELECT 1 FROM thread_party WHERE thread_party.thread_id = scheduled_text.thread_id AND NOT (
         coalesce(${among('number')}, 0) OR coalesce(${among('extension_number')}, 0)
       )
     )`,
    ...keys,
  );
  const ids = threads.map(({ id }) => id);
  removeScheduledIn(db, ids);
  run(
    db,
    `DELETE FROM thread WHERE ${among('id')}
     AND NOT EXISTS (SELECT 1 FROM message WHERE message.thread_id = thread.id)`,
    JSON.stringify(ids),
  );
}

type ContactRow = {
  readonly id: number;
  readonly person_id: number;
  readonly source: string;
  readonly server_id: string | null;
};

/** The company directory is the company's, and stays; the address book at RingCentral does too. */
function removeContacts(db: Database, contacts: string): void {
  const rows = allRows<ContactRow>(
    db,
    `SELECT id, person_id, source, server_id FROM contact
     WHERE ${among('id')} AND source <> 'company'`,
    contacts,
  );
  run(db, `DELETE FROM favourite WHERE ${among('person_id')}`, contacts);
  // Where they are and what number they see is the user's, also of who stays in the directory.
  run(db, `DELETE FROM contact_preference WHERE ${among('contact_id')}`, contacts);
  run(db, `DELETE FROM contact_import_change WHERE ${among('contact_id')}`, contacts);
  for (const { id, source, server_id: serverId } of rows) {
    if (source === 'personal' && serverId !== null) rememberErased(db, 'contacts', serverId);
    run(db, 'DELETE FROM contact_number WHERE contact_id = ?', id);
    run(db, 'DELETE FROM contact WHERE id = ?', id);
  }
  for (const personId of new Set(rows.map((row) => row.person_id))) {
    const left = getRow<{ id: number | null }>(
      db,
      `SELECT min(id) AS id FROM contact WHERE person_id = ?
       AND NOT EXISTS (SELECT 1 FROM contact WHERE id = ?)`,
      personId,
      personId,
    );
    if (left?.id !== null && left !== undefined) {
      run(db, 'UPDATE contact SET person_id = ? WHERE person_id = ?', left.id, personId);
    }
  }
}

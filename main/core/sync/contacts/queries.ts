import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { ContactSource } from '../../../../shared/model/people.ts';
import { defineQuery } from '../../db/define-query.ts';
import { getRow, insert, run } from '../../db/statement.ts';
import type { DeletedRecord, UnreadableRecord } from '../../ringcentral/records.ts';
import { quarantine, release, writeCursor, type Cursor } from '../rows.ts';
import type { SyncedContact } from './mapping.ts';

export type ContactsToApply = {
  readonly source: ContactSource;
  readonly contacts: readonly SyncedContact[];
  readonly deleted: readonly DeletedRecord[];
  readonly unreadable: readonly UnreadableRecord[];
  /** With the last chunk of a full sync: every id the server has; the others are gone there. */
  readonly allIds: readonly string[] | undefined;
  readonly cursor: Cursor | undefined;
  readonly at: EpochMs;
};

/** Writes contacts by their server ids. What the server no longer has is marked, never removed. */
export const applyContacts = defineQuery(
  'sync.apply-contacts',
  (db, input: ContactsToApply): void => {
    const feed = input.source === 'personal' ? 'contacts' : 'directory';
    for (const contact of input.contacts) {
      writeContact(db, contact);
      release(db, feed, contact.serverId);
    }
    for (const { id, availability } of input.deleted) {
      run(
        db,
        'UPDATE contact SET availability = ? WHERE source = ? AND server_id = ?',
        availability,
        input.source,
        id,
      );
    }
    quarantine(db, feed, input.unreadable, input.at);
    if (input.allIds) markAbsent(db, input.source, input.allIds);
    if (input.cursor) writeCursor(db, input.cursor);
  },
);

function writeContact(db: Database, contact: SyncedContact): void {
  const { source, serverId, name, company, jobTitle, email } = contact;
  run(
    db,
    `INSERT INTO contact (source, server_id, name, company, job_title, email)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (source, server_id) DO UPDATE SET name = excluded.name,
       company = excluded.company, job_title = excluded.job_title, email = excluded.email,
       availability = 'Alive'`,
    source,
    serverId,
    name,
    company,
    jobTitle,
    email,
  );
  const id = getRow<{ id: number }>(
    db,
    'SELECT id FROM contact WHERE source = ? AND server_id = ?',
    source,
    serverId,
  )?.id;
  run(db, 'DELETE FROM contact_number WHERE contact_id = ?', id);
  for (const { label, typed, number, extensionNumber } of contact.numbers) {
    insert(
      db,
      `INSERT INTO contact_number (contact_id, label, typed, number, extension_number)
       VALUES (?, ?, ?, ?, ?)`,
      id,
      label,
      typed,
      number,
      extensionNumber,
    );
  }
}

function markAbsent(db: Database, source: ContactSource, present: readonly string[]): void {
  run(
    db,
    `UPDATE contact SET availability = 'Deleted'
     WHERE source = ? AND availability = 'Alive'
       AND server_id NOT IN (SELECT value FROM json_each(?))`,
    source,
    JSON.stringify(present),
  );
}

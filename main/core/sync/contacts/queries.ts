import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { ContactSource } from '../../../../shared/model/people.ts';
import { findEntryId, markEntries, putEntries, type Entry } from '../../contacts/entries/rows.ts';
import { defineQuery } from '../../db/define-query.ts';
import { allRows, getRow, run } from '../../db/statement.ts';
import { withoutErased } from '../../keeping/rows.ts';
import type { DeletedRecord, UnreadableRecord } from '../../ringcentral/records.ts';
import { quarantine, release, writeCursor, type Cursor } from '../rows.ts';

export type ContactsToApply = {
  readonly source: ContactSource;
  readonly contacts: readonly Entry[];
  readonly deleted: readonly DeletedRecord[];
  readonly unreadable: readonly UnreadableRecord[];
  /** With the last chunk of a full sync: every id the server has; the others are gone there. */
  readonly allIds?: readonly string[] | undefined;
  /** With the last chunk of a page of the address book's full sync. */
  readonly page?: FullSyncPage | undefined;
  readonly cursor: Cursor | undefined;
  readonly at: EpochMs;
  /** The Sidetone that reads them. */
  readonly version?: string | undefined;
};

/** A page of a full sync in several pages; it is remembered in case the next one does not come. */
export type FullSyncPage = {
  readonly isFirst: boolean;
  readonly ids: readonly string[];
  /** Undefined after the last one. */
  readonly nextPageId: string | undefined;
};

/**
 * Writes contacts by their server ids; what the server no longer has is marked, never removed.
 * Answers how many entries changed.
 */
export const applyContacts = defineQuery(
  'sync.apply-contacts',
  (db, input: ContactsToApply): number => {
    const { source } = input;
    const feed = source === 'personal' ? 'contacts' : 'directory';
    const changed = putEntries(
      db,
      source === 'personal' ? withoutErased(db, 'contacts', input.contacts) : input.contacts,
    );
    for (const { serverId } of input.contacts) if (serverId) release(db, feed, serverId);
    const gone = input.deleted.map(({ id, availability }) => ({
      id: findEntryId(db, { source, serverId: id }),
      availability,
    }));
    for (const { id, availability } of gone) {
      if (id !== undefined) markEntries(db, [id], availability);
    }
    quarantine(db, feed, input.unreadable, input);
    const allIds = input.page ? followFullSync(db, input.page, input.at) : input.allIds;
    const absent = allIds ? listAbsent(db, source, allIds) : [];
    if (absent.length > 0) markEntries(db, absent, 'Deleted');
    if (input.cursor) writeCursor(db, input.cursor);
    return changed.length + gone.length + absent.length;
  },
);

/** Notes which page a full sync has come to; after the last one, answers every id it has seen. */
function followFullSync(
  db: Database,
  { isFirst, ids, nextPageId }: FullSyncPage,
  at: EpochMs,
): readonly string[] | undefined {
  if (isFirst) run(db, 'DELETE FROM contact_seen');
  for (const id of ids) run(db, 'INSERT OR IGNORE INTO contact_seen (server_id) VALUES (?)', id);
  if (nextPageId !== undefined) {
    run(
      db,
      `INSERT INTO sync_cursor (feed, position) VALUES ('contacts', ?)
       ON CONFLICT (feed) DO UPDATE SET position = excluded.position`,
      JSON.stringify({ pageId: nextPageId, at } satisfies FullSyncPlace),
    );
    return undefined;
  }
  const seen = allRows<{ id: string }>(db, 'SELECT server_id AS id FROM contact_seen');
  run(db, 'DELETE FROM contact_seen');
  return seen.map(({ id }) => id);
}

/** Where a full sync of the address book goes on, and since when it waits. */
export type FullSyncPlace = { readonly pageId: string; readonly at: EpochMs };

/** The token of the address book, or the place where a full sync of it was interrupted. */
export const readContactsCursor = defineQuery(
  'sync.read-contacts-cursor',
  (db): { readonly token: string | undefined; readonly place: FullSyncPlace | undefined } => {
    const row = getRow<{ token: string | null; position: string | null }>(
      db,
      `SELECT token, position FROM sync_cursor WHERE feed = 'contacts'`,
    );
    return {
      token: row?.token ?? undefined,
      place: row?.position ? (JSON.parse(row.position) as FullSyncPlace) : undefined,
    };
  },
);

/** Entries that a full sync no longer names. */
function listAbsent(
  db: Database,
  source: ContactSource,
  present: readonly string[],
): readonly number[] {
  const rows = allRows<{ id: number }>(
    db,
    `SELECT id FROM contact
     WHERE source = ? AND availability = 'Alive' AND server_id IS NOT NULL
       AND server_id NOT IN (SELECT value FROM json_each(?))`,
    source,
    JSON.stringify(present),
  );
  return rows.map(({ id }) => id);
}

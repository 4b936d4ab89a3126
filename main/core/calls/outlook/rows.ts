import type { Database } from 'better-sqlite3';
import type { ContactId } from '../../../../shared/model/ids.ts';
import { toRowId } from '../../db/row-id.ts';
import { getRow, run } from '../../db/statement.ts';

/** The entries of the person that one of them belongs to: whichever had it chosen, all have it. */
const entriesSql = `SELECT id FROM contact
  WHERE person_id = (SELECT person_id FROM contact WHERE id = ?)`;

/** The zone that was chosen for someone, by any of their entries. */
export function readTimeZone(db: Database, contactId: ContactId): string | undefined {
  const row = getRow<{ time_zone: string }>(
    db,
    `SELECT time_zone FROM contact_preference
     WHERE contact_id IN (${entriesSql}) AND time_zone IS NOT NULL
     ORDER BY contact_id = ? DESC, contact_id LIMIT 1`,
    toRowId(contactId) ?? 0,
    toRowId(contactId) ?? 0,
  );
  return row?.time_zone;
}

/** Keeps or forgets where someone is; answers whether there is such a contact. */
export function writeTimeZone(
  db: Database,
  contactId: ContactId,
  zone: string | undefined,
): boolean {
  const id = toRowId(contactId) ?? 0;
  if (getRow(db, 'SELECT id FROM contact WHERE id = ?', id) === undefined) return false;
  run(db, `UPDATE contact_preference SET time_zone = NULL WHERE contact_id IN (${entriesSql})`, id);
  if (zone === undefined) return true;
  run(
    db,
    `INSERT INTO contact_preference (contact_id, time_zone) VALUES (?, ?)
     ON CONFLICT (contact_id) DO UPDATE SET time_zone = excluded.time_zone`,
    id,
    zone,
  );
  return true;
}

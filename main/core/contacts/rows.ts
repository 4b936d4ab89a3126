import type { Database } from 'better-sqlite3';
import type { ContactId, E164 } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { toId } from '../db/row-id.ts';
import { getRow } from '../db/statement.ts';

/** A side of a call or text as its row has it. */
export type PartyRow = {
  readonly number: string | null;
  readonly extension_number: string | null;
  readonly name: string | null;
};

type ContactRow = { readonly id: number; readonly name: string; readonly company: string | null };

/** Who that is: the contact with this number, a personal one first, else the name that came along. */
export function toParty(db: Database, row: PartyRow): Party {
  const contact = findContact(db, row);
  return {
    contactId: contact && toId<ContactId>(contact.id),
    name: contact?.name ?? row.name ?? undefined,
    company: contact?.company ?? undefined,
    number: (row.number as E164 | null) ?? undefined,
    extensionNumber: row.extension_number ?? undefined,
  };
}

function findContact(db: Database, row: PartyRow): ContactRow | undefined {
  if (row.number !== null) {
    return getRow<ContactRow>(db, contactBy('number'), row.number);
  }
  if (row.extension_number !== null) {
    return getRow<ContactRow>(db, contactBy('extension_number'), row.extension_number);
  }
  return undefined;
}

const contactBy = (column: 'number' | 'extension_number'): string => `
  SELECT contact.id, contact.name, contact.company
  FROM contact_number JOIN contact ON contact.id = contact_number.contact_id
  WHERE contact_number.${column} = ? AND contact.availability = 'Alive'
  ORDER BY contact.source = 'personal' DESC, contact.id
  LIMIT 1`;

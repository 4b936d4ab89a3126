import type { Database } from 'better-sqlite3';
import type { CountryCallerId } from '../../../../shared/model/calls.ts';
import type { ContactId, CountryCode, E164 } from '../../../../shared/model/ids.ts';
import type { Party } from '../../../../shared/model/people.ts';
import { toParty, whoseRows } from '../../contacts/rows.ts';
import { defineQuery } from '../../db/define-query.ts';
import { toRowId } from '../../db/row-id.ts';
import { allRows, getRow, run } from '../../db/statement.ts';

/** Whom, or which country, a caller ID is chosen for. */
export type CallerIdScope = {
  readonly contactId: ContactId | undefined;
  readonly country: CountryCode | undefined;
};

/** What has been chosen for someone and for their country; either may be missing. */
export type RememberedCallerIds = {
  readonly contact: E164 | undefined;
  readonly country: E164 | undefined;
};

/** Reads what was chosen before; a person's choice stands with any of their entries. */
export const readCallerIds = defineQuery(
  'caller-ids.read',
  (db, { contactId, country }: CallerIdScope): RememberedCallerIds => ({
    contact: contactId && callerIdOfContact(db, contactId),
    country: country && callerIdOfCountry(db, country),
  }),
);

/** Remembers a caller ID for the person, else for the country; undefined forgets it. */
export const rememberCallerId = defineQuery(
  'caller-ids.remember',
  (
    db,
    input: { readonly scope: CallerIdScope; readonly callerId: E164 | undefined },
  ): { readonly hasChanged: boolean } => {
    const { contactId, country } = input.scope;
    if (contactId !== undefined)
      return { hasChanged: setForContact(db, contactId, input.callerId) };
    return {
      hasChanged: country !== undefined && setForCountry(db, country, input.callerId),
    };
  },
);

/** Lets go of every choice of a number that can no longer be shown. */
export const forgetCallerId = defineQuery('caller-ids.forget', (db, callerId: E164): void => {
  run(db, 'UPDATE contact_preference SET caller_id = NULL WHERE caller_id = ?', callerId);
  run(db, 'DELETE FROM country_caller_id WHERE caller_id = ?', callerId);
});

/** Who has a number: whom a caller ID for it would be remembered for. */
export const readCalledParty = defineQuery('caller-ids.party', (db, number: E164): Party => {
  const isE164 = number.startsWith('+');
  return toParty(db, {
    number: isE164 ? number : null,
    extension_number: isE164 ? null : number,
    name: null,
  });
});

/** What is shown to whole countries. */
export const listCountryCallerIds = defineQuery(
  'caller-ids.list-countries',
  (db): readonly CountryCallerId[] =>
    allRows<CountryCallerId>(
      db,
      'SELECT country, caller_id AS callerId FROM country_caller_id ORDER BY country',
    ),
);

function callerIdOfContact(db: Database, contactId: ContactId): E164 | undefined {
  const { contactIds } = whoseRows(db, { contactId });
  const row = getRow<{ caller_id: E164 }>(
    db,
    `SELECT caller_id FROM contact_preference
     WHERE contact_id IN (SELECT value FROM json_each(?)) AND caller_id IS NOT NULL LIMIT 1`,
    JSON.stringify(contactIds),
  );
  return row?.caller_id;
}

function callerIdOfCountry(db: Database, country: CountryCode): E164 | undefined {
  const sql = 'SELECT caller_id FROM country_caller_id WHERE country = ?';
  return getRow<{ caller_id: E164 }>(db, sql, country)?.caller_id;
}

function setForContact(db: Database, contactId: ContactId, callerId: E164 | undefined): boolean {
  const { contactIds } = whoseRows(db, { contactId });
  const rowId = toRowId(contactId);
  if (rowId === undefined || !contactIds.includes(rowId)) return false;
  if (callerIdOfContact(db, contactId) === callerId) return false;
  run(
    db,
    `UPDATE contact_preference SET caller_id = NULL
     WHERE contact_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(contactIds),
  );
  if (callerId === undefined) return true;
  run(
    db,
    `INSERT INTO contact_preference (contact_id, caller_id) VALUES (?, ?)
     ON CONFLICT (contact_id) DO UPDATE SET caller_id = excluded.caller_id`,
    rowId,
    callerId,
  );
  return true;
}

function setForCountry(db: Database, country: CountryCode, callerId: E164 | undefined): boolean {
  if (callerIdOfCountry(db, country) === callerId) return false;
  if (callerId === undefined)
    return run(db, 'DELETE FROM country_caller_id WHERE country = ?', country) > 0;
  run(
    db,
    `INSERT INTO country_caller_id (country, caller_id) VALUES (?, ?)
     ON CONFLICT (country) DO UPDATE SET caller_id = excluded.caller_id`,
    country,
    callerId,
  );
  return true;
}

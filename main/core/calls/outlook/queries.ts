import type { ContactId, E164 } from '../../../../shared/model/ids.ts';
import type { Party } from '../../../../shared/model/people.ts';
import { toParty } from '../../contacts/rows.ts';
import { defineQuery } from '../../db/define-query.ts';
import { isDoNotCall } from '../../do-not-call/rows.ts';
import { readTimeZone, writeTimeZone } from './rows.ts';

/** What the archive knows of someone who may be called. */
export type Callee = {
  readonly party: Party;
  readonly isDoNotCall: boolean;
  /** Chosen by the user for this contact. */
  readonly zone: string | undefined;
};

/** Whose a number is, and what the user has laid down about calling them. */
export const readCallee = defineQuery(
  'calls.read-callee',
  (db, { number }: { readonly number: E164 }): Callee => {
    const isE164 = number.startsWith('+');
    const party = toParty(db, {
      number: isE164 ? number : null,
      extension_number: isE164 ? null : number,
      name: null,
    });
    return {
      party,
      isDoNotCall: isE164 && isDoNotCall(db, number),
      zone: party.contactId && readTimeZone(db, party.contactId),
    };
  },
);

/** The zone that was chosen for someone. */
export const getTimeZone = defineQuery(
  'calls.get-time-zone',
  (db, { contactId }: { readonly contactId: ContactId }) => readTimeZone(db, contactId),
);

/** Keeps or forgets where someone is; answers whether there is such a contact. */
export const setTimeZone = defineQuery(
  'calls.set-time-zone',
  (
    db,
    { contactId, zone }: { readonly contactId: ContactId; readonly zone: string | undefined },
  ): boolean => writeTimeZone(db, contactId, zone),
);

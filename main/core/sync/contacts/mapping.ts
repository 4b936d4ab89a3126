import type { CountryCode } from '../../../../shared/model/ids.ts';
import type { ContactSource } from '../../../../shared/model/people.ts';
import { toE164 } from '../../../../shared/phone/parse.ts';
import type { Entry } from '../../contacts/entries/rows.ts';
import type { ServerContact } from '../../ringcentral/records.ts';

/** The archive's form of a contact: every number in E.164 beside what was typed. */
export function toSyncedContact(
  contact: ServerContact,
  source: ContactSource,
  country: CountryCode,
): Entry {
  const { id: serverId, name, firstName, lastName, company, jobTitle, email, remarks } = contact;
  return {
    serverId,
    source,
    name,
    firstName,
    lastName,
    company,
    jobTitle,
    email,
    remarks,
    numbers: contact.numbers.map(({ label, typed, extensionNumber }) => ({
      label,
      typed,
      number: extensionNumber === undefined ? toE164(typed, country) : undefined,
      extensionNumber,
    })),
  };
}

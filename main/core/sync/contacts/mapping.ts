import type { CountryCode, E164 } from '../../../../shared/model/ids.ts';
import type { ContactSource } from '../../../../shared/model/people.ts';
import { toE164 } from '../../../../shared/phone/parse.ts';
import type { ServerContact } from '../../ringcentral/records.ts';

/** A person or company in the archive's terms. */
export type SyncedContact = Omit<ServerContact, 'id' | 'numbers' | 'availability'> & {
  readonly serverId: string;
  readonly source: ContactSource;
  readonly numbers: readonly {
    readonly label: string;
    readonly typed: string;
    readonly number: E164 | undefined;
    readonly extensionNumber: string | undefined;
  }[];
};

/** The archive's form of a contact: every number in E.164 beside what was typed. */
export function toSyncedContact(
  contact: ServerContact,
  source: ContactSource,
  country: CountryCode,
): SyncedContact {
  const { id: serverId, name, company, jobTitle, email, numbers } = contact;
  return {
    serverId,
    source,
    name,
    company,
    jobTitle,
    email,
    numbers: numbers.map(({ label, typed, extensionNumber }) => ({
      label,
      typed,
      number: extensionNumber === undefined ? toE164(typed, country) : undefined,
      extensionNumber,
    })),
  };
}

import { checkCrmAddress, fillCrmAddress, type CrmValues } from '../../../shared/crm.ts';
import { failure } from '../../../shared/failure.ts';
import type { PersonBrief } from '../../../shared/model/cards.ts';
import type { Whose } from '../../../shared/model/history.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Clock, Opener } from '../ports.ts';
import { readBrief, type ArchivedBrief } from './queries.ts';

export type Briefs = {
  /** What to know about someone; `before` leaves out what belongs to the call at hand. */
  of(party: Party, before?: EpochMs): Promise<PersonBrief>;
  /** Opens their page of the CRM. */
  openCrm(party: Party): Promise<Result<void>>;
  /** Opens the page that an address would lead to, for a number that is nobody's. */
  tryCrm(address: string): Promise<Result<void>>;
};

export type BriefsDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly opener: Opener;
  readonly crmAddress: () => string | undefined;
};

/** Nobody: a number and an address that are kept for examples. */
const example: CrmValues = {
  number: '+12125550142',
  name: 'Ada Brook',
  email: 'ada@example.com',
};

/** What a card says of a person, and the way to their page of the CRM. */
export function createBriefs(deps: BriefsDeps): Briefs {
  const { archive, clock, opener, crmAddress } = deps;

  const read = async (party: Party, before: EpochMs): Promise<ArchivedBrief> => {
    const whose = whoseOf(party);
    if (whose === undefined) return unknown;
    return archive.read(readBrief, { whose, before });
  };
  const pageOf = (party: Party, email: string | undefined): Result<string> => {
    const address = crmAddress();
    if (address === undefined) return fail(failure('invalid', 'crm.no-address'));
    const checked = checkCrmAddress(address);
    if (!checked.ok) return checked;
    const filled = fillCrmAddress(address, { number: party.number, name: party.name, email });
    return filled === undefined ? fail(failure('invalid', 'crm.not-enough')) : ok(filled);
  };
  const open = async (page: string): Promise<Result<void>> =>
    (await opener.openPage(page)) ? ok() : fail(failure('internal', 'crm.not-opened'));

  return {
    async of(party, before = clock.now()) {
      const { email, ...brief } = await read(party, before);
      return { ...brief, hasCrmPage: pageOf(party, email).ok };
    },
    async openCrm(party) {
      const { email } = await read(party, clock.now());
      const page = pageOf(party, email);
      return page.ok ? open(page.value) : page;
    },
    async tryCrm(address) {
      const checked = checkCrmAddress(address);
      if (!checked.ok) return checked;
      return open(fillCrmAddress(address, example) ?? '');
    },
  };
}

const unknown: ArchivedBrief = {
  lastContact: undefined,
  followUps: [],
  notes: [],
  email: undefined,
};

/** Whose brief it is: of a number that several people have, none is picked. */
function whoseOf({ contactId, number, extensionNumber, sharedWith }: Party): Whose | undefined {
  if (contactId !== undefined && sharedWith === undefined) return { contactId };
  if (number !== undefined) return { number };
  return extensionNumber === undefined ? undefined : { extensionNumber };
}

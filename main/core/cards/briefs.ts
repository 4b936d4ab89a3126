import {
  checkCrmAddress,
  crmExample,
  fillCrmAddress,
  type CrmValues,
} from '../../../shared/crm.ts';
import { failure } from '../../../shared/failure.ts';
import type { PersonBrief } from '../../../shared/model/cards.ts';
import type { Whose } from '../../../shared/model/history.ts';
import type { CallId, EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Clock, Opener } from '../ports.ts';
import type { About } from '../notes/rows.ts';
import { goneAbout } from '../notes/service.ts';
import { readBrief, readCrmValues, type ArchivedBrief } from './queries.ts';

export type Briefs = {
  /** What to know about someone; `before` leaves out what belongs to the call at hand. */
  of(party: Party, before?: EpochMs): Promise<PersonBrief>;
  /** Opens their page of the CRM; `callId` is of the call at hand. */
  openCrm(party: Party, callId?: CallId): Promise<Result<void>>;
  /** Opens the page of whoever a call was with, or of someone; fails with what is gone. */
  openCrmAbout(about: About): Promise<Result<void>>;
  /** Opens the page that an address would lead to, for a number that is nobody's. */
  tryCrm(address: string): Promise<Result<void>>;
};

export type BriefsDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly opener: Opener;
  readonly crmAddress: () => string | undefined;
};

/** What a card says of a person, and the way to their page of the CRM. */
export function createBriefs(deps: BriefsDeps): Briefs {
  const { archive, clock, opener, crmAddress } = deps;

  const read = async (party: Party, before: EpochMs): Promise<ArchivedBrief> => {
    const whose = whoseOf(party);
    if (whose === undefined) return unknown;
    return archive.read(readBrief, { whose, before });
  };
  const pageOf = (values: CrmValues): Result<string> => {
    const address = crmAddress();
    if (address === undefined) return fail(failure('invalid', 'crm.no-address'));
    const checked = checkCrmAddress(address);
    if (!checked.ok) return checked;
    const filled = fillCrmAddress(address, values);
    return filled === undefined ? fail(failure('invalid', 'crm.not-enough')) : ok(filled);
  };
  const open = async (page: string): Promise<Result<void>> =>
    (await opener.openPage(page)) ? ok() : fail(failure('internal', 'crm.not-opened'));

  return {
    async of(party, before = clock.now()) {
      const { email, ...brief } = await read(party, before);
      return { ...brief, hasCrmPage: pageOf(toValues(party, email)).ok };
    },
    async openCrm(party, callId) {
      const { email } = await read(party, clock.now());
      const page = pageOf({ ...toValues(party, email), callId });
      return page.ok ? open(page.value) : page;
    },
    async openCrmAbout(about) {
      const values = await archive.read(readCrmValues, about);
      if (values === undefined) return fail(goneAbout(about));
      const page = pageOf(values);
      return page.ok ? open(page.value) : page;
    },
    async tryCrm(address) {
      const checked = checkCrmAddress(address);
      if (!checked.ok) return checked;
      return open(fillCrmAddress(address, crmExample) ?? '');
    },
  };
}

const toValues = (party: Party, email: string | undefined): CrmValues => ({
  number: party.number,
  name: party.name,
  email,
  extension: party.extensionNumber,
});

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

import type { Role } from '../people.ts';
import { borrowerScripts } from './borrowers.ts';
import { lenderScripts, partnerScripts } from './partners.ts';
import { personalScripts } from './personal.ts';
import { realtorScripts } from './realtors.ts';
import { refinanceScripts } from './refinance.ts';

/** What the demo account's people write about, by what they are to the broker. */
export const scriptsByRole: Readonly<Record<Role, readonly (readonly string[])[]>> = {
  borrower: borrowerScripts,
  refinance: refinanceScripts,
  realtor: realtorScripts,
  partner: partnerScripts,
  lender: lenderScripts,
  personal: personalScripts,
};

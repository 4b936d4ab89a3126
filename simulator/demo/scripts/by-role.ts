import type { Role } from '../people.ts';
import { borrowerScripts } from './borrowers.ts';
import { lenderScripts, partnerScripts } from './partners.ts';
import { personalScripts } from './personal.ts';
import { realtorScripts } from './realtors.ts';
import { refinanceScripts } from './refinance.ts';

/**
 * What the people of the address book write about. Scripts are in the order of the people of their
 * kind, so that each has a conversation of their own.
 */
export const scriptsByRole: Readonly<Record<Role, readonly (readonly string[])[]>> = {
  borrower: borrowerScripts,
  refinance: refinanceScripts,
  realtor: realtorScripts,
  partner: partnerScripts,
  lender: lenderScripts,
  personal: personalScripts,
};

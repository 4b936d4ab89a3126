import type { Handlers } from '../rpc/router.ts';
import type { Briefs } from './briefs.ts';

/** Answers the contract's calls that open a page of the CRM for no card. */
export function createBriefHandlers(briefs: Briefs): Handlers<'cards.try-crm' | 'crm.open'> {
  return {
    'cards.try-crm': ({ address }) => briefs.tryCrm(address),
    'crm.open': (about) => briefs.openCrmAbout(about),
  };
}

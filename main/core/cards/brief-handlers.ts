import type { Handlers } from '../rpc/router.ts';
import type { Briefs } from './briefs.ts';

/** Answers what the settings ask of the CRM's address. */
export function createBriefHandlers(briefs: Briefs): Handlers<'cards.try-crm'> {
  return { 'cards.try-crm': ({ address }) => briefs.tryCrm(address) };
}

import { ok } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Handlers } from '../rpc/router.ts';
import { toPattern } from './pattern.ts';
import { getContact, listContacts, suggest } from './queries.ts';

/** Answers the contract's `contacts.*`: reading only, so there is no service in between. */
export function createContactHandlers(
  archive: Archive,
): Handlers<'contacts.list' | 'contacts.get' | 'contacts.suggest'> {
  return {
    'contacts.list': async ({ after, limit, query }) =>
      ok(await archive.read(listContacts, { after, limit, pattern: toPattern(query ?? '') })),
    'contacts.get': async ({ contactId }) => ok(await archive.read(getContact, { contactId })),
    'contacts.suggest': async ({ text, limit }) =>
      ok(await archive.read(suggest, { pattern: toPattern(text), limit })),
  };
}

import { z } from 'zod';
import type { Page } from '../model/app.ts';
import type { ContactView, Suggestion } from '../model/people.ts';
import { call } from './define.ts';
import { contactId, page } from './fields.ts';

export const contactsContract = {
  /** By name; `query` narrows by name, company or digits of a number. */
  'contacts.list': call(page.extend({ query: z.string().max(200).optional() })).returns<
    Page<ContactView>
  >(),
  'contacts.get': call(z.strictObject({ contactId })).returns<ContactView | undefined>(),
  /** Type-ahead of the dialer and the composer: contacts first, then recent numbers. */
  'contacts.suggest': call(
    z.strictObject({
      text: z.string().max(200),
      limit: z.number().int().min(1).max(20).default(8),
    }),
  ).returns<readonly Suggestion[]>(),
};

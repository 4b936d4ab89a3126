import { z } from 'zod';
import type { Page } from '../model/app.ts';
import type { ContactImportDraft, ContactImportView } from '../model/contact-import.ts';
import {
  contactNumberLabels,
  type ContactView,
  type SpeedDial,
  type Suggestion,
} from '../model/people.ts';
import { call } from './define.ts';
import { contactId, contactImportId, nothing, page, typedNumber } from './fields.ts';

const field = (most: number) => z.string().trim().max(most);

/** What can be entered of a contact; at least a name, a company, an e-mail or a number. */
const draft = z.strictObject({
  firstName: field(100),
  lastName: field(100),
  company: field(200),
  jobTitle: field(200),
  email: field(200),
  remarks: field(4_000),
  numbers: z
    .array(z.strictObject({ label: z.enum(contactNumberLabels), typed: typedNumber }))
    .max(contactNumberLabels.length)
    .readonly(),
});

export const contactsContract = {
  /** By name; `query` narrows by name, company or digits of a number; favourites alone if wished. */
  'contacts.list': call(
    page.extend({
      query: z.string().max(200).optional(),
      show: z.enum(['all', 'favourites', 'personal', 'company', 'local']).default('all'),
    }),
  ).returns<Page<ContactView>>(),
  'contacts.get': call(z.strictObject({ contactId })).returns<ContactView | undefined>(),
  /** Type-ahead of the dialer and the composer: contacts first, then recent numbers. */
  'contacts.suggest': call(
    z.strictObject({
      text: z.string().max(200),
      limit: z.number().int().min(1).max(20).default(8),
    }),
  ).returns<readonly Suggestion[]>(),
  /** `account`: in RingCentral's address book; `local`: on this computer alone. */
  'contacts.create': call(
    z.strictObject({ draft, where: z.enum(['account', 'local']) }),
  ).returns<ContactView>(),
  'contacts.change': call(z.strictObject({ contactId, draft })).returns<ContactView>(),
  'contacts.remove': call(z.strictObject({ contactId })).returns<void>(),
  'contacts.set-favourite': call(
    z.strictObject({ contactId, isFavourite: z.boolean() }),
  ).returns<void>(),
  'contacts.list-speed-dials': call(nothing).returns<readonly SpeedDial[]>(),
  /** Without a number the key is freed. */
  'contacts.set-speed-dial': call(
    z.strictObject({ key: z.int().min(1).max(9), number: typedNumber.optional() }),
  ).returns<readonly SpeedDial[]>(),
  /** Asks for a CSV or vCard file and reads it; undefined when the user thought better of it. */
  'contacts.read-import': call(nothing).returns<ContactImportDraft | undefined>(),
  /** Stores what the draft says, all or nothing. */
  'contacts.use-import': call(
    z.strictObject({ importId: contactImportId }),
  ).returns<ContactImportView>(),
  /** Imports that can be taken back, the latest first. */
  'contacts.list-imports': call(nothing).returns<readonly ContactImportView[]>(),
  /** Takes an import back; what has been changed by hand since stays. */
  'contacts.undo-import': call(z.strictObject({ importId: contactImportId })).returns<void>(),
};

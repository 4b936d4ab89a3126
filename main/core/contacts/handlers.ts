import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { ContactImports } from './import/service.ts';
import type { Contacts } from './service.ts';

type ContactCall =
  | 'contacts.list'
  | 'contacts.get'
  | 'contacts.suggest'
  | 'contacts.create'
  | 'contacts.change'
  | 'contacts.remove'
  | 'contacts.set-favourite'
  | 'contacts.list-speed-dials'
  | 'contacts.set-speed-dial'
  | 'contacts.read-import'
  | 'contacts.use-import'
  | 'contacts.list-imports'
  | 'contacts.undo-import';

/** Answers the contract's `contacts.*`. */
export function createContactHandlers(
  contacts: Contacts,
  imports: ContactImports,
): Handlers<ContactCall> {
  return {
    'contacts.list': async (request) => ok(await contacts.list(request)),
    'contacts.get': async ({ contactId }) => ok(await contacts.get(contactId)),
    'contacts.suggest': async ({ text, limit }) => ok(await contacts.suggest(text, limit)),
    'contacts.create': ({ draft, where }) => contacts.create(draft, where),
    'contacts.change': ({ contactId, draft }) => contacts.change(contactId, draft),
    'contacts.remove': ({ contactId }) => contacts.remove(contactId),
    'contacts.set-favourite': ({ contactId, isFavourite }) =>
      contacts.setFavourite(contactId, isFavourite),
    'contacts.list-speed-dials': async () => ok(await contacts.listSpeedDials()),
    'contacts.set-speed-dial': ({ key, number }) => contacts.setSpeedDial(key, number),
    'contacts.read-import': () => imports.read(),
    'contacts.use-import': ({ importId }) => imports.use(importId),
    'contacts.list-imports': async () => ok(await imports.list()),
    'contacts.undo-import': ({ importId }) => imports.undo(importId),
  };
}

import { createCallListHandlers } from '../call-lists/handlers.ts';
import { createCallLists } from '../call-lists/service.ts';
import { createFollowUps } from '../notes/follow-ups/service.ts';
import { createNoteHandlers } from '../notes/handlers.ts';
import { createNotes } from '../notes/service.ts';
import { commonOf, type PartDeps } from '../part.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { Sync } from '../sync/engine.ts';
import { createContactHandlers } from './handlers.ts';
import { createContactImports } from './import/service.ts';
import { createContacts } from './service.ts';

/** Everyone the user deals with: contacts, notes on them, when to get back to them, whom to call next. */
export type People = ReturnType<typeof createPeople>;

export type PeopleDeps = PartDeps & {
  readonly client: Pick<RingCentralClient, 'api'>;
  readonly sync: Pick<Sync, 'requestSync'>;
};

/** Puts the parts together that know people. */
export function createPeople(deps: PeopleDeps) {
  const { session, sync } = deps;
  const { notifier, fileDialogs } = deps.ports;
  const common = commonOf(deps);

  const contacts = createContacts({
    ...common,
    api: deps.client.api,
    requestSync: () => sync.requestSync('contacts', 'change of unknown outcome'),
  });
  const contactImports = createContactImports({ ...common, fileDialogs });
  const callLists = createCallLists({ ...common, fileDialogs });
  const notes = createNotes(common);
  const followUps = createFollowUps({ ...common, notifier, homeCountry: session.homeCountry });
  return {
    contacts,
    contactImports,
    callLists,
    followUps,
    handlers: {
      ...createContactHandlers(contacts, contactImports),
      ...createCallListHandlers(callLists),
      ...createNoteHandlers(notes, followUps),
    },
  };
}

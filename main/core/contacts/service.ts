import { failure, type Failure } from '../../../shared/failure.ts';
import type { Page } from '../../../shared/model/app.ts';
import type { ContactId, CountryCode } from '../../../shared/model/ids.ts';
import type {
  ContactDraft,
  ContactView,
  SpeedDial,
  Suggestion,
} from '../../../shared/model/people.ts';
import type { Capability, SessionView } from '../../../shared/model/session.ts';
import { parseDialable } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock, Random } from '../ports.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import { getOwnEntries, setFavourite, setSpeedDial, settleLeftChanges } from './changes/queries.ts';
import { createWriter } from './changes/writer.ts';
import { judgeDraft } from './draft.ts';
import { toPattern } from './pattern.ts';
import { getContact, listContacts, listSpeedDials, suggest, type Shown } from './queries.ts';
import type { OwnEntry, PersonRecord } from './views/rows.ts';

export type ContactsDeps = {
  readonly archive: Archive;
  readonly api: Pick<RingCentralApi, 'addressBook'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: Pick<Events, 'changed'>;
  readonly session: {
    homeCountry(): CountryCode;
    getView(): Pick<SessionView, 'canEditContacts'>;
  };
  /** What RingCentral has made of a change whose answer was lost, the next sync tells. */
  readonly requestSync: () => void;
};

/** Everyone the user knows, from all sources, and what can be changed of them. */
export type Contacts = {
  /** Settles what an earlier run was in the middle of. */
  start(): Promise<void>;
  list(request: {
    readonly after?: string | undefined;
    readonly limit: number;
    readonly query?: string | undefined;
    readonly show: Shown;
  }): Promise<Page<ContactView>>;
  get(contactId: ContactId): Promise<ContactView | undefined>;
  suggest(text: string, limit: number): Promise<readonly Suggestion[]>;
  create(draft: ContactDraft, where: 'account' | 'local'): Promise<Result<ContactView>>;
  change(contactId: ContactId, draft: ContactDraft): Promise<Result<ContactView>>;
  remove(contactId: ContactId): Promise<Result<void>>;
  setFavourite(contactId: ContactId, isFavourite: boolean): Promise<Result<void>>;
  listSpeedDials(): Promise<readonly SpeedDial[]>;
  setSpeedDial(key: number, typed: string | undefined): Promise<Result<readonly SpeedDial[]>>;
};

export function createContacts(deps: ContactsDeps): Contacts {
  const { archive, clock, events, session } = deps;
  const writer = createWriter(deps);

  const tell = (): void =>
    events.changed({ area: 'contacts' }, { area: 'threads' }, { area: 'calls' });
  const toView = (person: PersonRecord): ContactView => toContactView(person, session.getView());

  /** The entries of someone that can be changed now, or why none can. */
  const requireOwn = async (contactId: ContactId): Promise<Result<readonly OwnEntry[]>> => {
    const person = await archive.read(getOwnEntries, { contactId });
    if (person === undefined || !person.isAlive) {
      return fail(failure('not-found', 'contact.gone'));
    }
    return person.own.length === 0 ? fail(notEditable()) : ok(person.own);
  };

  const finish = (result: Result<PersonRecord>): Result<ContactView> => {
    if (!result.ok) return result;
    tell();
    return ok(toView(result.value));
  };

  return {
    start: async () => void (await archive.write(settleLeftChanges, { at: clock.now() })),
    async list({ after, limit, query = '', show }) {
      const pattern = toPattern(query);
      const { items, next } = await archive.read(listContacts, { after, limit, show, pattern });
      return { items: items.map(toView), next };
    },
    async get(contactId) {
      const person = await archive.read(getContact, { contactId });
      return person && toView(person);
    },
    suggest: (text, limit) => archive.read(suggest, { pattern: toPattern(text), limit }),
    async create(draft, where) {
      const judged = judgeDraft(draft, session.homeCountry());
      if (!judged.ok) return judged;
      return finish(await writer.create(judged.value, where));
    },
    async change(contactId, draft) {
      const own = await requireOwn(contactId);
      if (!own.ok) return own;
      const judged = judgeDraft(draft, session.homeCountry());
      if (!judged.ok) return judged;
      const [first] = own.value;
      return first ? finish(await writer.change(first, judged.value)) : fail(notEditable());
    },
    async remove(contactId) {
      const own = await requireOwn(contactId);
      if (!own.ok) return own;
      const removed = await writer.remove(own.value);
      // Some of it may be done even where all of it is not.
      tell();
      return removed;
    },
    async setFavourite(contactId, isFavourite) {
      const isDone = await archive.write(setFavourite, { contactId, isFavourite });
      if (!isDone) return fail(failure('not-found', 'contact.gone'));
      events.changed({ area: 'contacts' });
      return ok();
    },
    listSpeedDials: () => archive.read(listSpeedDials, undefined),
    async setSpeedDial(key, typed) {
      const parsed = typed === undefined ? undefined : parseDialable(typed, session.homeCountry());
      if (parsed && !parsed.ok) return parsed;
      await archive.write(setSpeedDial, { key, number: parsed?.value.number });
      events.changed({ area: 'contacts' });
      return ok(await archive.read(listSpeedDials, undefined));
    },
  };
}

/** Whether someone can be changed: where their own entry is kept decides. */
function toContactView(
  person: PersonRecord,
  { canEditContacts }: Pick<SessionView, 'canEditContacts'>,
): ContactView {
  return { ...person, canEdit: toCanEdit(person, canEditContacts) };
}

function toCanEdit({ sources, draft }: PersonRecord, ofAccount: Capability): Capability {
  if (draft === undefined) return { can: false, failure: notEditable() };
  return sources[0] === 'personal' ? ofAccount : { can: true };
}

function notEditable(): Failure {
  return failure('rejected', 'contact.not-editable');
}

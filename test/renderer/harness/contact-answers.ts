import { failure } from '../../../shared/failure.ts';
import type { ContactImportDraft } from '../../../shared/model/contact-import.ts';
import type { ContactId, ContactImportId, E164 } from '../../../shared/model/ids.ts';
import type { ContactDraft, ContactView, SpeedDial } from '../../../shared/model/people.ts';
import { parseDialable } from '../../../shared/phone/parse.ts';
import { fail, ok } from '../../../shared/result.ts';
import { page, partyWith, type Answers, type FakeWorld } from './fake-world.ts';

type Shown = 'all' | 'favourites' | 'personal' | 'company' | 'local';

/** People, speed dial and imports, in memory. */
export function contactAnswers(world: FakeWorld, touch: () => void): Answers {
  let dials: readonly SpeedDial[] = [1, 4].map((key) => ({
    key,
    party: partyWith(world, `+1415555010${key}` as E164),
  }));
  const imports = [
    { id: '1' as ContactImportId, fileName: 'outlook.csv', at: 0, added: 3, merged: 0 },
  ];
  const change = (next: readonly ContactView[]): void => {
    world.contacts = next.toSorted((one, other) => one.name.localeCompare(other.name));
    touch();
  };
  const replace = (contact: ContactView): void =>
    change([...world.contacts.filter(({ id }) => id !== contact.id), contact]);
  const isShown = (contact: ContactView, show: Shown): boolean =>
    show === 'all' ||
    (show === 'favourites' ? contact.isFavourite : contact.sources.includes(show));
  return {
    'contacts.list': (input: { query?: string; show?: Shown; after?: string; limit?: number }) =>
      ok(
        page(
          world.contacts.filter(
            (contact) =>
              isShown(contact, input.show ?? 'all') &&
              contact.name.toLowerCase().includes((input.query ?? '').toLowerCase()),
          ),
          input,
        ),
      ),
    'contacts.get': (input: { contactId: string }) =>
      ok(world.contacts.find(({ id }) => id === input.contactId)),
    'contacts.create': (input: { draft: ContactDraft; where: 'account' | 'local' }) => {
      const bad = input.draft.numbers.findIndex(
        ({ typed }) => typed !== '' && !parseDialable(typed, 'US' as never).ok,
      );
      if (bad >= 0) {
        const params = { number: input.draft.numbers[bad]?.typed ?? '' };
        const field = `numbers.${bad}`;
        return fail(failure('invalid', 'contact.number-invalid', { field, params }));
      }
      if (input.where === 'account' && world.session.connection.state === 'offline') {
        return fail(failure('offline', 'network.offline'));
      }
      const source = input.where === 'account' ? 'personal' : 'local';
      const created = viewOf('p-new' as ContactId, input.draft, source);
      replace(created);
      return ok(created);
    },
    'contacts.change': (input: { contactId: ContactId; draft: ContactDraft }) => {
      const changed = viewOf(input.contactId, input.draft, 'personal');
      replace(changed);
      return ok(changed);
    },
    'contacts.remove': (input: { contactId: string }) => {
      change(world.contacts.filter(({ id }) => id !== input.contactId));
      return ok();
    },
    'contacts.set-favourite': (input: { contactId: string; isFavourite: boolean }) => {
      const { isFavourite } = input;
      const contact = world.contacts.find(({ id }) => id === input.contactId);
      if (contact) replace({ ...contact, isFavourite });
      return ok();
    },
    'contacts.list-speed-dials': () => ok(dials),
    'contacts.set-speed-dial': (input: { key: number; number?: E164 }) => {
      const { key, number } = input;
      const others = dials.filter((dial) => dial.key !== key && dial.party.number !== number);
      dials = number === undefined ? others : [...others, { key, party: partyWith(world, number) }];
      return ok(dials);
    },
    'contacts.read-import': () => ok(importDraft),
    'contacts.use-import': () =>
      ok({ id: '2', fileName: importDraft.fileName, at: Date.now(), added: 210, merged: 1 }),
    'contacts.list-imports': () => ok(imports),
    'contacts.undo-import': () => ok(),
  };
}

function viewOf(id: ContactId, draft: ContactDraft, source: 'personal' | 'local'): ContactView {
  const { firstName, lastName, company, jobTitle, email, remarks } = draft;
  return {
    id,
    name: [firstName, lastName].filter(Boolean).join(' ') || company,
    firstName,
    lastName,
    company: company || undefined,
    jobTitle: jobTitle || undefined,
    email: email || undefined,
    remarks: remarks || undefined,
    sources: [source],
    numbers: draft.numbers.flatMap(({ label, typed }) => {
      const parsed = parseDialable(typed, 'US' as never);
      return parsed.ok
        ? [{ label, typed, number: parsed.value.number, extensionNumber: undefined }]
        : [];
    }),
    isFavourite: false,
    canEdit: { can: true },
    draft,
  };
}

const importDraft: ContactImportDraft = {
  id: 'draft' as ContactImportId,
  fileName: 'Contacts export from the old computer.csv',
  format: 'csv',
  counts: { add: 210, merge: 1, unchanged: 0, refuse: 2 },
  entries: [
    {
      line: 2,
      action: 'add',
      name: 'Zara Whitcombe-Featherstonehaugh',
      company: 'Harbor Title',
      numbers: [
        { typed: '(212) 555-0142', stored: '+12125550142' },
        { typed: 'ask reception', stored: undefined },
      ],
      mergesWith: undefined,
      problem: failure('invalid', 'contact-import.number-invalid', {
        params: { number: 'ask reception' },
      }),
    },
    {
      line: 3,
      action: 'add',
      name: 'Bram Oakes',
      company: undefined,
      numbers: [{ typed: '212.555.0143', stored: '+12125550143' }],
      mergesWith: undefined,
      problem: undefined,
    },
    {
      line: 4,
      action: 'merge',
      name: 'BROOK, Ada',
      company: undefined,
      numbers: [{ typed: '415 555 0100', stored: '+14155550100' }],
      mergesWith: 'Ada Brook',
      problem: undefined,
    },
    {
      line: 5,
      action: 'refuse',
      name: '',
      company: undefined,
      numbers: [],
      mergesWith: undefined,
      problem: failure('invalid', 'contact-import.entry-empty'),
    },
  ],
};

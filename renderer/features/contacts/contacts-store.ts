import { create } from 'zustand';
import type { ContactId } from '../../../shared/model/ids.ts';
import type { ContactDraft } from '../../../shared/model/people.ts';
import { openContactPanel } from '../../app/ui-store.ts';
import { rememberForAccount } from '../../app/account-memory.ts';

type Drafts = {
  readonly created: ContactDraft;
  /** Of people who are being edited. */
  readonly edited: Readonly<Record<ContactId, ContactDraft | undefined>>;
};

export const emptyDraft: ContactDraft = {
  firstName: '',
  lastName: '',
  company: '',
  jobTitle: '',
  email: '',
  remarks: '',
  numbers: [{ label: 'mobile', typed: '' }],
};

const none: Drafts = { created: emptyDraft, edited: {} };

/** What has been entered of contacts; it outlives looking something up elsewhere. */
export const useDrafts = create<Drafts>()(() => none);

/** Begins a contact with what is known already. */
export function beginContact(draft: Partial<ContactDraft>): void {
  writeDraft({ ...emptyDraft, ...draft });
  openContactPanel('new');
}

export function writeDraft(created: ContactDraft): void {
  useDrafts.setState({ created });
}

/** The new contact is stored, or not wanted after all. */
export function dropDraft(): void {
  writeDraft(emptyDraft);
}

export function writeEdit(contactId: ContactId, draft: ContactDraft): void {
  useDrafts.setState(({ edited }) => ({ edited: { ...edited, [contactId]: draft } }));
}

/** The change is stored, or not wanted after all. */
export function dropEdit(contactId: ContactId): void {
  useDrafts.setState(({ edited }) => ({ edited: { ...edited, [contactId]: undefined } }));
}

rememberForAccount({
  forget: () => useDrafts.setState(none),
  hasUnsaved() {
    const { created, edited } = useDrafts.getState();
    return created !== emptyDraft || Object.values(edited).some(Boolean);
  },
});

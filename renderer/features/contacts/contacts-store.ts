import { create } from 'zustand';
import type { ContactDraft } from '../../../shared/model/people.ts';
import { useUi } from '../../app/ui-store.ts';

/** What takes the place of a person's page. */
export type Panel = 'new' | 'import';

type ContactsUi = {
  readonly panel: Panel | undefined;
  /** What has been entered of a new contact; it outlives looking something up elsewhere. */
  readonly draft: ContactDraft;
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

/** What is open under Contacts besides a person. */
export const useContactsUi = create<ContactsUi>()(() => ({ panel: undefined, draft: emptyDraft }));

export function openPanel(panel: Panel): void {
  useContactsUi.setState({ panel });
}

export function closePanel(): void {
  useContactsUi.setState({ panel: undefined });
}

/** Begins a contact with what is known already. */
export function beginContact(draft: Partial<ContactDraft>): void {
  useContactsUi.setState({ panel: 'new', draft: { ...emptyDraft, ...draft } });
}

export function writeDraft(draft: ContactDraft): void {
  useContactsUi.setState({ draft });
}

/** The contact is stored, or not wanted after all. */
export function dropDraft(): void {
  useContactsUi.setState({ panel: undefined, draft: emptyDraft });
}

// Someone has been opened, here or from another screen: they are what is to be seen.
export function followPerson(): () => void {
  return useUi.subscribe((ui, before) => {
    if (ui.whose !== before.whose && ui.whose !== undefined) closePanel();
  });
}

import { create } from 'zustand';
import type { ContactId } from '../../../shared/model/ids.ts';
import type { ContactDraft } from '../../../shared/model/people.ts';
import { rememberForAccount } from '../../app/account-memory.ts';
import { openContactPanel, useUi } from '../../app/ui-store.ts';

/** Someone new, as far as they have been entered. */
export type Entered = {
  readonly id: string;
  /** What the form began with; what is still the same has nothing of the user's. */
  readonly begun: ContactDraft;
  readonly draft: ContactDraft;
};

type Drafts = {
  readonly created: Entered;
  /** Those who were being entered when another was begun; the last of them at the end. */
  readonly aside: readonly Entered[];
  /** Of people who are being edited. */
  readonly edited: Readonly<Record<ContactId, ContactDraft | undefined>>;
  /** Whose entries wait for RingCentral to keep them: ids of those above. */
  readonly saving: ReadonlySet<string>;
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

const none = (): Drafts => ({
  created: begin(emptyDraft),
  aside: [],
  edited: {},
  saving: new Set(),
});

/** What has been entered of contacts; it outlives looking something up elsewhere. */
export const useDrafts = create<Drafts>()(none);

/** Opens the form with what is known of someone already. */
export function beginContact(draft: Partial<ContactDraft>): void {
  takeUp({ ...emptyDraft, ...draft });
  openContactPanel('new');
}

/** Puts someone into the form. What was entered of another is kept aside: it goes to nobody else. */
export function takeUp(draft: ContactDraft): void {
  useDrafts.setState(({ created, aside }) => {
    const known = [created, ...aside].find((entered) => hasNumbersOf(entered.draft, draft));
    return handed(known ?? begin(draft), created, aside);
  });
}

/** Goes back to whom was set aside last. */
export function goBackToAside(): void {
  useDrafts.setState(({ created, aside }) => handed(aside.at(-1) ?? created, created, aside));
}

export function writeDraft(draft: ContactDraft): void {
  useDrafts.setState(({ created }) => ({ created: { ...created, draft } }));
}

/** Someone new is stored, or not wanted after all; answers whether the form still had them. */
export function dropDraft(id: string): boolean {
  const isInHand = useDrafts.getState().created.id === id;
  useDrafts.setState(({ created, aside }) => ({
    created: isInHand ? begin(emptyDraft) : created,
    aside: aside.filter((entered) => entered.id !== id),
  }));
  return isInHand;
}

/** Puts the page of someone who is stored in the place of the form, wherever the user is by then. */
export function leaveFormFor(contactId: ContactId): void {
  useUi.setState((ui) =>
    ui.contactPanel === 'new' ? { whose: { contactId }, contactPanel: undefined } : {},
  );
}

export function writeEdit(contactId: ContactId, draft: ContactDraft): void {
  useDrafts.setState(({ edited }) => ({ edited: { ...edited, [contactId]: draft } }));
}

/** The change is not wanted after all, or the one that was stored is still the one that is there. */
export function dropEdit(contactId: ContactId, stored?: ContactDraft): void {
  useDrafts.setState(({ edited }) => {
    const isOther = stored !== undefined && edited[contactId] !== stored;
    return isOther ? {} : { edited: { ...edited, [contactId]: undefined } };
  });
}

/** Someone who is being entered or edited waits to be kept, or no longer does. */
export function noteSaving(id: string, isSaving: boolean): void {
  useDrafts.setState(({ saving }) => {
    const others = [...saving].filter((other) => other !== id);
    return { saving: new Set(isSaving ? [...others, id] : others) };
  });
}

rememberForAccount({
  forget: () => useDrafts.setState(none()),
  hasUnsaved() {
    const { created, aside, edited } = useDrafts.getState();
    const isEntered = created.draft !== created.begun || aside.length > 0;
    return isEntered || Object.values(edited).some(Boolean);
  },
});

function begin(draft: ContactDraft): Entered {
  return { id: crypto.randomUUID(), begun: draft, draft };
}

function handed(next: Entered, before: Entered, aside: readonly Entered[]): Partial<Drafts> {
  if (next === before) return {};
  const others = aside.filter((entered) => entered !== next);
  const isTouched = before.draft !== before.begun;
  return { created: next, aside: isTouched ? [...others, before] : others };
}

/** Whether someone is being entered with those numbers already. */
function hasNumbersOf(entered: ContactDraft, wanted: ContactDraft): boolean {
  const numbers = wanted.numbers.filter(({ typed }) => typed !== '');
  const isThere = (typed: string): boolean => entered.numbers.some((own) => own.typed === typed);
  return numbers.length > 0 && numbers.every(({ typed }) => isThere(typed));
}

import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ContactView } from '../../../shared/model/people.ts';
import { call } from '../../app/bridge.ts';
import { en } from '../../strings/en.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { ContactForm } from './contact-form.tsx';
import { emptyDraft } from './contacts-store.ts';

const words = en.contacts.form;

/** The form for someone who is known: their own entry, in the place of their page. */
export function EditContact(props: { readonly contact: ContactView; readonly onEnd: () => void }) {
  const { contact, onEnd } = props;
  const [draft, setDraft] = useState(contact.draft ?? emptyDraft);
  const [failure, setFailure] = useState<Failure>();
  const [isSaving, setIsSaving] = useState(false);
  const title = words.editTitle(contact.name);
  const save = async (): Promise<void> => {
    if (isSaving) return;
    setIsSaving(true);
    setFailure(undefined);
    const result = await call('contacts.change', { contactId: contact.id, draft });
    setIsSaving(false);
    if (result.ok) onEnd();
    else setFailure(result.failure);
  };
  return (
    <>
      <PaneHead onBack={onEnd}>
        <h2>{title}</h2>
      </PaneHead>
      <ContactForm
        title={title}
        draft={draft}
        failure={failure}
        isSaving={isSaving}
        onChange={setDraft}
        onSave={() => void save()}
        onCancel={onEnd}
      />
    </>
  );
}

import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ContactDraft, ContactView } from '../../../shared/model/people.ts';
import { call } from '../../app/bridge.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { ContactForm } from './contact-form.tsx';
import { writeEdit } from './contacts-store.ts';

const words = strings.contacts.form;

/**
 * The form for someone who is known: their own entry, in the place of their page. What is typed
 * stays until it is stored or given up.
 */
export function EditContact(props: {
  readonly contact: ContactView;
  readonly draft: ContactDraft;
  readonly onEnd: () => void;
  readonly onBack: () => void;
}) {
  const { contact, draft, onEnd } = props;
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
      <PaneHead onBack={props.onBack}>
        <h2>{title}</h2>
      </PaneHead>
      <ContactForm
        title={title}
        draft={draft}
        failure={failure}
        isSaving={isSaving}
        onChange={(changed) => writeEdit(contact.id, changed)}
        onSave={() => void save()}
        onCancel={onEnd}
        onKeyDown={(event) => {
          // A form that says nothing new is not worth coming back to.
          if (event.key !== 'Escape' || draft !== contact.draft) return;
          event.preventDefault();
          onEnd();
        }}
      />
    </>
  );
}

import type { ContactDraft, ContactView } from '../../../shared/model/people.ts';
import { call } from '../../app/bridge.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { ContactForm } from './contact-form.tsx';
import { dropEdit, writeEdit } from './contacts-store.ts';
import { useSaveContact } from './use-save-contact.ts';

const words = strings.contacts.form;

/**
 * The form for someone who is known: their own entry, in the place of their page. What is typed
 * stays until it is stored or given up.
 */
export function EditContact(props: {
  readonly contact: ContactView;
  readonly draft: ContactDraft;
  /** It has been stored or given up. */
  readonly onEnd: () => void;
  readonly onBack: () => void;
}) {
  const { contact, draft, onEnd } = props;
  const title = words.editTitle(contact.name);
  const { save, isSaving, failure } = useSaveContact(contact.id, () => {
    dropEdit(contact.id, draft);
    onEnd();
  });
  const cancel = (): void => {
    dropEdit(contact.id);
    onEnd();
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
        onSave={() => void save(() => call('contacts.change', { contactId: contact.id, draft }))}
        onCancel={cancel}
        onKeyDown={(event) => {
          // A form that says nothing new is not worth coming back to.
          if (event.key !== 'Escape' || draft !== contact.draft) return;
          event.preventDefault();
          cancel();
        }}
      />
    </>
  );
}

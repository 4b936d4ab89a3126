import { useLayoutEffect, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { call } from '../../app/bridge.ts';
import { useSession } from '../../app/queries.ts';
import { takeNewContact, takeNewNumber, useUi } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Aside } from '../../ui/aside.tsx';
import { Button } from '../../ui/button.tsx';
import { Monitor } from '../../ui/icons.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ContactForm } from './contact-form.tsx';
import {
  dropDraft,
  emptyDraft,
  goBackToAside,
  leaveFormFor,
  takeUp,
  useDrafts,
  writeDraft,
  type Entered,
} from './contacts-store.ts';
import { useSaveContact } from './use-save-contact.ts';
import { enteredName, toNewDraft } from './view-model.ts';

const words = strings.contacts.form;
type Where = 'account' | 'local';

/** The form for someone new; what is typed stays until it is stored or given up. */
export function NewContact(props: { readonly onBack: () => void }) {
  useWanted();
  const entered = useDrafts((drafts) => drafts.created);
  return (
    <>
      <PaneHead onBack={props.onBack}>
        <h2>{words.newTitle}</h2>
      </PaneHead>
      <LeftForAnother />
      <EnterContact key={entered.id} entered={entered} onBack={props.onBack} />
    </>
  );
}

/** The way back to someone who was being entered when another was begun. */
function LeftForAnother() {
  const last = useDrafts((drafts) => drafts.aside.at(-1));
  if (last === undefined) return null;
  return (
    <Aside goBack={words.goBack} onGoBack={goBackToAside}>
      {words.aside(enteredName(last.draft))}
    </Aside>
  );
}

function EnterContact(props: { readonly entered: Entered; readonly onBack: () => void }) {
  const { id, draft } = props.entered;
  const { where, setWhere, obstacle } = useWhere();
  const { save, isSaving, failure } = useSaveContact(id, (contact) => {
    if (dropDraft(id)) leaveFormFor(contact.id);
  });
  const create = (to: Where): void =>
    void save(() => call('contacts.create', { draft, where: to }));
  return (
    <ContactForm
      title={words.newTitle}
      draft={draft}
      failure={failure}
      isSaving={isSaving}
      remedy={
        where === 'account' && (
          <Button icon={<Monitor />} onClick={() => create('local')}>
            {words.keepHere}
          </Button>
        )
      }
      onChange={writeDraft}
      onSave={() => create(where)}
      onCancel={() => {
        dropDraft(id);
        props.onBack();
      }}
    >
      <Segmented
        label={words.where}
        value={where}
        options={[
          { value: 'account', label: words.account },
          { value: 'local', label: words.local },
        ]}
        onChange={setWhere}
      />
      {where === 'account' && obstacle && <Obstacle failure={obstacle} />}
    </ContactForm>
  );
}

/** Takes up the number or the card that somebody is to be added with. */
function useWanted(): void {
  const typed = useUi((ui) => ui.newNumber);
  useLayoutEffect(() => {
    if (typed === undefined || takeNewNumber() !== typed) return;
    takeUp({ ...emptyDraft, numbers: [{ label: 'mobile', typed }] });
  }, [typed]);
  const sent = useUi((ui) => ui.newContact);
  useLayoutEffect(() => {
    if (sent === undefined || takeNewContact() !== sent) return;
    takeUp(toNewDraft(sent));
  }, [sent]);
}

function Obstacle({ failure }: { readonly failure: Failure }) {
  const { title, advice } = strings.failures(failure);
  return (
    <Banner tone="info" title={title}>
      {advice}
    </Banner>
  );
}

/** Where they are kept: what was chosen, else this computer where RingCentral cannot be written to. */
function useWhere() {
  const canEdit = useSession().data?.canEditContacts;
  const obstacle = canEdit?.can === false ? canEdit.failure : undefined;
  const [chosen, setWhere] = useState<Where>();
  const where: Where = chosen ?? (obstacle ? 'local' : 'account');
  return { where, setWhere, obstacle };
}

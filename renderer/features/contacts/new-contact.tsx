import { useLayoutEffect, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { call } from '../../app/bridge.ts';
import { useSession } from '../../app/queries.ts';
import { openContact, takeNewContact, takeNewNumber, useUi } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Monitor } from '../../ui/icons.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ContactForm } from './contact-form.tsx';
import { dropDraft, useDrafts, writeDraft } from './contacts-store.ts';
import { withNumber, withSent } from './view-model.ts';

const words = strings.contacts.form;
type Where = 'account' | 'local';

/** The form for someone new; what is typed stays until it is stored or given up. */
export function NewContact(props: { readonly onBack: () => void }) {
  useNewNumber();
  const draft = useDrafts((drafts) => drafts.created);
  const { where, setWhere, obstacle, save, failure, isSaving } = useCreate();
  return (
    <>
      <PaneHead onBack={props.onBack}>
        <h2>{words.newTitle}</h2>
      </PaneHead>
      <ContactForm
        title={words.newTitle}
        draft={draft}
        failure={failure}
        isSaving={isSaving}
        remedy={
          where === 'account' && (
            <Button icon={<Monitor />} onClick={() => void save('local')}>
              {words.keepHere}
            </Button>
          )
        }
        onChange={writeDraft}
        onSave={() => void save(where)}
        onCancel={() => {
          dropDraft();
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
    </>
  );
}

/** Takes the number or the card that somebody was to be added with into what has been entered so far. */
function useNewNumber(): void {
  const wanted = useUi((ui) => ui.newNumber);
  useLayoutEffect(() => {
    if (wanted === undefined || takeNewNumber() !== wanted) return;
    writeDraft(withNumber(useDrafts.getState().created, wanted));
  }, [wanted]);
  const sent = useUi((ui) => ui.newContact);
  useLayoutEffect(() => {
    if (sent === undefined || takeNewContact() !== sent) return;
    writeDraft(withSent(useDrafts.getState().created, sent));
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

function useCreate() {
  const canEdit = useSession().data?.canEditContacts;
  const obstacle = canEdit?.can === false ? canEdit.failure : undefined;
  const [chosen, setWhere] = useState<Where>();
  const [failure, setFailure] = useState<Failure>();
  const [isSaving, setIsSaving] = useState(false);
  const save = async (to: Where): Promise<void> => {
    if (isSaving) return;
    setIsSaving(true);
    setFailure(undefined);
    const { created: draft } = useDrafts.getState();
    const result = await call('contacts.create', { draft, where: to });
    setIsSaving(false);
    if (!result.ok) return setFailure(result.failure);
    dropDraft();
    openContact(result.value.id);
  };
  // Where RingCentral cannot be written to, this computer can.
  const where: Where = chosen ?? (obstacle ? 'local' : 'account');
  return { where, setWhere, obstacle, save, failure, isSaving };
}

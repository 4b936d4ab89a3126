import { useState } from 'react';
import type { Whose } from '../../../shared/model/history.ts';
import type { ContactId } from '../../../shared/model/ids.ts';
import type { ContactView, Party } from '../../../shared/model/people.ts';
import { failureOf } from '../../app/bridge.ts';
import { DoNotCallChoice } from '../../app/do-not-call/do-not-call-choice.tsx';
import { ErasePerson } from '../../app/erase-person.tsx';
import { ExportButton } from '../../app/export-button.tsx';
import { useOffer } from '../../app/actions/offers.ts';
import { personActions } from '../../app/actions/person-actions.ts';
import { usePartyWords } from '../../app/party.ts';
import { PersonHead } from '../../app/person-head.tsx';
import { Timeline } from '../../app/timeline/timeline.tsx';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { User, UserPlus } from '../../ui/icons.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { ContactAbout } from './contact-about.tsx';
import styles from './contacts.module.css';
import { beginContact, useDrafts } from './contacts-store.ts';
import { EditContact } from './edit-contact.tsx';
import { FavouriteButton } from './favourite-button.tsx';
import { SourceList } from './source-icons.tsx';
import { useContactOffers } from './use-contact-offers.ts';
import { useContact } from './use-contacts.ts';
import { contactDetail, firstDialable, partyOf } from './view-model.ts';

const words = strings.contacts;

/** Someone: who they are, how to reach them, and everything with them. */
export function ContactDetail(props: { readonly whose: Whose; readonly onBack: () => void }) {
  const { whose, onBack } = props;
  return 'contactId' in whose ? (
    <KnownPerson contactId={whose.contactId} onBack={onBack} />
  ) : (
    <UnknownPerson whose={whose} onBack={onBack} />
  );
}

function KnownPerson(props: { readonly contactId: ContactId; readonly onBack: () => void }) {
  const query = useContact(props.contactId);
  const edited = useDrafts((drafts) => drafts.edited[props.contactId]);
  const [tab, setTab] = useState<Tab>('timeline');
  const [hasEdited, setHasEdited] = useState(false);
  const contact = query.data ?? undefined;
  if (contact && edited) {
    const end = (): void => {
      setTab('details');
      setHasEdited(true);
    };
    return <EditContact contact={contact} draft={edited} onEnd={end} onBack={props.onBack} />;
  }
  return (
    <>
      <PaneHead onBack={props.onBack} actions={contact && <PersonTools contact={contact} />}>
        {contact && <SourceList sources={contact.sources} />}
      </PaneHead>
      {query.isPending ? (
        <SkeletonRows rows={3} />
      ) : query.isError ? (
        <FailureState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
      ) : contact === undefined ? (
        <Empty icon={<User />}>{words.gone}</Empty>
      ) : (
        <Person
          contact={contact}
          tab={tab}
          onTab={setTab}
          hasEdited={hasEdited}
          onGone={props.onBack}
        />
      )}
    </>
  );
}

function PersonTools({ contact }: { readonly contact: ContactView }) {
  return (
    <>
      <ExportButton what={{ kind: 'person', whose: { contactId: contact.id } }} />
      <FavouriteButton contact={contact} />
    </>
  );
}

type Tab = 'timeline' | 'details';

function Person(props: {
  readonly contact: ContactView;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly hasEdited: boolean;
  readonly onGone: () => void;
}) {
  const { contact, tab } = props;
  const party = partyOf(contact, firstDialable(contact) ?? contact.numbers[0]);
  useContactOffers(contact, party);
  return (
    <>
      <div className={styles.head}>
        <PersonHead party={party} about={contactDetail(contact)} />
        <Segmented
          label={words.tabs}
          isLabelHidden
          value={tab}
          options={[
            { value: 'timeline', label: words.timeline },
            { value: 'details', label: words.details },
          ]}
          onChange={props.onTab}
        />
      </div>
      {tab === 'timeline' ? (
        <Timeline whose={{ contactId: contact.id }} />
      ) : (
        <ContactAbout contact={contact} hasEdited={props.hasEdited} onGone={props.onGone} />
      )}
    </>
  );
}

/** A number or an extension that belongs to nobody who is known, or to several. */
function UnknownPerson(props: {
  readonly whose: Exclude<Whose, { readonly contactId: ContactId }>;
  readonly onBack: () => void;
}) {
  const { whose } = props;
  const party: Party = {
    contactId: undefined,
    name: undefined,
    company: undefined,
    number: 'number' in whose ? whose.number : undefined,
    extensionNumber: 'extensionNumber' in whose ? whose.extensionNumber : undefined,
  };
  const typed = party.number ?? party.extensionNumber ?? '';
  const title = usePartyWords().title(party);
  useOffer((facts, say) => personActions({ party }, facts, say));
  return (
    <>
      <PaneHead
        onBack={props.onBack}
        actions={
          <>
            <ExportButton what={{ kind: 'person', whose }} />
            <ErasePerson whose={whose} name={title} onErased={props.onBack} />
          </>
        }
      >
        <span className={styles.soft}>{words.unknownPerson}</span>
      </PaneHead>
      <div className={styles.head}>
        <PersonHead party={party} />
        <Button
          className={styles.alone}
          icon={<UserPlus />}
          onClick={() => beginContact({ numbers: [{ label: 'mobile', typed }] })}
        >
          {words.add}
        </Button>
        {party.number !== undefined && <DoNotCallChoice numbers={[party.number]} />}
      </div>
      <Timeline whose={whose} />
    </>
  );
}

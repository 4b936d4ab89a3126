import type { ContactId } from '../../../shared/model/ids.ts';
import type { ContactNumber, ContactView } from '../../../shared/model/people.ts';
import { failureOf } from '../../app/bridge.ts';
import { usePartyWords } from '../../app/party.ts';
import { startText } from '../../app/start-text.ts';
import { useCallParty } from '../../app/use-dial.ts';
import { en } from '../../strings/en.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { MessageSquare, Phone, User } from '../../ui/icons.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import styles from './contacts.module.css';
import { useContact } from './use-contacts.ts';
import { contactDetail, partyOf } from './view-model.ts';

/** Someone with all their numbers. */
export function ContactDetail(props: {
  readonly contactId: ContactId;
  readonly onBack: () => void;
}) {
  const query = useContact(props.contactId);
  const source = query.data && en.contacts.source[query.data.source];
  return (
    <>
      <PaneHead onBack={props.onBack}>
        <span className={styles.source}>{source}</span>
      </PaneHead>
      {query.isPending ? (
        <SkeletonRows rows={3} />
      ) : query.isError ? (
        <FailureState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
      ) : query.data === null ? (
        <Empty icon={<User />}>{en.contacts.none}</Empty>
      ) : (
        <Person contact={query.data} />
      )}
    </>
  );
}

function Person({ contact }: { readonly contact: ContactView }) {
  const words = usePartyWords();
  return (
    <div className={styles.page}>
      <div className={styles.person}>
        <Avatar name={contact.name} size="large" />
        <div>
          <h2>{words.title(partyOf(contact, undefined))}</h2>
          <p>{contactDetail(contact)}</p>
        </div>
      </div>
      <section>
        <h3 className={styles.heading}>{en.contacts.numbers}</h3>
        {contact.numbers.length === 0 && <p>{en.contacts.noNumbers}</p>}
        <ul className={styles.numbers}>
          {contact.numbers.map((number) => (
            <NumberLine key={`${number.label}:${number.typed}`} contact={contact} number={number} />
          ))}
        </ul>
      </section>
      <Facts title={en.contacts.more} facts={[[en.contacts.email, contact.email]]} />
    </div>
  );
}

function NumberLine(props: { readonly contact: ContactView; readonly number: ContactNumber }) {
  const { contact, number } = props;
  const words = usePartyWords();
  const callParty = useCallParty();
  const party = partyOf(contact, number);
  const shown = number.number ? words.number(number.number) : (words.detail(party) ?? number.typed);
  const who = words.title(party);
  const label = en.contacts.label(number.label);
  return (
    <li className={styles.number}>
      <span className={styles.label}>{label}</span>
      <span className="figures">{shown}</span>
      {number.number !== undefined && (
        <span className={styles.actions}>
          <Button
            icon={<Phone />}
            aria-label={en.app.callParty(`${who}, ${label}`)}
            onClick={() => callParty({ number: number.number ?? number.typed, who })}
          >
            {en.app.call}
          </Button>
          <Button
            icon={<MessageSquare />}
            aria-label={en.app.textParty(`${who}, ${label}`)}
            onClick={() => void startText({ number: number.number ?? number.typed, party })}
          >
            {en.app.text}
          </Button>
        </span>
      )}
    </li>
  );
}

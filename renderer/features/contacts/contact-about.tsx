import { useState } from 'react';
import type { ContactNumber, ContactView } from '../../../shared/model/people.ts';
import { call } from '../../app/bridge.ts';
import { DoNotCallChoice } from '../../app/do-not-call/do-not-call-choice.tsx';
import { ErasePerson } from '../../app/erase-person.tsx';
import { usePartyWords } from '../../app/party.ts';
import { ClickablePhone } from '../../app/phone/clickable-phone.tsx';
import { PhoneText } from '../../app/phone/phone-text.tsx';
import { fullNumber } from '../../app/phone/view-model.ts';
import { useHomeCountry } from '../../app/queries.ts';
import { takeFocus } from '../../app/take-focus.ts';
import { startText } from '../../app/start-text.ts';
import { useCallParty } from '../../app/use-dial.ts';
import type { Failure } from '../../../shared/failure.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MessageSquare, Pencil, Phone, Trash2, UserPlus } from '../../ui/icons.ts';
import { CallerIdChoice } from './caller-id-choice.tsx';
import styles from './contacts.module.css';
import { beginContact, emptyDraft, writeEdit } from './contacts-store.ts';
import { SourceList } from './source-icons.tsx';
import { SpeedDialChoice } from './speed-dial-choice.tsx';
import { TimeZoneChoice } from './time-zone-choice.tsx';
import { Way } from './way.tsx';
import { partyOf, removedFrom, toOwnDraft } from './view-model.ts';

const words = strings.contacts;

/** All that is known of someone: their numbers, what each is for, and where it comes from. */
export function ContactAbout(props: {
  readonly contact: ContactView;
  /** An edit has ended: the keyboard goes back to where it began. */
  readonly hasEdited: boolean;
  readonly onGone: () => void;
}) {
  const { contact } = props;
  const { company, jobTitle, email, remarks } = contact;
  const dialable = contact.numbers.flatMap(({ number }) => number ?? []);
  return (
    <div className={styles.page}>
      <section>
        <h3 className={styles.heading}>{words.numbers}</h3>
        {contact.numbers.length === 0 && <p>{words.noNumbers}</p>}
        <ul>
          {contact.numbers.map((number) => (
            <NumberLine key={`${number.label}:${number.typed}`} contact={contact} number={number} />
          ))}
        </ul>
      </section>
      <Facts
        title={words.more}
        facts={[
          [words.company, company],
          [words.jobTitle, jobTitle],
          [words.email, email],
          [words.remarks, remarks && <Remarks key="remarks" text={remarks} />],
          [words.knownFrom, <SourceList key="sources" sources={contact.sources} />],
        ]}
      />
      {dialable.length > 0 && (
        <section>
          <h3 className={styles.heading}>{words.calling}</h3>
          <TimeZoneChoice key={contact.id} contactId={contact.id} />
          <CallerIdChoice number={dialable[0]} />
          <Way label={strings.guards.doNotCall.title}>
            <DoNotCallChoice numbers={dialable} />
          </Way>
        </section>
      )}
      <Changes {...props} />
      <div>
        <ErasePerson
          whose={{ contactId: contact.id }}
          name={contact.name}
          onErased={props.onGone}
        />
      </div>
    </div>
  );
}

function NumberLine(props: { readonly contact: ContactView; readonly number: ContactNumber }) {
  const { contact, number } = props;
  const party = usePartyWords();
  const callParty = useCallParty();
  const home = useHomeCountry();
  const shown = partyOf(contact, number);
  const who = party.title(shown);
  const label = words.label(number.label);
  const spoken = `${who}, ${label}`;
  const { number: dialled } = number;
  // An extension stands in what was typed alone.
  const written = dialled === undefined ? number.typed : fullNumber(dialled, number.typed, home);
  return (
    <li className={styles.number}>
      <span className={styles.label}>{label}</span>
      <span className="figures">
        {dialled === undefined ? (
          (party.detail(shown) ?? number.typed)
        ) : (
          <ClickablePhone number={written} party={shown}>
            {party.number(dialled)}
          </ClickablePhone>
        )}
      </span>
      {dialled !== undefined && (
        <span className={styles.actions}>
          <SpeedDialChoice number={dialled} label={label} />
          <IconButton
            label={strings.app.callParty(spoken)}
            hint={strings.app.call}
            icon={<Phone />}
            onClick={() => callParty({ number: written, who })}
          />
          <IconButton
            label={strings.app.textParty(spoken)}
            hint={strings.app.text}
            icon={<MessageSquare />}
            onClick={() => void startText({ number: dialled, party: shown })}
          />
        </span>
      )}
    </li>
  );
}

function Remarks({ text }: { readonly text: string }) {
  return (
    <span className={styles.remarks}>
      <PhoneText text={text} />
    </span>
  );
}

/** Edit and remove, or why not and what can be done instead. */
function Changes(props: {
  readonly contact: ContactView;
  readonly hasEdited: boolean;
  readonly onGone: () => void;
}) {
  const { contact } = props;
  const { canEdit } = contact;
  if (!canEdit.can) {
    const reason = strings.failures(canEdit.failure);
    return (
      <Banner
        tone="info"
        title={reason.title}
        actions={
          <Button icon={<UserPlus />} onClick={() => beginContact(toOwnDraft(contact))}>
            {words.addOwn}
          </Button>
        }
      >
        {reason.advice}
      </Banner>
    );
  }
  return (
    <div className={styles.changes}>
      <Button
        icon={<Pencil />}
        ref={props.hasEdited ? takeFocus : undefined}
        onClick={() => writeEdit(contact.id, contact.draft ?? emptyDraft)}
      >
        {words.edit}
      </Button>
      <Remove contact={contact} onGone={props.onGone} />
    </div>
  );
}

function Remove(props: { readonly contact: ContactView; readonly onGone: () => void }) {
  const { contact } = props;
  const [isAsking, setIsAsking] = useState(false);
  const [trouble, setTrouble] = useState<Failure>();
  const from = removedFrom(contact.sources);
  if (from === undefined) return null;
  const remove = async (): Promise<void> => {
    setIsAsking(false);
    setTrouble(undefined);
    const result = await call('contacts.remove', { contactId: contact.id });
    if (!result.ok) return setTrouble(result.failure);
    // The company's entry of the same person stays.
    if (!contact.sources.includes('company')) props.onGone();
  };
  const failed = trouble && strings.failures(trouble);
  return (
    <>
      <Button icon={<Trash2 />} onClick={() => setIsAsking(true)}>
        {words.remove}
      </Button>
      {failed && (
        <Banner tone="danger" role="alert" title={failed.title}>
          {failed.advice}
        </Banner>
      )}
      <Confirm
        title={words.removeTitle(contact.name)}
        advice={`${words.removeFrom[from]} ${words.removeKeeps}`}
        confirm={words.remove}
        decline={words.keep}
        isOpen={isAsking}
        onConfirm={() => void remove()}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}

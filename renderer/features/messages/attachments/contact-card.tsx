import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AttachmentView, SentContacts } from '../../../../shared/model/messages.ts';
import type { ContactDraft } from '../../../../shared/model/people.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { ask, failureOf } from '../../../app/bridge.ts';
import { ClickablePhone } from '../../../app/phone/clickable-phone.tsx';
import { openNewContactFrom } from '../../../app/ui-store.ts';
import { Button } from '../../../ui/button.tsx';
import { UserPlus } from '../../../ui/icons.ts';
import styles from './attachments.module.css';
import { FileLine, SaveButton } from './file-line.tsx';
import { Trouble } from './trouble.tsx';
import { useSeen } from './use-seen.ts';

const words = strings.attachments.contact;

/** A vCard as the people in it; what cannot be read as one is a file. */
export function ContactCard(props: { readonly file: AttachmentView; readonly label: string }) {
  const { file } = props;
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(place);
  const read = useQuery({
    queryKey: ['sent-contacts', file.mediaId],
    // A query may not answer undefined.
    queryFn: async () => (await ask('media.read-contacts', { mediaId: file.mediaId })) ?? null,
    enabled: isSeen,
    staleTime: Infinity,
    retry: false,
  });
  if (read.data === null) return <FileLine file={file} />;
  return (
    <div ref={place} className={styles.card} role="group" aria-label={props.label}>
      {read.isPending && <span className={styles.detail}>{words.reading}</span>}
      {read.isError && (
        <Trouble failure={failureOf(read.error)} onRetry={() => void read.refetch()} />
      )}
      {read.data && <People contacts={read.data} />}
      <div className={styles.below}>
        <SaveButton file={file} />
      </div>
    </div>
  );
}

function People({ contacts: { people, count } }: { readonly contacts: SentContacts }) {
  return (
    <>
      {people.map((person) => (
        <Person key={JSON.stringify(person)} person={person} />
      ))}
      {count > people.length && (
        <span className={styles.detail}>{words.more(count - people.length)}</span>
      )}
    </>
  );
}

function Person({ person }: { readonly person: ContactDraft }) {
  const { firstName, lastName, company, numbers } = person;
  const own = `${firstName} ${lastName}`.trim();
  const name = own || company || words.unnamed;
  return (
    <div className={styles.person}>
      <span className={styles.name} dir="auto">
        {name}
      </span>
      {own !== '' && company !== '' && (
        <span className={styles.detail} dir="auto">
          {company}
        </span>
      )}
      {numbers.length === 0 && <span className={styles.detail}>{words.noNumbers}</span>}
      {numbers.map(({ label, typed }) => (
        <span key={typed} className={styles.number}>
          <span className={styles.detail}>{strings.contacts.label(label)}</span>
          <ClickablePhone number={typed} />
        </span>
      ))}
      <Button icon={<UserPlus />} onClick={() => openNewContactFrom(person)}>
        {words.add}
      </Button>
    </div>
  );
}

import { useDeferredValue, useState } from 'react';
import { closeDetail, useUi } from '../../app/ui-store.ts';
import { en } from '../../strings/en.ts';
import { Empty } from '../../ui/empty.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Search, Users, X } from '../../ui/icons.ts';
import { Panes } from '../../ui/panes.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ContactDetail } from './contact-detail.tsx';
import { ContactList } from './contact-list.tsx';
import styles from './contacts.module.css';

/** Everyone in the address book and the company, and the one that was chosen. */
export function ContactsView() {
  const chosen = useUi((ui) => ui.contactId);
  const [text, setText] = useState('');
  const query = useDeferredValue(text);
  return (
    <Panes
      isDetailOpen={chosen !== undefined}
      detailLabel={en.contacts.numbers}
      list={
        <>
          <h1 className="read-only-aloud">{en.contacts.title}</h1>
          <search className={styles.search}>
            <TextField
              data-screen-focus
              label={en.contacts.search}
              isLabelHidden
              placeholder={en.contacts.search}
              value={text}
              maxLength={200}
              lead={<Search />}
              trail={
                text !== '' && (
                  <IconButton
                    label={en.contacts.clearSearch}
                    icon={<X />}
                    onClick={() => setText('')}
                  />
                )
              }
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || text === '') return;
                event.preventDefault();
                setText('');
              }}
            />
          </search>
          <ContactList query={query} />
        </>
      }
      detail={
        chosen ? (
          <ContactDetail key={chosen} contactId={chosen} onBack={closeDetail} />
        ) : (
          <Empty icon={<Users />}>{en.contacts.none}</Empty>
        )
      }
    />
  );
}

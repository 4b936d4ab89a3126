import { useDeferredValue, useRef, useState } from 'react';
import { useOffer } from '../../app/actions/offers.ts';
import { closeDetail, openCallLists, openContactPanel, useUi } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Empty } from '../../ui/empty.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import {
  CheckCheck,
  ListChecks,
  Search,
  Star,
  Upload,
  UserPlus,
  Users,
  X,
} from '../../ui/icons.ts';
import { Panes } from '../../ui/panes.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ContactDetail } from './contact-detail.tsx';
import { ContactList } from './contact-list.tsx';
import styles from './contacts.module.css';
import { ImportPanel } from './import/import-panel.tsx';
import { NewContact } from './new-contact.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useSelection } from './use-selection.ts';
import type { Shown } from './use-contacts.ts';

const words = strings.contacts;
const shows: readonly Shown[] = ['all', 'favourites', 'personal', 'company', 'local'];

/** Everyone in the address book, the company and on this computer, and the one that was chosen. */
export function ContactsView() {
  const whose = useUi((ui) => ui.whose);
  const panel = useUi((ui) => ui.contactPanel);
  const [text, setText] = useState('');
  const [show, setShow] = useState<Shown>('all');
  const query = useDeferredValue(text);
  const selecting = useSelection();
  useOffer(() => [
    { id: 'contacts.select', group: 'here', label: strings.actions.select, run: selecting.start },
  ]);
  return (
    <Panes
      isDetailOpen={panel !== undefined || whose !== undefined}
      detailLabel={words.page}
      listRef={selecting.list}
      list={
        <>
          <h1 className="read-only-aloud">{words.title}</h1>
          <div className={styles.top}>
            <SearchField text={text} onChange={setText} />
            <Chips
              label={words.show}
              value={show}
              options={shows.map((value) => ({
                value,
                label: words.shows[value],
                icon: value === 'favourites' && <Star />,
              }))}
              onChange={setShow}
            />
            {selecting.selection ? (
              <SelectionBar selection={selecting.selection} onCancel={selecting.stop} />
            ) : (
              <Tools onSelect={selecting.start} />
            )}
          </div>
          <ContactList
            query={query}
            show={show}
            selection={selecting.selection}
            onPress={selecting.press}
          />
        </>
      }
      detail={
        panel === 'new' ? (
          <NewContact onBack={closeDetail} />
        ) : panel === 'import' ? (
          <ImportPanel onBack={closeDetail} />
        ) : whose ? (
          <ContactDetail key={JSON.stringify(whose)} whose={whose} onBack={closeDetail} />
        ) : (
          <Empty icon={<Users />}>{words.none}</Empty>
        )
      }
    />
  );
}

/** What can be done besides looking at someone. */
function Tools({ onSelect }: { readonly onSelect: () => void }) {
  return (
    <div className={styles.tools}>
      <Button icon={<UserPlus />} onClick={() => openContactPanel('new')}>
        {words.newContact}
      </Button>
      <Button icon={<Upload />} onClick={() => openContactPanel('import')}>
        {words.import}
      </Button>
      <Button variant="quiet" icon={<CheckCheck />} onClick={onSelect}>
        {strings.callLists.select.start}
      </Button>
      <Button variant="quiet" icon={<ListChecks />} onClick={() => openCallLists()}>
        {strings.callLists.open}
      </Button>
    </div>
  );
}

function SearchField(props: { readonly text: string; readonly onChange: (text: string) => void }) {
  const { text, onChange } = props;
  const input = useRef<HTMLInputElement>(null);
  const clear = (): void => {
    onChange('');
    input.current?.focus();
  };
  return (
    <search>
      <TextField
        ref={input}
        data-screen-focus
        label={words.search}
        isLabelHidden
        placeholder={words.search}
        value={text}
        maxLength={200}
        lead={<Search />}
        trail={text !== '' && <IconButton label={words.clearSearch} icon={<X />} onClick={clear} />}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
          event.preventDefault();
          onChange('');
        }}
      />
    </search>
  );
}

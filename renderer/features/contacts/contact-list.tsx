import { failureOf } from '../../app/bridge.ts';
import { CannotRead, CannotReadNote, useUnreadable } from '../../app/cannot-read.tsx';
import { PartyActions } from '../../app/party-actions.tsx';
import { phoneMenuOf } from '../../app/phone/menu-store.ts';
import { usePartyWords } from '../../app/party.ts';
import { useSettings } from '../../app/queries.ts';
import { openContact, useUi } from '../../app/ui-store.ts';
import type { ContactId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Check, Users } from '../../ui/icons.ts';
import { rowHeight } from '../../ui/row-height.ts';
import { Row } from '../../ui/row.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualList, type RowProps } from '../../ui/virtual-list.tsx';
import styles from './contacts.module.css';
import type { Selection } from './selection.ts';
import { SourceIcons } from './source-icons.tsx';
import { useContacts, type Shown } from './use-contacts.ts';
import { contactDetail, firstDialable, partyOf, type ContactItem } from './view-model.ts';

const words = strings.contacts;
const headingHeight = 32;

/** The contacts that match a search, by letter. */
export function ContactList(props: {
  readonly query: string;
  readonly show: Shown;
  /** While contacts are being selected, pressing one selects it. */
  readonly selection: Selection | undefined;
  readonly onPress: (id: ContactId, order: readonly ContactId[], isRange: boolean) => void;
}) {
  const { pages, items, readOn } = useContacts(props.query, props.show);
  const whose = useUi((ui) => ui.whose);
  const chosen = whose && 'contactId' in whose ? whose.contactId : undefined;
  const height = rowHeight(useSettings().data?.density);
  const unreadable = useUnreadable('canReadContacts');
  if (pages.isPending) return <SkeletonRows />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (items.length === 0) {
    const query = props.query.trim();
    const isOfAccount = props.show === 'all' || props.show === 'personal';
    if (query === '' && unreadable && isOfAccount) return <CannotRead {...unreadable} />;
    return <Empty icon={<Users />}>{emptyWords(query, props.show)}</Empty>;
  }
  const order = items.flatMap((item) => (item.kind === 'contact' ? item.contact.id : []));
  const { selection } = props;
  const isSelected = (item: ContactItem): boolean | undefined =>
    item.kind === 'contact' ? selection?.ids.has(item.contact.id) : undefined;
  return (
    <>
      {unreadable && <CannotReadNote {...unreadable} />}
      <VirtualList
        label={words.list}
        items={items}
        keyOf={(item) => item.key}
        estimate={(item) => (item.kind === 'letter' ? headingHeight : height)}
        isRow={(item) => item.kind === 'contact'}
        renderRow={(item, row) => (
          <ContactLine
            item={item}
            chosen={chosen}
            row={row}
            isSelected={isSelected(item)}
            onSelect={(id, isRange) => props.onPress(id, order, isRange)}
          />
        )}
        onNearEnd={readOn}
        {...(chosen && { currentKey: chosen })}
      />
    </>
  );
}

function emptyWords(query: string, show: Shown): string {
  if (query !== '') return words.noMatch(query);
  return show === 'all' ? words.empty : words.emptyShow[show];
}

function ContactLine(props: {
  readonly item: ContactItem;
  readonly chosen: string | undefined;
  readonly row: RowProps;
  readonly isSelected: boolean | undefined;
  readonly onSelect: (id: ContactId, isRange: boolean) => void;
}) {
  const { item, isSelected } = props;
  const party = usePartyWords();
  if (item.kind === 'letter') return <h2 className={styles.letter}>{item.letter}</h2>;
  const { contact } = item;
  const shown = partyOf(contact, firstDialable(contact) ?? contact.numbers[0]);
  const name = party.title(shown);
  const detail = contactDetail(contact) ?? party.detail(shown);
  const sources = contact.sources.map((source) => words.source[source]);
  return (
    <Row
      label={[name, detail, contact.isFavourite && words.favourite, ...sources]
        .filter(Boolean)
        .join(', ')}
      isCurrent={contact.id === props.chosen}
      row={props.row}
      picture={
        isSelected === undefined ? <Avatar name={contact.name} /> : <Tick isOn={isSelected} />
      }
      title={name}
      detail={detail}
      mark={<SourceIcons sources={contact.sources} isFavourite={contact.isFavourite} />}
      actions={
        isSelected === undefined && <PartyActions party={shown} tabIndex={props.row.tabIndex} />
      }
      onMenu={phoneMenuOf(shown)}
      isSelected={isSelected}
      onOpen={({ shiftKey }) =>
        isSelected === undefined ? openContact(contact.id) : props.onSelect(contact.id, shiftKey)
      }
    />
  );
}

/** Where the picture was: whether someone is selected. The row itself tells readers. */
function Tick({ isOn }: { readonly isOn: boolean }) {
  return (
    <span aria-hidden="true" className={styles.tickPlace}>
      <span className={styles.selectTick} data-on={isOn || undefined}>
        {isOn && <Check />}
      </span>
    </span>
  );
}

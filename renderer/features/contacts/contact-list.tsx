import { failureOf } from '../../app/bridge.ts';
import { CannotRead, CannotReadNote, useUnreadable } from '../../app/cannot-read.tsx';
import { PartyActions } from '../../app/party-actions.tsx';
import { phoneMenuOf } from '../../app/phone/menu-store.ts';
import { usePartyWords } from '../../app/party.ts';
import { useSettings } from '../../app/queries.ts';
import { openContact, useUi } from '../../app/ui-store.ts';
import { en } from '../../../shared/strings/en.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Users } from '../../ui/icons.ts';
import { rowHeight } from '../../ui/row-height.ts';
import { Row } from '../../ui/row.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualList, type RowProps } from '../../ui/virtual-list.tsx';
import styles from './contacts.module.css';
import { SourceIcons } from './source-icons.tsx';
import { useContacts, type Shown } from './use-contacts.ts';
import { contactDetail, firstDialable, partyOf, type ContactItem } from './view-model.ts';

const words = en.contacts;
const headingHeight = 32;

/** The contacts that match a search, by letter. */
export function ContactList(props: { readonly query: string; readonly show: Shown }) {
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
  return (
    <>
      {unreadable && <CannotReadNote {...unreadable} />}
      <VirtualList
        label={words.list}
        items={items}
        keyOf={(item) => item.key}
        estimate={(item) => (item.kind === 'letter' ? headingHeight : height)}
        isRow={(item) => item.kind === 'contact'}
        renderRow={(item, row) => <ContactLine item={item} chosen={chosen} row={row} />}
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
}) {
  const { item } = props;
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
      picture={<Avatar name={contact.name} />}
      title={name}
      detail={detail}
      mark={<SourceIcons sources={contact.sources} isFavourite={contact.isFavourite} />}
      actions={<PartyActions party={shown} tabIndex={props.row.tabIndex} />}
      onMenu={phoneMenuOf(shown)}
      onOpen={() => openContact(contact.id)}
    />
  );
}

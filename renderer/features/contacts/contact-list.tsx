import { failureOf } from '../../app/bridge.ts';
import { CannotRead, CannotReadNote, useUnreadable } from '../../app/cannot-read.tsx';
import { PartyActions } from '../../app/party-actions.tsx';
import { usePartyWords } from '../../app/party.ts';
import { useSettings } from '../../app/queries.ts';
import { openContact, useUi } from '../../app/ui-store.ts';
import { en } from '../../strings/en.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Users } from '../../ui/icons.ts';
import { rowHeight } from '../../ui/row-height.ts';
import { Row } from '../../ui/row.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualList, type RowProps } from '../../ui/virtual-list.tsx';
import styles from './contacts.module.css';
import { useContacts } from './use-contacts.ts';
import { contactDetail, firstDialable, partyOf, type ContactItem } from './view-model.ts';

const headingHeight = 32;

/** The contacts that match a search, by letter. */
export function ContactList(props: { readonly query: string }) {
  const { pages, items, readOn } = useContacts(props.query);
  const chosen = useUi((ui) => ui.contactId);
  const height = rowHeight(useSettings().data?.density);
  const unreadable = useUnreadable('canReadContacts');
  if (pages.isPending) return <SkeletonRows />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (items.length === 0) {
    const query = props.query.trim();
    if (query === '' && unreadable) return <CannotRead {...unreadable} />;
    return (
      <Empty icon={<Users />}>
        {query === '' ? en.contacts.empty : en.contacts.noMatch(query)}
      </Empty>
    );
  }
  return (
    <>
      {unreadable && <CannotReadNote {...unreadable} />}
      <VirtualList
        label={en.contacts.list}
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

function ContactLine(props: {
  readonly item: ContactItem;
  readonly chosen: string | undefined;
  readonly row: RowProps;
}) {
  const { item } = props;
  const words = usePartyWords();
  if (item.kind === 'letter') return <h2 className={styles.letter}>{item.letter}</h2>;
  const { contact } = item;
  const party = partyOf(contact, firstDialable(contact));
  const name = words.title(party);
  const detail = contactDetail(contact) ?? words.detail(party);
  return (
    <Row
      label={[name, detail].filter(Boolean).join(', ')}
      isCurrent={contact.id === props.chosen}
      row={props.row}
      picture={<Avatar name={contact.name} />}
      title={name}
      detail={detail}
      actions={<PartyActions party={party} tabIndex={props.row.tabIndex} />}
      onOpen={() => openContact(contact.id)}
    />
  );
}

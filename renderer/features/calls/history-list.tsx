import type { CallRow } from '../../../shared/model/calls.ts';
import { failureOf } from '../../app/bridge.ts';
import { OutcomeLine } from '../../app/calls/outcome-line.tsx';
import { CannotRead, CannotReadNote, useUnreadable } from '../../app/cannot-read.tsx';
import { timeOfDay } from '../../app/format.ts';
import { usePartyWords } from '../../app/party.ts';
import { useSettings } from '../../app/queries.ts';
import { openCall, useUi } from '../../app/ui-store.ts';
import { en } from '../../strings/en.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Phone } from '../../ui/icons.ts';
import { Row } from '../../ui/row.tsx';
import { rowHeight } from '../../ui/row-height.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualList, type RowProps } from '../../ui/virtual-list.tsx';
import { PartyActions } from '../../app/party-actions.tsx';
import styles from './history-list.module.css';
import type { useCallHistory } from './use-call-history.ts';
import { rowSentence, type HistoryItem } from './view-model.ts';

const headingHeight = 36;

/** The calls made and received, by day. */
export function HistoryList(props: { readonly history: ReturnType<typeof useCallHistory> }) {
  const { pages, items, now, readOn } = props.history;
  const chosen = useUi((ui) => ui.callId);
  const height = rowHeight(useSettings().data?.density);
  const unreadable = useUnreadable('canReadCalls');
  if (pages.isPending) return <SkeletonRows />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (items.length === 0 && unreadable) return <CannotRead {...unreadable} />;
  if (items.length === 0) return <Empty icon={<Phone />}>{en.calls.list.empty}</Empty>;
  const renderItem = (item: HistoryItem, row: RowProps) =>
    item.kind === 'day' ? (
      <h2 className={styles.day}>{item.heading}</h2>
    ) : (
      <HistoryRow call={item.call} isCurrent={item.call.id === chosen} row={row} now={now} />
    );
  return (
    <>
      {unreadable && <CannotReadNote {...unreadable} />}
      <VirtualList
        label={en.calls.history}
        items={items}
        keyOf={(item) => item.key}
        estimate={(item) => (item.kind === 'day' ? headingHeight : height)}
        isRow={(item) => item.kind === 'call'}
        renderRow={renderItem}
        onNearEnd={readOn}
        {...(chosen && { currentKey: chosen })}
      />
    </>
  );
}

function HistoryRow(props: {
  readonly call: CallRow;
  readonly isCurrent: boolean;
  readonly row: RowProps;
  readonly now: number;
}) {
  const { call } = props;
  const words = usePartyWords();
  return (
    <Row
      label={rowSentence(call, words, props.now)}
      isCurrent={props.isCurrent}
      row={props.row}
      picture={<Avatar name={call.party.name} />}
      title={<span className="figures">{words.title(call.party)}</span>}
      detail={<OutcomeLine call={call} />}
      aside={timeOfDay(call.startedAt)}
      actions={<PartyActions party={call.party} tabIndex={props.row.tabIndex} />}
      onOpen={() => openCall(call.id)}
    />
  );
}

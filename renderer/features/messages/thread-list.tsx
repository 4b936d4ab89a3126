import { useCallback } from 'react';
import type { ThreadView } from '../../../shared/model/messages.ts';
import { CannotRead, CannotReadNote, useUnreadable } from '../../app/cannot-read.tsx';
import { dayOf, fullTime } from '../../app/format.ts';
import { ExportButton } from '../../app/export-button.tsx';
import { FilterBar } from '../../app/history-filter/filter-bar.tsx';
import { countParts } from '../../app/history-filter/form.ts';
import { NothingMatches } from '../../app/history-filter/nothing-matches.tsx';
import {
  clearThreadForm,
  setThreadForm,
  toggleFilter,
  useFilters,
} from '../../app/history-filter/store.ts';
import { useFilter } from '../../app/history-filter/use-filter.ts';
import { StatusMark } from '../../app/messages/status-mark.tsx';
import { partiesTitle, usePartyWords } from '../../app/party.ts';
import { phoneMenuOf } from '../../app/phone/menu-store.ts';
import { openCompose, openThread, useUi } from '../../app/ui-store.ts';
import { useNow } from '../../app/use-now.ts';
import { en } from '../../../shared/strings/en.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { MessageSquare } from '../../ui/icons.ts';
import { LongList } from '../../ui/long-list.tsx';
import { Row } from '../../ui/row.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import type { RowProps } from '../../ui/virtual-list.tsx';
import styles from './messages.module.css';
import { threadKeyOf, useThreads } from './use-threads.ts';
import { listStatus, previewOf, threadGroup, threadSentence, threadWhen } from './view-model.ts';

/** The conversations, newest activity first, and what they are narrowed to. */
export function ThreadList() {
  const form = useFilters((filters) => filters.threads);
  const isOpen = useFilters((filters) => filters.open.threads);
  const today = dayOf(useNow());
  const filter = useFilter(form, today);
  return (
    <>
      <FilterBar
        form={form}
        labels={en.history.threads}
        all="all"
        quick="unread"
        isOpen={isOpen}
        onToggle={() => toggleFilter('threads')}
        onChange={setThreadForm}
        onClear={clearThreadForm}
        actions={<ExportButton what={{ kind: 'messages', filter }} />}
      />
      <Threads list={useThreads(filter, today)} isNarrowed={countParts(form) > 0} today={today} />
    </>
  );
}

function Threads(props: {
  readonly list: ReturnType<typeof useThreads>;
  readonly isNarrowed: boolean;
  readonly today: number;
}) {
  const { list, today } = props;
  const { total } = list.snapshot;
  const chosen = useUi((ui) => (ui.compose ? undefined : ui.threadId));
  const unreadable = useUnreadable('canReadTexts');
  const renderRow = useCallback(
    (thread: ThreadView, row: RowProps) => (
      <ThreadRow thread={thread} isCurrent={thread.id === chosen} row={row} now={today} />
    ),
    [chosen, today],
  );
  if (list.isPending) return <SkeletonRows />;
  if (list.failure) return <FailureState failure={list.failure} onRetry={list.retry} />;
  if (total === 0 && props.isNarrowed) {
    return <NothingMatches onClear={clearThreadForm}>{en.history.nothing.threads}</NothingMatches>;
  }
  if (total === 0 && unreadable) return <CannotRead {...unreadable} />;
  if (total === 0) return <NoTexts />;
  return (
    <>
      {unreadable && <CannotReadNote {...unreadable} />}
      <LongList
        key={list.listKey}
        label={en.messages.list}
        rows={list.snapshot}
        keyOf={threadKeyOf}
        headingOf={(thread) => threadGroup(thread, today)}
        renderRow={renderRow}
        onLook={list.look}
        currentKey={chosen}
      />
    </>
  );
}

function NoTexts() {
  return (
    <Empty
      icon={<MessageSquare />}
      action={<Button onClick={() => openCompose()}>{en.messages.emptyAction}</Button>}
    >
      {en.messages.empty}
    </Empty>
  );
}

function ThreadRow(props: {
  readonly thread: ThreadView;
  readonly isCurrent: boolean;
  readonly row: RowProps;
  readonly now: number;
}) {
  const { thread } = props;
  const words = usePartyWords();
  const status = listStatus(thread);
  const isUnread = thread.unreadCount > 0;
  const at = thread.lastMessage?.createdAt;
  return (
    <Row
      label={threadSentence(thread, words, props.now)}
      isCurrent={props.isCurrent}
      row={props.row}
      isStrong={isUnread}
      picture={<Avatar name={thread.parties[0]?.name} isGroup={thread.parties.length > 1} />}
      title={<span className="figures">{partiesTitle(thread.parties, words)}</span>}
      detail={
        status === 'failed' || status === 'unknown' ? (
          <StatusMark status={status} />
        ) : (
          previewOf(thread)
        )
      }
      aside={at !== undefined && <time title={fullTime(at)}>{threadWhen(at, props.now)}</time>}
      mark={isUnread && <span className={styles.unread}>{thread.unreadCount}</span>}
      onMenu={phoneMenuOf(thread.parties.length === 1 ? thread.parties[0] : undefined)}
      onOpen={() => openThread(thread.id)}
    />
  );
}

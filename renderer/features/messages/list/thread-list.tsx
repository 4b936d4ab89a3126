import { useCallback, useMemo, useState } from 'react';
import type { ThreadView } from '../../../../shared/model/messages.ts';
import { CannotRead, CannotReadNote, useUnreadable } from '../../../app/cannot-read.tsx';
import { dayOf } from '../../../app/format.ts';
import { ExportButton } from '../../../app/export-button.tsx';
import { FilterBar } from '../../../app/history-filter/filter-bar.tsx';
import { countParts } from '../../../app/history-filter/form.ts';
import { NothingMatches } from '../../../app/history-filter/nothing-matches.tsx';
import {
  clearThreadForm,
  setThreadForm,
  setUnreadFirst,
  toggleFilter,
  useFilters,
} from '../../../app/history-filter/store.ts';
import { useFilter } from '../../../app/history-filter/use-filter.ts';
import { AllScheduled } from '../../../app/send-later/all-scheduled.tsx';
import { OutboxLine } from '../../../app/send-later/outbox-line.tsx';
import { openCompose, useUi } from '../../../app/ui-store.ts';
import { useNow } from '../../../app/use-now.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FailureState } from '../../../ui/failure-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ArrowDownWideNarrow, MessageSquare } from '../../../ui/icons.ts';
import { LongList } from '../../../ui/long-list.tsx';
import type { MenuOpening } from '../../../ui/menu-key.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import type { RowProps } from '../../../ui/virtual-list.tsx';
import { ThreadMenu } from './thread-menu.tsx';
import { ThreadNewsLine } from './thread-news.tsx';
import { threadKeyOf, useThreads } from './use-threads.ts';
import { threadGroup } from './view-model.ts';
import { ThreadRow } from './thread-row.tsx';

/** The conversations in their order, and what they are narrowed to. */
export function ThreadList() {
  const form = useFilters((filters) => filters.threads);
  const isOpen = useFilters((filters) => filters.open.threads);
  const today = dayOf(useNow());
  const narrowed = useFilter(form, today);
  const unreadFirst = useFilters((filters) => filters.unreadFirst);
  const filter = useMemo(
    () => (unreadFirst ? { ...narrowed, unreadFirst } : narrowed),
    [narrowed, unreadFirst],
  );
  const list = useThreads(filter, today);
  return (
    <>
      <FilterBar
        form={form}
        labels={strings.history.threads}
        all="all"
        quick="unread"
        isOpen={isOpen}
        onToggle={() => toggleFilter('threads')}
        onChange={setThreadForm}
        onClear={clearThreadForm}
        actions={<ExportButton what={{ kind: 'messages', filter: narrowed }} />}
        tools={
          <IconButton
            label={strings.threads.unreadFirst}
            icon={<ArrowDownWideNarrow />}
            aria-pressed={unreadFirst}
            onClick={() => setUnreadFirst(!unreadFirst)}
          />
        }
        isNothingLeft={list.isEmpty}
      />
      <ThreadNewsLine />
      <OutboxLine />
      <AllScheduled />
      <Threads
        list={list}
        isNarrowed={countParts(form) > 0}
        today={today}
        unreadFirst={unreadFirst}
      />
    </>
  );
}

function Threads(props: {
  readonly list: ReturnType<typeof useThreads>;
  readonly isNarrowed: boolean;
  readonly today: number;
  readonly unreadFirst: boolean;
}) {
  const { list, today } = props;
  const { total } = list.snapshot;
  const chosen = useUi((ui) => (ui.compose ? undefined : ui.threadId));
  const unreadable = useUnreadable('canReadTexts');
  const { unreadFirst } = props;
  const [menu, setMenu] = useState<{ readonly thread: ThreadView; readonly at: MenuOpening }>();
  const renderRow = useCallback(
    (thread: ThreadView, row: RowProps) => (
      <ThreadRow
        thread={thread}
        isCurrent={thread.id === chosen}
        row={row}
        now={today}
        onMenu={(at) => setMenu({ thread, at })}
      />
    ),
    [chosen, today],
  );
  if (list.isPending) return <SkeletonRows />;
  if (list.failure) return <FailureState failure={list.failure} onRetry={list.retry} />;
  if (total === 0 && props.isNarrowed) {
    return (
      <NothingMatches onClear={clearThreadForm}>{strings.history.nothing.threads}</NothingMatches>
    );
  }
  if (total === 0 && unreadable) return <CannotRead {...unreadable} />;
  if (total === 0) return <NoTexts />;
  return (
    <>
      {unreadable && <CannotReadNote {...unreadable} />}
      <LongList
        key={list.listKey}
        label={strings.messages.list}
        rows={list.snapshot}
        keyOf={threadKeyOf}
        headingOf={(thread) => threadGroup(thread, today, unreadFirst)}
        renderRow={renderRow}
        onLook={list.look}
        currentKey={chosen}
      />
      {menu && <ThreadMenu {...menu} onClose={() => setMenu(undefined)} />}
    </>
  );
}

function NoTexts() {
  return (
    <Empty
      icon={<MessageSquare />}
      action={<Button onClick={() => openCompose()}>{strings.messages.emptyAction}</Button>}
    >
      {strings.messages.empty}
    </Empty>
  );
}

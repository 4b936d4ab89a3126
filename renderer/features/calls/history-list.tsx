import { useCallback, useState } from 'react';
import type { CallRow } from '../../../shared/model/calls.ts';
import { OutcomeLine } from '../../app/calls/outcome-line.tsx';
import { CannotRead, CannotReadNote, useUnreadable } from '../../app/cannot-read.tsx';
import { dayHeading, dayOf, fullTime, timeOfDay } from '../../app/format.ts';
import { ExportButton } from '../../app/export-button.tsx';
import { FilterBar } from '../../app/history-filter/filter-bar.tsx';
import { countParts } from '../../app/history-filter/form.ts';
import { NothingMatches } from '../../app/history-filter/nothing-matches.tsx';
import {
  clearCallForm,
  setCallForm,
  toggleFilter,
  useFilters,
} from '../../app/history-filter/store.ts';
import { useFilter } from '../../app/history-filter/use-filter.ts';
import { PartyActions } from '../../app/party-actions.tsx';
import { phoneMenuOf } from '../../app/phone/menu-store.ts';
import { callAsOf } from '../../app/phone/view-model.ts';
import { usePartyWords } from '../../app/party.ts';
import { beginCallList, openCall, openCallLists, useUi } from '../../app/ui-store.ts';
import { useNow } from '../../app/use-now.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Disc, ListChecks, ListPlus, Phone, StickyNote, Voicemail } from '../../ui/icons.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { Row } from '../../ui/row.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import type { RowProps } from '../../ui/virtual-list.tsx';
import styles from './history-list.module.css';
import { callKeyOf, useCalls, useNewCalls } from './use-calls.ts';
import { marksOf, rowSentence, type CallMark } from './view-model.ts';

/** The calls made and received, by day, and what they are narrowed to. */
export function HistoryList() {
  const form = useFilters((filters) => filters.calls);
  const isOpen = useFilters((filters) => filters.open.calls);
  const now = useNow();
  const filter = useFilter(form, now);
  const list = useCalls(filter);
  return (
    <>
      <FilterBar
        form={form}
        labels={strings.history.calls}
        all="all"
        quick="missed"
        hasMedia
        isOpen={isOpen}
        onToggle={() => toggleFilter('calls')}
        onChange={setCallForm}
        onClear={clearCallForm}
        actions={<ExportButton what={{ kind: 'calls', filter }} />}
        tools={
          <IconButton
            label={strings.callLists.open}
            icon={<ListChecks />}
            onClick={() => openCallLists()}
          />
        }
        narrowedActions={
          <Button
            variant="quiet"
            icon={<ListPlus />}
            onClick={() => beginCallList({ from: 'history', filter })}
          >
            {strings.callLists.fromThese}
          </Button>
        }
        isNothingLeft={list.isEmpty}
      />
      <Calls list={list} isNarrowed={countParts(form) > 0} now={now} />
    </>
  );
}

function Calls(props: {
  readonly list: ReturnType<typeof useCalls>;
  readonly isNarrowed: boolean;
  readonly now: number;
}) {
  const { list, now } = props;
  const { snapshot } = list;
  const chosen = useUi((ui) => ui.callId);
  const unreadable = useUnreadable('canReadCalls');
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const { look } = list;
  const onLook = useCallback(
    (seen: Parameters<typeof look>[0]) => {
      look(seen);
      setSight(seen);
    },
    [look],
  );
  const inSight = Array.from({ length: sight.last - sight.first + 1 }, (_, place) =>
    snapshot.rowAt(sight.first + place),
  );
  // What was kept from the last visit may have been seen since.
  const newCalls = useNewCalls(snapshot.version > 0 ? inSight : []);
  const today = dayOf(now);
  const renderRow = useCallback(
    (row: CallRow, rowProps: RowProps) => (
      <HistoryRow
        call={row}
        isNew={row.isNew || newCalls.has(row.id)}
        isCurrent={row.id === chosen}
        row={rowProps}
        now={today}
      />
    ),
    [newCalls, chosen, today],
  );
  if (list.isPending) return <SkeletonRows />;
  if (list.failure) return <FailureState failure={list.failure} onRetry={list.retry} />;
  if (snapshot.total === 0 && props.isNarrowed) {
    return <NothingMatches onClear={clearCallForm}>{strings.history.nothing.calls}</NothingMatches>;
  }
  if (snapshot.total === 0 && unreadable) return <CannotRead {...unreadable} />;
  if (snapshot.total === 0) return <Empty icon={<Phone />}>{strings.calls.list.empty}</Empty>;
  return (
    <>
      {unreadable && <CannotReadNote {...unreadable} />}
      <LongList
        key={list.listKey}
        label={strings.calls.history}
        rows={snapshot}
        keyOf={callKeyOf}
        headingOf={(row) => dayHeading(row.startedAt, now)}
        renderRow={renderRow}
        onLook={onLook}
        currentKey={chosen}
      />
    </>
  );
}

function HistoryRow(props: {
  readonly call: CallRow;
  readonly isNew: boolean;
  readonly isCurrent: boolean;
  readonly row: RowProps;
  readonly now: number;
}) {
  const { call, isNew } = props;
  const words = usePartyWords();
  const marks = marksOf(call, isNew);
  return (
    <Row
      label={rowSentence(call, words, props.now, isNew)}
      isCurrent={props.isCurrent}
      isStrong={isNew}
      row={props.row}
      picture={<Avatar name={call.party.name} />}
      title={<span className="figures">{words.title(call.party)}</span>}
      detail={
        <span className={styles.detail}>
          <OutcomeLine call={call} />
          {marks.map((mark) => (
            <Mark key={mark} mark={mark} call={call} />
          ))}
        </span>
      }
      aside={<time title={fullTime(call.startedAt)}>{timeOfDay(call.startedAt)}</time>}
      mark={isNew && <span className={styles.new}>{strings.calls.marks.new}</span>}
      actions={
        <PartyActions
          party={call.party}
          tabIndex={props.row.tabIndex}
          callAs={callAsOf(call)}
          keyIn={call.keyIn}
        />
      }
      onMenu={phoneMenuOf(call.party, call.keyIn)}
      onOpen={() => openCall(call.id)}
    />
  );
}

function Mark({ mark, call }: { readonly mark: CallMark; readonly call: CallRow }) {
  switch (mark) {
    case 'new':
      return null;
    case 'voicemail':
      return <Voicemail className={styles.mark} />;
    case 'recording':
      return <Disc className={styles.mark} />;
    case 'note':
      return (
        <span className={styles.note}>
          <StickyNote className={styles.mark} />
          <span className={styles.noteOutcome}>{call.noteOutcome}</span>
        </span>
      );
  }
}

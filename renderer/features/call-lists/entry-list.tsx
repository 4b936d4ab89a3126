import { useState, type ReactNode } from 'react';
import { failureOf } from '../../app/bridge.ts';
import { usePartyWords } from '../../app/party.ts';
import { useActiveCalls, useSettings } from '../../app/queries.ts';
import type { CallListEntry, CallListView } from '../../../shared/model/call-lists.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Chips } from '../../ui/chips.tsx';
import { cx } from '../../ui/class-names.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Ban, Check, ListChecks, PhoneCall, SkipForward } from '../../ui/icons.ts';
import { Row } from '../../ui/row.tsx';
import { rowHeight } from '../../ui/row-height.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualList, type RowProps } from '../../ui/virtual-list.tsx';
import styles from './call-lists.module.css';
import { useEntries, type EntryShow } from './use-call-lists.ts';
import { standingOf, type EntryStanding } from './view-model.ts';

const words = strings.callLists.entries;
const shows: readonly EntryShow[] = ['all', 'open', 'called', 'skipped'];

/** Everyone on the list, with how it went; pressing someone takes them in hand. */
export function EntryList(props: {
  readonly list: CallListView;
  readonly current: string | undefined;
  readonly onTake: (entry: CallListEntry) => void;
}) {
  const [show, setShow] = useState<EntryShow>('all');
  return (
    <section className={styles.entries} aria-label={words.label}>
      <div className={styles.filter}>
        <Chips
          label={words.show}
          value={show}
          options={shows.map((value) => ({ value, label: words.shows[value] }))}
          onChange={setShow}
        />
      </div>
      {/* Each begins at its own top. */}
      <Entries key={show} {...props} show={show} />
    </section>
  );
}

function Entries(props: Parameters<typeof EntryList>[0] & { readonly show: EntryShow }) {
  const { list, current, show } = props;
  const { pages, rows, readOn } = useEntries(list.id, show);
  const height = rowHeight(useSettings().data?.density);
  if (pages.isPending) return <SkeletonRows />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (rows.length === 0) return <Empty icon={<ListChecks />}>{words.empty[show]}</Empty>;
  return (
    <VirtualList
      label={words.label}
      items={rows}
      keyOf={({ id }) => id}
      estimate={() => height}
      onNearEnd={readOn}
      {...(current !== undefined && { currentKey: current })}
      renderRow={(entry, row) => (
        <EntryLine
          entry={entry}
          isCurrent={entry.id === current}
          row={row}
          onTake={() => props.onTake(entry)}
        />
      )}
    />
  );
}

const icons: Readonly<Record<EntryStanding, ReactNode>> = {
  open: null,
  calling: <PhoneCall />,
  talking: <PhoneCall />,
  called: <Check />,
  skipped: <SkipForward />,
};

function EntryLine(props: {
  readonly entry: CallListEntry;
  readonly isCurrent: boolean;
  readonly row: RowProps;
  readonly onTake: () => void;
}) {
  const { entry } = props;
  const { outcome, position } = entry;
  const standing = standingOf(entry, useActiveCalls().data ?? []);
  const party = usePartyWords();
  const who = party.title(entry.party);
  const notes = [outcome, entry.isDoNotCall && strings.callLists.work.doNotCall];
  const said = notes.filter(Boolean).join(', ') || undefined;
  return (
    <Row
      label={words.entry(position, who, words.states[standing], said)}
      isCurrent={props.isCurrent}
      row={props.row}
      picture={<span className={cx(styles.number, 'figures')}>{position}</span>}
      title={<span className="figures">{who}</span>}
      detail={<span className="figures">{outcome ?? party.detail(entry.party) ?? ''}</span>}
      aside={
        <span className={cx(styles.state, styles[standing])}>
          {entry.isDoNotCall && <Ban />}
          {icons[standing]}
          {standing !== 'open' && words.states[standing]}
        </span>
      }
      onOpen={props.onTake}
    />
  );
}

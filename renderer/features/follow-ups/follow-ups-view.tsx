import { useState } from 'react';
import { failureOf } from '../../app/bridge.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { usePartyWords } from '../../app/party.ts';
import { useSettings } from '../../app/queries.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { BellRing, Check } from '../../ui/icons.ts';
import { rowHeight } from '../../ui/row-height.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { VirtualList, type RowProps } from '../../ui/virtual-list.tsx';
import { FollowUpRow } from './follow-up-row.tsx';
import styles from './follow-ups.module.css';
import { useFollowUpActions, useFollowUps } from './use-follow-ups.ts';
import type { FollowUpItem, FollowUpShow } from './view-model.ts';

const words = strings.followUps;
const headingHeight = 36;

/** Everyone to get back to, the most urgent first, and what has been done. */
export function FollowUpsView() {
  const [show, setShow] = useState<FollowUpShow>('open');
  const actions = useFollowUpActions();
  const party = usePartyWords();
  const { ticked } = actions;
  const page = useKeptFocus<HTMLDivElement>();
  return (
    <div ref={page} className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title} tabIndex={-1} data-screen-focus>
          {words.title}
        </h1>
        <Chips<FollowUpShow>
          label={words.show}
          value={show}
          options={[
            { value: 'open', label: words.shows.open },
            { value: 'done', label: words.shows.done },
          ]}
          onChange={setShow}
        />
        <div role="status" className={styles.ticked}>
          {ticked && (
            <>
              <Check aria-hidden="true" />
              <span>{words.wasDone(party.title(ticked.party))}</span>
              <Button variant="quiet" onClick={() => void actions.setDone(ticked, false)}>
                {words.undo}
              </Button>
            </>
          )}
        </div>
        <TroubleLine failure={actions.failure} />
      </header>
      {/* Each list begins at its own top. */}
      <FollowUpList key={show} show={show} actions={actions} />
    </div>
  );
}

function FollowUpList(props: {
  readonly show: FollowUpShow;
  readonly actions: ReturnType<typeof useFollowUpActions>;
}) {
  const { show } = props;
  const { pages, items, now, readOn } = useFollowUps(show);
  const height = rowHeight(useSettings().data?.density);
  const [movingId, setMovingId] = useState<string>();
  if (pages.isPending) return <SkeletonRows />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (items.length === 0) return <Empty icon={<BellRing />}>{words.empty[show]}</Empty>;
  const renderRow = (item: FollowUpItem, row: RowProps) =>
    item.kind === 'group' ? (
      <h2 className={styles.group}>{item.heading}</h2>
    ) : (
      <FollowUpRow
        followUp={item.followUp}
        now={now}
        row={row}
        actions={props.actions}
        isMoving={item.key === movingId}
        onMove={(isMoving) => setMovingId(isMoving ? item.key : undefined)}
      />
    );
  return (
    <VirtualList
      label={words.list[show]}
      items={items}
      keyOf={(item) => item.key}
      estimate={(item) => (item.kind === 'group' ? headingHeight : height)}
      isRow={(item) => item.kind === 'follow-up'}
      renderRow={renderRow}
      onNearEnd={readOn}
    />
  );
}

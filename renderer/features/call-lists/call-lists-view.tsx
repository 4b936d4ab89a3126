import { failureOf } from '../../app/bridge.ts';
import {
  beginCallList,
  closeCallLists,
  closeDetail,
  openCallLists,
  useUi,
} from '../../app/ui-store.ts';
import { useSettings } from '../../app/queries.ts';
import { useNow } from '../../app/use-now.ts';
import { dayAndTime, fullTime, shortWhen } from '../../app/format.ts';
import type { CallListView } from '../../../shared/model/call-lists.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ChevronLeft, CircleCheck, ListChecks, Upload } from '../../ui/icons.ts';
import { PaneHead, Panes } from '../../ui/panes.tsx';
import { Row } from '../../ui/row.tsx';
import { rowHeight } from '../../ui/row-height.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import styles from './call-lists.module.css';
import { ListPage } from './list-page.tsx';
import { NewList } from './new-list.tsx';
import { useCallLists } from './use-call-lists.ts';
import { tallyOf } from './view-model.ts';

const words = strings.callLists;

/** People to call one after the other: the lists, and the one that is worked through. */
export function CallListsView() {
  const chosen = useUi((ui) => ui.callListId);
  const making = useUi((ui) => ui.newCallList);
  const lists = useCallLists();
  const list = lists.data?.find(({ id }) => id === chosen);
  return (
    <Panes
      isDetailOpen={making !== undefined || chosen !== undefined}
      detailLabel={words.page}
      list={
        <>
          <header className={styles.top}>
            <IconButton label={strings.app.back} icon={<ChevronLeft />} onClick={closeCallLists} />
            <h1 className={styles.title} tabIndex={-1} data-screen-focus>
              {words.title}
            </h1>
            <Button icon={<Upload />} onClick={() => beginCallList({ from: 'file' })}>
              {words.fromFile}
            </Button>
          </header>
          <Lists query={lists} chosen={chosen} />
        </>
      }
      detail={
        making ? (
          <NewList key={JSON.stringify(making)} making={making} onBack={closeDetail} />
        ) : list ? (
          <ListPage key={list.id} list={list} />
        ) : chosen !== undefined ? (
          <Missing query={lists} />
        ) : (
          <Empty icon={<ListChecks />}>
            {[lists.data?.length ? words.choose : '', words.byHand].join(' ').trim()}
          </Empty>
        )
      }
    />
  );
}

/** A list that is not there yet, or no more. */
function Missing({ query }: { readonly query: ReturnType<typeof useCallLists> }) {
  return (
    <>
      <PaneHead onBack={closeDetail}>
        <h2>{words.page}</h2>
      </PaneHead>
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isSuccess && (
        <Empty icon={<ListChecks />}>
          {
            strings.failures({
              kind: 'not-found',
              message: 'call-list.gone',
              code: '',
              retry: 'never',
            }).title
          }
        </Empty>
      )}
    </>
  );
}

function Lists(props: {
  readonly query: ReturnType<typeof useCallLists>;
  readonly chosen: string | undefined;
}) {
  const { query, chosen } = props;
  const now = useNow();
  const height = rowHeight(useSettings().data?.density);
  if (query.isPending) return <SkeletonRows />;
  if (query.isError) {
    return <FailureState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />;
  }
  if (query.data.length === 0) return <Empty icon={<ListChecks />}>{words.empty}</Empty>;
  return (
    <VirtualList
      label={words.lists}
      items={query.data}
      keyOf={({ id }) => id}
      estimate={() => height}
      {...(chosen !== undefined && { currentKey: chosen })}
      renderRow={(list, row) => (
        <Row
          label={[list.name, doneOf(list), dayAndTime(list.createdAt, now)].join(', ')}
          isCurrent={list.id === chosen}
          row={row}
          picture={
            <span className={styles.picture}>
              {list.counts.open === 0 ? <CircleCheck /> : <ListChecks />}
            </span>
          }
          title={list.name}
          detail={doneOf(list)}
          aside={<time title={fullTime(list.createdAt)}>{shortWhen(list.createdAt, now)}</time>}
          onOpen={() => openCallLists(list.id)}
        />
      )}
    />
  );
}

function doneOf(list: CallListView): string {
  const { done, all } = tallyOf(list);
  return words.done(done, all);
}

import type { ThreadView } from '../../../shared/model/messages.ts';
import { failureOf } from '../../app/bridge.ts';
import { CannotRead, CannotReadNote, useUnreadable } from '../../app/cannot-read.tsx';
import { shortWhen } from '../../app/format.ts';
import { StatusMark } from '../../app/messages/status-mark.tsx';
import { partiesTitle, usePartyWords } from '../../app/party.ts';
import { useSettings } from '../../app/queries.ts';
import { openCompose, openThread, useUi } from '../../app/ui-store.ts';
import { useNow } from '../../app/use-now.ts';
import { en } from '../../strings/en.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { MessageSquare } from '../../ui/icons.ts';
import { rowHeight } from '../../ui/row-height.ts';
import { Row } from '../../ui/row.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualList, type RowProps } from '../../ui/virtual-list.tsx';
import styles from './messages.module.css';
import { useThreads } from './use-threads.ts';
import { listStatus, previewOf, threadSentence } from './view-model.ts';

/** The conversations, newest activity first. */
export function ThreadList() {
  const { pages, threads, readOn } = useThreads();
  const chosen = useUi((ui) => (ui.compose ? undefined : ui.threadId));
  const now = useNow();
  const height = rowHeight(useSettings().data?.density);
  const unreadable = useUnreadable('canReadTexts');
  if (pages.isPending) return <SkeletonRows />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (threads.length === 0 && unreadable) return <CannotRead {...unreadable} />;
  if (threads.length === 0) {
    return (
      <Empty
        icon={<MessageSquare />}
        action={<Button onClick={() => openCompose()}>{en.messages.emptyAction}</Button>}
      >
        {en.messages.empty}
      </Empty>
    );
  }
  return (
    <>
      {unreadable && <CannotReadNote {...unreadable} />}
      <VirtualList
        label={en.messages.list}
        items={threads}
        keyOf={(thread) => thread.id}
        estimate={() => height}
        renderRow={(thread, row) => (
          <ThreadRow thread={thread} isCurrent={thread.id === chosen} row={row} now={now} />
        )}
        onNearEnd={readOn}
        {...(chosen && { currentKey: chosen })}
      />
    </>
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
      aside={thread.lastMessage && shortWhen(thread.lastMessage.createdAt, props.now)}
      mark={isUnread && <span className={styles.unread}>{thread.unreadCount}</span>}
      onOpen={() => openThread(thread.id)}
    />
  );
}

import { closeDetail, openCompose, useUi } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { MessageSquare, MessageSquarePlus } from '../../ui/icons.ts';
import { Panes } from '../../ui/panes.tsx';
import { ComposePane } from './compose-pane.tsx';
import styles from './messages.module.css';
import { OpenBatches } from './separate/batch-progress.tsx';
import { SeparatePane } from './separate/separate-pane.tsx';
import { ThreadList } from './list/thread-list.tsx';
import { ThreadPane } from './thread-pane.tsx';

/** The conversations, and the one that is open or being begun. */
export function MessagesView() {
  const threadId = useUi((ui) => ui.threadId);
  const compose = useUi((ui) => ui.compose);
  const separate = useUi((ui) => ui.separate);
  return (
    <Panes
      isDetailOpen={(separate ?? compose ?? threadId) !== undefined}
      detailLabel={
        separate
          ? strings.separate.title
          : compose
            ? strings.messages.newText
            : strings.messages.list
      }
      list={
        <>
          <header className={styles.listHead}>
            <h1 tabIndex={-1} data-screen-focus>
              {strings.messages.title}
            </h1>
            <Button variant="quiet" icon={<MessageSquarePlus />} onClick={() => openCompose()}>
              {strings.messages.newText}
            </Button>
          </header>
          <OpenBatches />
          <ThreadList />
        </>
      }
      detail={
        separate ? (
          <SeparatePane source={separate} />
        ) : compose ? (
          <ComposePane recipients={compose} onBack={closeDetail} />
        ) : threadId ? (
          <ThreadPane key={threadId} threadId={threadId} onBack={closeDetail} />
        ) : (
          <Empty icon={<MessageSquare />}>{strings.messages.none}</Empty>
        )
      }
    />
  );
}

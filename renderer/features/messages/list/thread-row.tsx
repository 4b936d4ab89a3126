import type { ThreadView } from '../../../../shared/model/messages.ts';
import { fullTime } from '../../../app/format.ts';
import { useTexts } from '../../../app/composer/store.ts';
import { StatusMark } from '../../../app/messages/status-mark.tsx';
import { partiesTitle, usePartyWords } from '../../../app/party.ts';
import { useOutbox } from '../../../app/send-later/use-scheduled.ts';
import { openThread } from '../../../app/ui-store.ts';
import { plainLine } from '../../../../shared/plain-line.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { cx } from '../../../ui/class-names.ts';
import { BellOff, CalendarClock, Pin } from '../../../ui/icons.ts';
import type { MenuOpening } from '../../../ui/menu-key.ts';
import { Row } from '../../../ui/row.tsx';
import type { RowProps } from '../../../ui/virtual-list.tsx';
import styles from './list.module.css';
import { deedOfKey } from './thread-deeds.ts';
import { useThreadDeeds } from './use-thread-deeds.ts';
import { previewOf, standingStatus, threadSentence, threadWhen } from './view-model.ts';

/** A conversation in the list: who, what was said last, and what is to be done about it. */
export function ThreadRow(props: {
  readonly thread: ThreadView;
  readonly isCurrent: boolean;
  readonly row: RowProps;
  readonly now: number;
  readonly onMenu: (at: MenuOpening) => void;
}) {
  const thread = useWithDraft(props.thread, props.isCurrent);
  const words = usePartyWords();
  const act = useThreadDeeds();
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
      detail={<Preview thread={thread} />}
      aside={
        <span className={styles.aside}>
          {thread.isMuted && <BellOff />}
          {thread.isPinned && <Pin />}
          {at !== undefined && <time title={fullTime(at)}>{threadWhen(at, props.now)}</time>}
        </span>
      }
      mark={
        <span className={styles.marks}>
          {thread.scheduledCount > 0 && <CalendarClock />}
          {isUnread && (
            <span className={cx(styles.unread, thread.isMuted && styles.quiet)}>
              {thread.unreadCount}
            </span>
          )}
        </span>
      }
      onMenu={props.onMenu}
      keys="E P M U"
      onKey={(event) => {
        const deed = deedOfKey(thread, event);
        if (deed !== undefined) act(thread, deed);
        return deed !== undefined;
      }}
      onOpen={() => openThread(thread.id)}
    />
  );
}

/** With what the window itself knows of a draft; beside the open thread what was said last stands. */
function useWithDraft(thread: ThreadView, isOpen: boolean): ThreadView {
  const written = useTexts(({ drafts }) => (isOpen ? '' : drafts[thread.id]?.text));
  return { ...thread, draft: (written ?? thread.draft)?.trim() || undefined };
}

/** What was written and not sent, else what needs looking after, else what was said last. */
function Preview({ thread }: { readonly thread: ThreadView }) {
  const status = standingStatus(thread, useOutbox());
  if (thread.draft !== undefined) {
    return (
      <>
        <span className={styles.draft}>{strings.threads.draft}</span> {plainLine(thread.draft)}
      </>
    );
  }
  if (status !== undefined) return <StatusMark status={status} />;
  return previewOf(thread);
}

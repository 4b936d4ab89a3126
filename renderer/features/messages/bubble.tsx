import { memo } from 'react';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { usePartyWords } from '../../app/party.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/class-names.ts';
import { BubbleBody } from './bubble-body.tsx';
import { BubbleStatus } from './bubble-status.tsx';
import styles from './bubble.module.css';
import type { Bubble } from './view-model.ts';

/** One text with its time, how far it has come, and what to do when it did not go. */
export const BubbleLine = memo(function BubbleLine(props: {
  readonly bubble: Bubble;
  readonly threadId: ThreadId;
  readonly isGroup: boolean;
  readonly startsRun: boolean;
  readonly endsRun: boolean;
  /** The text that was looked for. */
  readonly isFound: boolean;
}) {
  const { bubble, isGroup, startsRun, endsRun } = props;
  const words = usePartyWords();
  const isOwn = bubble.direction === 'outbound';
  const sender = bubble.from === undefined ? undefined : words.title(bubble.from);
  return (
    <div className={cx(styles.line, isOwn && styles.own, startsRun && styles.first)}>
      {isOwn ? (
        <span className="read-only-aloud">{strings.messages.you}</span>
      ) : (
        <span className={isGroup && startsRun ? styles.sender : 'read-only-aloud'}>
          {isGroup && startsRun && <Avatar name={bubble.from?.name ?? sender} size="small" />}
          {sender}
        </span>
      )}
      <div
        className={cx(
          styles.bubble,
          bubble.status === 'failed' && styles.failed,
          props.isFound && styles.found,
        )}
        dir="auto"
      >
        <BubbleBody bubble={bubble} />
      </div>
      <BubbleStatus bubble={bubble} threadId={props.threadId} endsRun={endsRun} />
    </div>
  );
});

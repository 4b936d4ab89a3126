import { useState } from 'react';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { fullTime, timeOfDay } from '../../app/format.ts';
import { StatusMark } from '../../app/messages/status-mark.tsx';
import { PhoneText } from '../../app/phone/phone-text.tsx';
import { usePartyWords } from '../../app/party.ts';
import { en } from '../../../shared/strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Paperclip } from '../../ui/icons.ts';
import styles from './bubble.module.css';
import { useSettle } from './use-send.ts';
import { troubleOf, type Bubble } from './view-model.ts';

/** What a text may hold is 1,000 units; from outside anything can come. Laying out a megabyte blocks. */
const longestShown = 5000;

/** One text with its time, how far it has come, and what to do when it did not go. */
export function BubbleLine(props: {
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
        <span className="read-only-aloud">{en.messages.you}</span>
      ) : (
        <span className={isGroup && startsRun ? styles.sender : 'read-only-aloud'}>{sender}</span>
      )}
      <div
        className={cx(
          styles.bubble,
          bubble.status === 'failed' && styles.failed,
          props.isFound && styles.found,
        )}
        dir="auto"
      >
        <Words text={bubble.text} />
        {bubble.attachments.length > 0 && (
          <span className={styles.attachments}>
            <Paperclip aria-hidden="true" />
            {en.messages.attachments(bubble.attachments.length)}
          </span>
        )}
      </div>
      {(isOwn || endsRun) && (
        <div className={styles.meta}>
          <time title={fullTime(bubble.at)}>{timeOfDay(bubble.at)}</time>
          {isOwn && <StatusMark status={bubble.status} />}
        </div>
      )}
      <Trouble bubble={bubble} threadId={props.threadId} />
    </div>
  );
}

/** The words of a text; an endless one is shown from its start until all of it is asked for. */
function Words({ text }: { readonly text: string }) {
  const [isWhole, setIsWhole] = useState(false);
  if (isWhole || text.length <= longestShown) return <PhoneText text={text} />;
  return (
    <>
      <PhoneText text={`${text.slice(0, longestShown)}…`} />{' '}
      <Button variant="quiet" onClick={() => setIsWhole(true)}>
        {en.messages.showAll}
      </Button>
    </>
  );
}

function Trouble({ bubble, threadId }: { readonly bubble: Bubble; readonly threadId: ThreadId }) {
  const settle = useSettle(threadId);
  const trouble = troubleOf(bubble);
  const { id } = bubble;
  if (id === undefined || trouble === undefined) return null;
  return (
    <div className={styles.trouble}>
      {trouble.advice !== undefined && <p>{trouble.advice}</p>}
      {trouble.canSettle && (
        <>
          <Button onClick={() => settle.sendAgain(id)}>{en.messages.sendAgain}</Button>
          <Button variant="quiet" onClick={() => settle.discard(id)}>
            {en.messages.discard}
          </Button>
        </>
      )}
    </div>
  );
}

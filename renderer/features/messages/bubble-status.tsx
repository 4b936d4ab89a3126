import type { ThreadId } from '../../../shared/model/ids.ts';
import { fullTime, timeOfDay } from '../../app/format.ts';
import { isTrouble } from '../../app/messages/status.ts';
import { StatusMark } from '../../app/messages/status-mark.tsx';
import { WhatHappened } from '../../app/messages/what-happened.tsx';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import styles from './bubble.module.css';
import { useSettle } from './use-settle.ts';
import { troubleOf, type Bubble } from './view-model.ts';
import { WaitingLine } from './waiting-line.tsx';

/** The time of a text, how far it has come, and what to do when it did not go. */
export function BubbleStatus(props: {
  readonly bubble: Bubble;
  readonly threadId: ThreadId;
  readonly endsRun: boolean;
}) {
  const { bubble } = props;
  const isOwn = bubble.direction === 'outbound';
  return (
    <>
      {(isOwn || props.endsRun) && (
        <div className={styles.meta}>
          <time title={fullTime(bubble.at)}>{timeOfDay(bubble.at)}</time>
          {isOwn && <StatusMark status={bubble.status} />}
        </div>
      )}
      {isOwn && bubble.status === 'queued' && bubble.id !== undefined && (
        <WaitingLine id={bubble.id} threadId={props.threadId} waiting={bubble.waiting} />
      )}
      <Trouble bubble={bubble} threadId={props.threadId} />
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
          <Button onClick={() => settle.sendAgain(id)}>{strings.messages.sendAgain}</Button>
          <Button variant="quiet" onClick={() => settle.discard(id)}>
            {strings.messages.discard}
          </Button>
        </>
      )}
      {isTrouble(bubble.status) && (
        <WhatHappened status={bubble.status} failure={bubble.failure} at={bubble.at} />
      )}
    </div>
  );
}

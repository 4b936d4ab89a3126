import type { ReactNode } from 'react';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import { fullTime, timeOfDay } from '../../app/format.ts';
import { isTrouble } from '../../app/messages/status.ts';
import { StatusMark } from '../../app/messages/status-mark.tsx';
import { WhatHappened } from '../../app/messages/what-happened.tsx';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { AskedAgain } from './asked-again.tsx';
import styles from './bubble.module.css';
import { useDiscard } from './use-discard.ts';
import { useSendAgain } from './use-send-again.ts';
import { troubleOf, type Bubble, type TextTrouble } from './view-model.ts';
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
  const { id } = bubble;
  const trouble = troubleOf(bubble);
  if (id === undefined || trouble === undefined) return null;
  return (
    <WaysOut id={id} threadId={threadId} trouble={trouble}>
      {isTrouble(bubble.status) && (
        <WhatHappened status={bubble.status} failure={bubble.failure} at={bubble.at} />
      )}
    </WaysOut>
  );
}

function WaysOut(props: {
  readonly id: MessageId;
  readonly threadId: ThreadId;
  readonly trouble: TextTrouble;
  /** What else there is to press. */
  readonly children: ReactNode;
}) {
  const { id, threadId, trouble } = props;
  const discard = useDiscard(threadId);
  const again = useSendAgain(threadId, id);
  return (
    <>
      <div className={styles.trouble}>
        {trouble.advice !== undefined && <p>{trouble.advice}</p>}
        {trouble.canSettle && (
          <>
            <Button onClick={again.send}>{strings.messages.sendAgain}</Button>
            <Button variant="quiet" onClick={() => discard(id)}>
              {strings.messages.discard}
            </Button>
          </>
        )}
        {props.children}
      </div>
      {again.question !== undefined && (
        <AskedAgain
          question={again.question}
          threadId={threadId}
          onYes={again.sayYes}
          onNo={again.sayNo}
        />
      )}
    </>
  );
}

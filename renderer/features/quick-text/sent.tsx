import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { ask, call } from '../../app/bridge.ts';
import { takeUpDraft } from '../../app/composer/keep.ts';
import { takeFocus } from '../../app/take-focus.ts';
import { useNow } from '../../app/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { FieldNote } from '../../ui/text-field.tsx';
import { close, Frame } from './frame.tsx';
import styles from './quick-text.module.css';
import { lastTexts, sentState } from './view-model.ts';

const words = strings.quick;
const tickMs = 250;

/** *Sent*, and the way to take it back while it is held; then the window goes. */
export function Sent(props: {
  readonly threadId: ThreadId;
  /** It is written on in its conversation, where main has put it back. */
  readonly onUndone: () => void;
}) {
  const { threadId } = props;
  const [sentAt] = useState(() => Date.now());
  const [refused, setRefused] = useState<string>();
  const now = useNow(tickMs);
  const page = useQuery({
    queryKey: ['messages', threadId, 'last'],
    queryFn: () => ask('messages.list', { threadId, limit: 2 }),
    // Written to before, it was read before this text was there.
    refetchOnMount: 'always',
  });
  const text = lastTexts(page.data?.items ?? []).findLast(
    ({ direction, createdAt }) => direction === 'outbound' && createdAt > sentAt - 60_000,
  );
  const state = sentState(text, sentAt, now);
  const isOver = !page.isFetching && state.closesAt !== undefined && now >= state.closesAt;
  const hasClosed = useRef(false);
  useEffect(() => {
    // Once: while it is read how the text stands now, it does not begin anew.
    if (!isOver || hasClosed.current) return;
    hasClosed.current = true;
    close();
  }, [isOver]);

  const undo = async (): Promise<void> => {
    if (text === undefined) return;
    const result = await call('messages.undo', { messageId: text.id });
    if (!result.ok) return setRefused(strings.failures(result.failure).title);
    takeUpDraft(threadId, result.value);
    props.onUndone();
  };
  const failure = text?.failure && strings.failures(text.failure);
  return (
    <Frame title={words.title} threadId={threadId}>
      <div className={styles.sent}>
        <p role="status" className={styles.state}>
          {page.isPending ? words.sent : state.text}
        </p>
        {state.canUndo && (
          <Button ref={takeFocus} onClick={() => void undo()}>
            {words.undo}
          </Button>
        )}
      </div>
      {state.hasFailed && failure && (
        <p className={styles.why}>
          {failure.title}. {failure.advice}
        </p>
      )}
      {refused !== undefined && (
        <FieldNote id="quick-refused" isError>
          {refused}
        </FieldNote>
      )}
    </Frame>
  );
}

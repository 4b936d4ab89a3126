import { useCallback, useEffect } from 'react';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { failureOf } from '../../app/bridge.ts';
import { useTexts } from '../../app/composer/store.ts';
import { openThread } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { MessageSquare } from '../../ui/icons.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { PictureViewer } from './attachments/viewer.tsx';
import { MessageScroller } from './message-scroller.tsx';
import type { Opening } from './use-opening.ts';
import { useTextsAloud } from './use-texts-aloud.ts';
import { useThreadTexts } from './use-thread.ts';
import type { Bubble } from './view-model.ts';

/** The texts of a thread, newest at the bottom. */
export function MessageList(props: {
  readonly threadId: ThreadId;
  /** Where it is opened; without it, at its end. */
  readonly opening?: Opening;
  readonly who: string;
  readonly isGroup: boolean;
}) {
  const { threadId, opening } = props;
  const texts = useThreadTexts(threadId, opening?.anchor?.id, opening?.firstNewId);
  const { pages, items, bubbles } = texts;
  const pending = useTexts((all) => all.pending.filter(({ thread }) => thread === threadId).length);
  const { hasNewer } = texts;
  useTextsAloud(bubbles, pages.isSuccess && !hasNewer);
  const openEnd = useCallback(() => openThread(threadId), [threadId]);
  const toEnd = opening?.toEnd ?? openEnd;
  // What is being sent stands at the end: whoever writes is taken there.
  useEffect(() => {
    if (hasNewer && pending > 0) toEnd();
  }, [hasNewer, pending, toEnd]);
  if (pages.isPending) return <SkeletonRows rows={4} />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (items.length === 0) {
    return <Empty icon={<MessageSquare />}>{strings.messages.emptyThread}</Empty>;
  }
  return (
    <>
      <MessageScroller
        threadId={threadId}
        anchor={opening?.anchor}
        who={props.who}
        isGroup={props.isGroup}
        items={items}
        hasNewer={hasNewer}
        onNearStart={texts.readOlder}
        onNearEnd={texts.readNewer}
        onEnd={toEnd}
        ownCount={ownCount(bubbles)}
        lastAt={opening?.lastAt}
        keepsPlace={opening !== undefined}
      />
      <PictureViewer bubbles={bubbles} />
    </>
  );
}

function ownCount(bubbles: readonly Bubble[]): number {
  return bubbles.filter(({ id }) => id === undefined).length;
}

import { useCallback, useEffect, useState } from 'react';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { failureOf } from '../../app/bridge.ts';
import { useTexts } from '../../app/composer/store.ts';
import { usePartyWords } from '../../app/party.ts';
import { openThread } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { MessageSquare } from '../../ui/icons.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { PictureViewer } from './attachments/viewer.tsx';
import { MessageScroller } from './message-scroller.tsx';
import { useTroubleAloud } from './said-aloud.tsx';
import type { Opening } from './use-opening.ts';
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
  useTroubleAloud(bubbles);
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
      <Arrivals bubbles={bubbles} />
      <PictureViewer bubbles={bubbles} />
    </>
  );
}

/** Reads out texts that arrive while the thread is open; scrolling the list reads out nothing. */
function Arrivals({ bubbles }: { readonly bubbles: readonly Bubble[] }) {
  const words = usePartyWords();
  const newest = bubbles.findLast(({ direction }) => direction === 'inbound');
  const [first] = useState(newest);
  // Older texts come in by scrolling.
  const isNew = newest?.from !== undefined && newest.at >= (first?.at ?? 0);
  const isOther = newest?.key !== first?.key;
  return (
    <div role="status" className="read-only-aloud">
      {isNew &&
        isOther &&
        newest.from &&
        strings.messages.arrived(words.title(newest.from), newest.text)}
    </div>
  );
}

function ownCount(bubbles: readonly Bubble[]): number {
  return bubbles.filter(({ id }) => id === undefined).length;
}

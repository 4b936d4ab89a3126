import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import { failureOf } from '../../app/bridge.ts';
import { useTexts } from '../../app/composer/store.ts';
import { usePartyWords } from '../../app/party.ts';
import { openThread } from '../../app/ui-store.ts';
import { en } from '../../../shared/strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { ArrowDown, MessageSquare } from '../../ui/icons.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { BubbleLine } from './bubble.tsx';
import styles from './message-list.module.css';
import { useThreadTexts } from './use-thread.ts';
import type { Bubble, ThreadItem } from './view-model.ts';

/** The texts of a thread, newest at the bottom. */
export function MessageList(props: {
  readonly threadId: ThreadId;
  /** The text that the thread is opened at. */
  readonly messageId: MessageId | undefined;
  readonly who: string;
  readonly isGroup: boolean;
}) {
  const { threadId, messageId } = props;
  const texts = useThreadTexts(threadId, messageId);
  const { pages, items, bubbles } = texts;
  const pending = useTexts((all) => all.pending.filter(({ thread }) => thread === threadId).length);
  const { hasNewer } = texts;
  // What is being sent stands at the end: whoever writes is taken there.
  useEffect(() => {
    if (hasNewer && pending > 0) openThread(threadId);
  }, [hasNewer, pending, threadId]);
  if (pages.isPending) return <SkeletonRows rows={4} />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (items.length === 0) {
    return <Empty icon={<MessageSquare />}>{en.messages.emptyThread}</Empty>;
  }
  return (
    <>
      <Scroller
        {...props}
        items={items}
        hasNewer={hasNewer}
        onNearStart={texts.readOlder}
        onNearEnd={texts.readNewer}
        ownCount={ownCount(bubbles)}
      />
      <Arrivals bubbles={bubbles} />
    </>
  );
}

const nearEndPx = 80;
/** No place is so near the end: there are later texts, which the list must not run after. */
const nowherePx = -1;
const nearStartItems = 6;
const estimatedPx = 68;
/** Until a text is in the middle: rows around it are measured first, and nothing is read meanwhile. */
const framesToPlace = 10;

function Scroller(props: {
  readonly threadId: ThreadId;
  readonly messageId: MessageId | undefined;
  readonly who: string;
  readonly isGroup: boolean;
  readonly items: readonly ThreadItem[];
  readonly ownCount: number;
  /** There are later texts than those at hand. */
  readonly hasNewer: boolean;
  readonly onNearStart: () => void;
  readonly onNearEnd: () => void;
}) {
  const { items, onNearStart, onNearEnd, ownCount: own, messageId, hasNewer } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(messageId === undefined);
  const [isPlaced, setIsPlaced] = useState(false);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedPx,
    getItemKey: (index) => items[index]?.key ?? index,
    anchorTo: 'end',
    // More that is read at the end is not news.
    followOnAppend: !hasNewer,
    scrollEndThreshold: hasNewer ? nowherePx : nearEndPx,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const isNearStart = isPlaced && (rows[0]?.index ?? nearStartItems) < nearStartItems;
  const isNearEnd =
    isPlaced && hasNewer && (rows.at(-1)?.index ?? 0) >= items.length - nearStartItems;
  const foundAt = items.findIndex((item) => item.kind === 'bubble' && item.bubble.id === messageId);
  const isFound = messageId !== undefined && foundAt >= 0;

  // At first, and whenever the user has written something, the newest text is in sight; a text that
  // the thread was opened at is, in the middle.
  const start = useRef(isFound ? { at: foundAt, own } : undefined);
  useLayoutEffect(() => {
    if (start.current?.own === own) {
      virtualizer.scrollToIndex(start.current.at, { align: 'center' });
    } else {
      virtualizer.scrollToEnd();
      setIsPlaced(true);
    }
  }, [virtualizer, own]);
  useEffect(
    () => (isPlaced ? undefined : afterFrames(framesToPlace, () => setIsPlaced(true))),
    [isPlaced],
  );

  // A composer that grows or a call bar that appears takes room from the top, not from the newest.
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) virtualizer.scrollToEnd();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [virtualizer]);

  useEffect(() => {
    if (isNearStart) onNearStart();
  }, [isNearStart, items.length, onNearStart]);

  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, items.length, onNearEnd]);

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={() => {
          isAtEnd.current = !hasNewer && virtualizer.isAtEnd(nearEndPx);
        }}
        role="region"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a pointer
        tabIndex={0}
        aria-label={en.messages.thread(props.who)}
      >
        <div role="list" className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
          {rows.map((row) => {
            const item = items[row.index];
            return (
              item && (
                <div
                  key={row.key}
                  ref={virtualizer.measureElement}
                  data-index={row.index}
                  role="listitem"
                  className={styles.item}
                  style={{ transform: `translateY(${row.start}px)` }}
                >
                  {item.kind === 'day' ? (
                    <h3 className={styles.day}>{item.heading}</h3>
                  ) : (
                    <BubbleLine
                      {...item}
                      threadId={props.threadId}
                      isGroup={props.isGroup}
                      isFound={isFound && row.index === foundAt}
                    />
                  )}
                </div>
              )
            );
          })}
        </div>
      </div>
      {isPlaced && (hasNewer || !virtualizer.isAtEnd(nearEndPx * 4)) && (
        <Button
          className={styles.newest}
          icon={<ArrowDown />}
          onClick={() => (hasNewer ? openThread(props.threadId) : virtualizer.scrollToEnd())}
        >
          {en.messages.newest}
        </Button>
      )}
    </div>
  );
}

/** Calls back after some frames have been painted; answers what stops it. */
function afterFrames(count: number, done: () => void): () => void {
  let left = count;
  let frame = requestAnimationFrame(function next() {
    left -= 1;
    if (left <= 0) done();
    else frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}

/** Reads out texts that arrive while the thread is open; scrolling the list reads out nothing. */
function Arrivals({ bubbles }: { readonly bubbles: readonly Bubble[] }) {
  const words = usePartyWords();
  const [openedAt] = useState(() => Date.now());
  const newest = bubbles.findLast(({ direction }) => direction === 'inbound');
  const isNew = newest?.from !== undefined && newest.at > openedAt;
  return (
    <div role="status" className="read-only-aloud">
      {isNew && newest.from && en.messages.arrived(words.title(newest.from), newest.text)}
    </div>
  );
}

function ownCount(bubbles: readonly Bubble[]): number {
  return bubbles.filter(({ id }) => id === undefined).length;
}

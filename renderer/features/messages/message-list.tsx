import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { failureOf } from '../../app/bridge.ts';
import { usePartyWords } from '../../app/party.ts';
import { en } from '../../strings/en.ts';
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
  readonly who: string;
  readonly isGroup: boolean;
}) {
  const { pages, items, bubbles, readOlder } = useThreadTexts(props.threadId);
  if (pages.isPending) return <SkeletonRows rows={4} />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (items.length === 0) {
    return <Empty icon={<MessageSquare />}>{en.messages.emptyThread}</Empty>;
  }
  return (
    <>
      <Scroller {...props} items={items} onNearStart={readOlder} ownCount={ownCount(bubbles)} />
      <Arrivals bubbles={bubbles} />
    </>
  );
}

const nearEndPx = 80;
const nearStartItems = 6;
const estimatedPx = 68;

function Scroller(props: {
  readonly threadId: ThreadId;
  readonly who: string;
  readonly isGroup: boolean;
  readonly items: readonly ThreadItem[];
  readonly ownCount: number;
  readonly onNearStart: () => void;
}) {
  const { items, onNearStart, ownCount: own } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [isPlaced, setIsPlaced] = useState(false);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedPx,
    getItemKey: (index) => items[index]?.key ?? index,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: nearEndPx,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const isNearStart = isPlaced && (rows[0]?.index ?? nearStartItems) < nearStartItems;

  // At first, and whenever the user has written something, the newest text is in sight.
  useLayoutEffect(() => {
    virtualizer.scrollToEnd();
    setIsPlaced(true);
  }, [virtualizer, own]);

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

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={() => {
          isAtEnd.current = virtualizer.isAtEnd(nearEndPx);
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
                    <BubbleLine {...item} threadId={props.threadId} isGroup={props.isGroup} />
                  )}
                </div>
              )
            );
          })}
        </div>
      </div>
      {isPlaced && !virtualizer.isAtEnd(nearEndPx * 4) && (
        <Button
          className={styles.newest}
          icon={<ArrowDown />}
          onClick={() => virtualizer.scrollToEnd()}
        >
          {en.messages.newest}
        </Button>
      )}
    </div>
  );
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

import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { EpochMs, ThreadId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { ArrowDown } from '../../ui/icons.ts';
import { BubbleLine } from './bubble.tsx';
import styles from './message-list.module.css';
import type { Anchor } from './use-opening.ts';
import { afterFrames, useKeptPlace } from './use-kept-place.ts';
import { useNewCount } from './use-new-count.ts';
import { dayAt, type ThreadItem } from './view-model.ts';

const nearEndPx = 80;
/** Where a way to the newest text is offered although nothing has come in there. */
const farPx = 4 * nearEndPx;
/** No place is so near the end: there are later texts, which the list must not run after. */
const nowherePx = -1;
const nearStartItems = 6;
const estimatedPx = 68;
/** Until a text is in its place: rows around it are measured first, and nothing is read meanwhile. */
const framesToPlace = 10;

type ScrollerProps = {
  readonly threadId: ThreadId;
  readonly anchor: Anchor | undefined;
  readonly who: string;
  readonly isGroup: boolean;
  readonly items: readonly ThreadItem[];
  readonly ownCount: number;
  /** There are later texts than those at hand. */
  readonly hasNewer: boolean;
  readonly onNearStart: () => void;
  readonly onNearEnd: () => void;
  readonly onEnd: () => void;
  /** When the last text was made that was there as the thread was opened. */
  readonly lastAt: EpochMs | undefined;
  /** Left and opened again, the thread is where it was. */
  readonly keepsPlace: boolean;
};

/** Draws the texts in sight, and holds them where they are while others come at both ends. */
export function MessageScroller(props: ScrollerProps) {
  const { items, onNearStart, onNearEnd, ownCount: own, anchor, hasNewer } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(anchor === undefined);
  const hasMoved = useRef(false);
  const move = (): void => {
    hasMoved.current = true;
  };
  const [isPlaced, setIsPlaced] = useState(false);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedPx,
    getItemKey: (index) => items[index]?.key ?? index,
    // What is drawn first is what will be seen: the end is not reached by way of the beginning.
    initialOffset: anchor === undefined ? items.length * estimatedPx : 0,
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
  const anchorAt = indexOf(items, anchor);
  const news = useNewCount(items, hasNewer, props.lastAt);

  // At first, and whenever the user has written something, the newest text is in sight; a text that
  // the thread was opened at is: one that was looked for in the middle, others at the top.
  const start = useRef(anchorAt >= 0 ? { at: anchorAt, own } : undefined);
  useLayoutEffect(() => {
    if (start.current?.own === own) {
      const align = anchor?.why === 'found' ? 'center' : 'start';
      virtualizer.scrollToIndex(start.current.at, { align });
    } else {
      virtualizer.scrollToEnd();
      setIsPlaced(true);
    }
    // Where it is opened is said once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [virtualizer, own]);
  useEffect(() => {
    if (isPlaced) return undefined;
    return afterFrames(framesToPlace, () => {
      if (anchor?.why === 'kept') scroller.current?.scrollBy(0, -anchor.belowPx);
      isAtEnd.current = !hasNewer && virtualizer.isAtEnd(nearEndPx);
      setIsPlaced(true);
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, for where it is opened
  }, [isPlaced]);
  useKeptPlace({
    threadId: props.keepsPlace ? props.threadId : undefined,
    virtualizer,
    items,
    isAtEnd,
    hasMoved,
  });

  // Opened at the end and not scrolled since: what is read before it, before the list was laid out, does
  // not lead away from there.
  useLayoutEffect(() => {
    if (isAtEnd.current && !hasMoved.current && !hasNewer) virtualizer.scrollToEnd();
  }, [virtualizer, items.length, hasNewer]);

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

  const top = virtualizer.scrollOffset ?? 0;
  const firstShown = rows.find(({ end }) => end > top + 1);
  return (
    <div className={styles.frame}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only tells the user's scrolling from the list's own */}
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={({ currentTarget: element }) => {
          // The virtualizer may hear of this scroll after us.
          const leftPx = element.scrollHeight - element.scrollTop - element.clientHeight;
          // Rows that are being measured move the end; only the user leaves it.
          if (!hasNewer && leftPx <= nearEndPx) isAtEnd.current = true;
          else if (hasMoved.current) isAtEnd.current = false;
          if (isAtEnd.current) news.see();
        }}
        onWheel={move}
        onTouchMove={move}
        onPointerDown={move}
        onKeyDown={move}
        role="region"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a pointer
        tabIndex={0}
        aria-label={strings.messages.thread(props.who)}
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
                  <Item
                    item={item}
                    threadId={props.threadId}
                    isGroup={props.isGroup}
                    isFound={anchor?.why === 'found' && row.index === anchorAt}
                  />
                </div>
              )
            );
          })}
        </div>
      </div>
      <StickyDay items={items} index={firstShown?.index} isShown={virtualizer.isScrolling} />
      {isPlaced && (hasNewer || !virtualizer.isAtEnd(news.count > 0 ? nearEndPx : farPx)) && (
        <Button
          className={styles.newest}
          icon={<ArrowDown />}
          onClick={() => (hasNewer ? props.onEnd() : virtualizer.scrollToEnd())}
        >
          {news.count > 0 ? strings.threads.newCount(news.count) : strings.messages.newest}
        </Button>
      )}
    </div>
  );
}

const Item = memo(function Item(props: {
  readonly item: ThreadItem;
  readonly threadId: ThreadId;
  readonly isGroup: boolean;
  readonly isFound: boolean;
}) {
  const { item } = props;
  switch (item.kind) {
    case 'day':
      return <h3 className={styles.day}>{item.heading}</h3>;
    case 'new':
      return (
        <h3 className={styles.new}>
          <span>{strings.threads.newMessages}</span>
        </h3>
      );
    case 'bubble':
      return (
        <BubbleLine
          bubble={item.bubble}
          startsRun={item.startsRun}
          endsRun={item.endsRun}
          threadId={props.threadId}
          isGroup={props.isGroup}
          isFound={props.isFound}
        />
      );
  }
});

/** The day of the texts at the top, while its own heading is out of sight; silent: the list says it. */
function StickyDay(props: {
  readonly items: readonly ThreadItem[];
  readonly index: number | undefined;
  /** While the list is scrolled: at rest it would stand before a text. */
  readonly isShown: boolean;
}) {
  const { items, index, isShown } = props;
  const heading = index === undefined ? undefined : dayAt(items, index);
  if (heading === undefined) return null;
  return (
    <div aria-hidden="true" className={cx(styles.sticky, isShown && styles.shown)}>
      <span>{heading}</span>
    </div>
  );
}

/** Of what is new, the line above it. */
function indexOf(items: readonly ThreadItem[], anchor: Anchor | undefined): number {
  if (anchor === undefined) return -1;
  const at = items.findIndex((item) => item.kind === 'bubble' && item.bubble.id === anchor.id);
  return anchor.why === 'new' && items[at - 1]?.kind === 'new' ? at - 1 : at;
}

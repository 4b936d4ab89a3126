import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { stepRow } from './step-row.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import styles from './virtual-list.module.css';

/** What a row puts on its main button, so that arrow keys can reach it and move on from it. */
export type RowProps = {
  readonly tabIndex: 0 | -1;
  readonly 'data-row': true;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** The row that the keyboard was on last, and where that was. */
type Reached = { readonly key: string | undefined; readonly index: number };

type VirtualListProps<T> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Pixels, before the row is measured. */
  readonly estimate: (item: T) => number;
  readonly renderRow: (item: T, row: RowProps) => ReactNode;
  /** Rows that can be moved to; the others are headings. */
  readonly isRow?: (item: T) => boolean;
  /** The last rows are near. */
  readonly onNearEnd?: () => void;
  /** The row that Tab lands on first. */
  readonly currentKey?: string;
};

const nearEndRows = 10;
const edgePx = 8;

/** A list that draws only the rows in sight; Tab enters it once, arrow keys move within it. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, keyOf } = props;
  const isRow = props.isRow ?? (() => true);
  const scroller = useKeptFocus<HTMLDivElement>();
  const wantsFocus = useRef(false);
  const [reached, setReached] = useState<Reached>();
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index] === undefined ? 0 : props.estimate(items[index])),
    getItemKey: (index) => (items[index] === undefined ? index : keyOf(items[index])),
    paddingStart: edgePx,
    paddingEnd: edgePx,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const tabIndexOf = tabStop(items, keyOf, isRow, reached ?? { key: props.currentKey, index: 0 });

  const lastDrawn = rows.at(-1)?.index ?? 0;
  const isNearEnd = items.length > 0 && lastDrawn >= items.length - nearEndRows;
  const { onNearEnd } = props;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, items.length, onNearEnd]);

  useEffect(() => {
    if (!wantsFocus.current) return;
    const target = scroller.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]');
    if (!target) return;
    wantsFocus.current = false;
    target.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent, from: number): void => {
    const to = stepRow(event.key, from, items.length, (index) => {
      const item = items[index];
      return item !== undefined && isRow(item);
    });
    const item = to === undefined ? undefined : items[to];
    if (to === undefined || item === undefined) return;
    event.preventDefault();
    wantsFocus.current = true;
    setReached({ key: keyOf(item), index: to });
    virtualizer.scrollToIndex(to, { align: 'auto' });
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="list"
        aria-label={props.label}
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {rows.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            <div
              key={row.key}
              ref={virtualizer.measureElement}
              data-index={row.index}
              role="listitem"
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={styles.item}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {props.renderRow(item, {
                tabIndex: tabIndexOf(item),
                'data-row': true,
                onFocus: () => setReached({ key: keyOf(item), index: row.index }),
                onKeyDown: (event) => onKeyDown(event, row.index),
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/**
 * Exactly one row can be tabbed to: the one reached last, or what has come into its place; else the
 * current one, else the first.
 */
function tabStop<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  isRow: (item: T) => boolean,
  wanted: Reached,
): (item: T) => 0 | -1 {
  const chosen =
    items.find((item) => isRow(item) && keyOf(item) === wanted.key) ??
    items.slice(wanted.index).find(isRow) ??
    items.findLast(isRow);
  return (item) => (item === chosen ? 0 : -1);
}

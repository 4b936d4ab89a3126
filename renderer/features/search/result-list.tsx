import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type MouseEvent } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { openItemMenu, openPressedPhone } from './result-menu.ts';
import { ResultRow } from './result-row.tsx';
import { openingAtPointer, type MenuOpening } from '../../ui/menu-key.ts';
import styles from './search.module.css';
import type { ResultItem } from './view-model.ts';

/** The keyboard stays where it is, which is in the field. */
function atPointer(event: MouseEvent): MenuOpening {
  const { activeElement } = document;
  return openingAtPointer(event, activeElement instanceof HTMLElement ? activeElement : null);
}

const nearEndRows = 10;
const edgePx = 8;

/** What was found, as the options of the field: the keyboard stays there, the lines in sight are drawn. */
export function ResultList(props: {
  readonly id: string;
  readonly items: readonly ResultItem[];
  readonly activeIndex: number;
  readonly rowHeight: number;
  readonly optionId: (index: number) => string;
  /** Pages read so far: another one may have brought nothing, and the next is wanted all the same. */
  readonly pages: number;
  readonly onNearEnd: () => void;
  readonly onHover: (index: number) => void;
  readonly onOpen: (index: number) => void;
}) {
  const { items, activeIndex, pages, onNearEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.rowHeight,
    getItemKey: (index) => items[index]?.key ?? index,
    paddingStart: edgePx,
    paddingEnd: edgePx,
    scrollPaddingStart: edgePx,
    scrollPaddingEnd: edgePx,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();

  const isNearEnd = (rows.at(-1)?.index ?? 0) >= items.length - nearEndRows;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, items.length, pages, onNearEnd]);

  const firstKey = items[0]?.key;
  useEffect(() => {
    if (activeIndex > 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
    else virtualizer.scrollToOffset(0);
  }, [virtualizer, activeIndex, firstKey]);

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        id={props.id}
        role="listbox"
        aria-label={strings.search.results}
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {rows.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            // The keys are handled by the field, which keeps the focus.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={row.key}
              ref={virtualizer.measureElement}
              id={props.optionId(row.index)}
              data-index={row.index}
              role="option"
              tabIndex={-1}
              aria-selected={row.index === activeIndex}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={styles.option}
              style={{ transform: `translateY(${row.start}px)` }}
              onMouseMove={() => props.onHover(row.index)}
              // Before the field loses the caret, which stays where it is.
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => {
                if (!openPressedPhone(event.target, atPointer(event))) props.onOpen(row.index);
              }}
              onContextMenu={(event) => {
                event.preventDefault();
                const at = atPointer(event);
                if (!openPressedPhone(event.target, at)) openItemMenu(item, at);
              }}
            >
              <ResultRow item={item} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

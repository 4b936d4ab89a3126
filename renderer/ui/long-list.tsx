import {
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { strings } from '../../shared/strings/strings.ts';
import { Button } from './button.tsx';
import { ArrowUp } from './icons.ts';
import { createGeometry, type BlockShape } from './long-geometry.ts';
import styles from './long-list.module.css';
import { SkeletonRow } from './skeleton.tsx';
import { stepRow } from './step-row.ts';
import { useLongScroll } from './use-long-scroll.ts';
import type { RowProps } from './virtual-list.tsx';

/** A list at one moment: its size, the rows that are at hand, and where headings are. */
export type LongListRows<T> = {
  readonly total: number;
  readonly blockSize: number;
  readonly rowAt: (index: number) => T | undefined;
  readonly shapes: readonly BlockShape[];
  /** Counts changes of the whole list; `shift` is how far the rows in sight moved with the last. */
  readonly version: number;
  readonly shift: number;
};

type LongListProps<T> = {
  readonly label: string;
  readonly rows: LongListRows<T>;
  readonly keyOf: (row: T) => string;
  /** Stable while what it draws does not change: rows that stay are not drawn again. */
  readonly renderRow: (row: T, props: RowProps) => ReactNode;
  readonly headingOf: (row: T) => string;
  /** Hears which rows are looked at. */
  readonly onLook: (sight: { first: number; last: number; isForward: boolean }) => void;
  /** The row that Tab lands on first. */
  readonly currentKey?: string | undefined;
};

/**
 * A list of any length. Only what is in sight is drawn and only what is near is kept; arrows, Page
 * and Home and End walk it, Enter opens, and what comes in above moves nothing that is looked at.
 */
export function LongList<T>(props: LongListProps<T>) {
  const { rows, keyOf, onLook } = props;
  const metrics = useMetrics();
  const geometry = useMemo(() => createGeometry({ ...rows, ...metrics }), [rows, metrics]);
  const { scroller, onScroll, drawn, heightPx, viewPx, reveal, moveTo } = useLongScroll(
    geometry,
    rows,
  );
  const [reached, setReached] = useReached(rows);
  const [hasFocus, setHasFocus] = useState(false);
  const wantsFocus = useRef(false);
  const focusedRow = useRef<Element>(undefined);

  useEffect(() => {
    onLook({
      first: drawn.first,
      last: Math.max(drawn.first, drawn.last),
      isForward: drawn.isForward,
    });
  }, [drawn, onLook]);

  // The row that was moved to may still be on its way from the disk: until then the list has the keys.
  useLayoutEffect(() => {
    // The row that had the keys has left the list: what came into its place has them now.
    const hasLeft = focusedRow.current?.isConnected === false;
    if (hasLeft && document.activeElement === document.body) wantsFocus.current = true;
    if (hasLeft) focusedRow.current = undefined;
    if (!wantsFocus.current) return;
    const target = scroller.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]');
    if (target) {
      wantsFocus.current = false;
      target.focus({ preventScroll: true });
    } else {
      scroller.current?.focus({ preventScroll: true });
    }
  });

  const first = indexOfKey(rows, drawn, keyOf, props.currentKey) ?? drawn.first;
  const tabStop = reached ?? first;
  const { total } = rows;
  const pageRows = Math.max(1, Math.floor(viewPx / metrics.rowPx) - 1);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const to = stepRow(event.key, tabStop, total, () => true, pageRows);
      if (to === undefined) return;
      event.preventDefault();
      wantsFocus.current = true;
      setReached(to);
      reveal(to);
    },
    [tabStop, total, pageRows, reveal, setReached],
  );

  const indexes = drawnIndexes(drawn, hasFocus ? reached : undefined);
  const keys = new Set<string>();
  return (
    <div className={styles.frame}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it has the keys while the row they lead to is being read */}
      <div
        ref={scroller}
        className={styles.scroller}
        role="group"
        tabIndex={-1}
        onScroll={onScroll}
        onFocus={({ target }) => {
          focusedRow.current = target;
          setHasFocus(true);
        }}
        onBlur={() => {
          focusedRow.current = undefined;
          setHasFocus(false);
        }}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget) onKeyDown(event);
        }}
      >
        <div
          role="list"
          aria-label={props.label}
          className={styles.list}
          style={{ height: heightPx }}
        >
          {indexes.map((index) => {
            const row = rows.rowAt(index);
            const own = row === undefined ? undefined : keyOf(row);
            const key = own === undefined || keys.has(own) ? `at ${index}` : own;
            keys.add(key);
            return (
              <Item
                key={key}
                index={index}
                total={rows.total}
                topPx={geometry.topOf(index) - drawn.basePx}
                row={row}
                heading={
                  row !== undefined && geometry.hasHeading(index) ? props.headingOf(row) : undefined
                }
                isTabStop={index === tabStop}
                renderRow={props.renderRow as (row: unknown, props: RowProps) => ReactNode}
                onReach={setReached}
                onKeyDown={onKeyDown}
              />
            );
          })}
        </div>
      </div>
      {drawn.isNewAbove && (
        <Button className={styles.above} icon={<ArrowUp />} onClick={() => moveTo(0)}>
          {strings.history.newAbove}
        </Button>
      )}
      {metrics.probes}
    </div>
  );
}

const Item = memo(function Item(props: {
  readonly index: number;
  readonly total: number;
  readonly topPx: number;
  readonly row: unknown;
  readonly heading: string | undefined;
  readonly isTabStop: boolean;
  readonly renderRow: (row: unknown, props: RowProps) => ReactNode;
  readonly onReach: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { index, row, onReach } = props;
  return (
    <div
      role="listitem"
      aria-setsize={props.total}
      aria-posinset={index + 1}
      data-index={index}
      className={styles.item}
      style={{ transform: `translateY(${props.topPx}px)` }}
    >
      {props.heading !== undefined && <h2 className={styles.heading}>{props.heading}</h2>}
      <div className={styles.row}>
        {row === undefined ? (
          <SkeletonRow />
        ) : (
          props.renderRow(row, {
            tabIndex: props.isTabStop ? 0 : -1,
            'data-row': true,
            onFocus: () => onReach(index),
            onKeyDown: props.onKeyDown,
          })
        )}
      </div>
    </div>
  );
});

/** The row that the keyboard has come to; it moves along when rows come in above it. */
function useReached(rows: Pick<LongListRows<unknown>, 'version' | 'shift' | 'total'>) {
  const [reached, setReached] = useState<number>();
  const [version, setVersion] = useState(rows.version);
  if (version !== rows.version) {
    setVersion(rows.version);
    if (reached !== undefined) {
      setReached(Math.max(0, Math.min(reached + rows.shift, rows.total - 1)));
    }
  }
  return [reached, setReached] as const;
}

/** What is in sight, and the row that has the keyboard wherever it is: it must not lose it. */
function drawnIndexes(
  drawn: { readonly first: number; readonly last: number },
  focused: number | undefined,
): readonly number[] {
  const count = Math.max(0, drawn.last - drawn.first + 1);
  const indexes = Array.from({ length: count }, (_, place) => drawn.first + place);
  if (focused === undefined || (focused >= drawn.first && focused <= drawn.last)) return indexes;
  return [...indexes, focused];
}

function indexOfKey<T>(
  rows: LongListRows<T>,
  drawn: { readonly first: number; readonly last: number },
  keyOf: (row: T) => string,
  wanted: string | undefined,
): number | undefined {
  if (wanted === undefined) return undefined;
  for (let index = drawn.first; index <= drawn.last; index += 1) {
    const row = rows.rowAt(index);
    if (row !== undefined && keyOf(row) === wanted) return index;
  }
  return undefined;
}

/** What rows and headings measure now: density and text size change it. */
function useMetrics() {
  const row = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLDivElement>(null);
  const [px, setPx] = useState({ rowPx: 56, headingPx: 36 });
  useLayoutEffect(() => {
    const measure = (): void => {
      const rowPx = row.current?.offsetHeight ?? 0;
      const headingPx = heading.current?.offsetHeight ?? 0;
      if (rowPx > 0) {
        setPx((now) =>
          now.rowPx === rowPx && now.headingPx === headingPx ? now : { rowPx, headingPx },
        );
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (row.current) observer.observe(row.current);
    return () => observer.disconnect();
  }, []);
  return useMemo(
    () => ({
      ...px,
      probes: (
        <div className={styles.probe} aria-hidden="true">
          <div ref={row} className={styles.row} />
          <div ref={heading} className={styles.heading} />
        </div>
      ),
    }),
    [px],
  );
}

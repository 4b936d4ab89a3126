import { useLayoutEffect, useRef, type ReactNode, type Ref } from 'react';
import { useMedia, wide } from './use-media.ts';
import { cx } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { ChevronLeft } from './icons.ts';
import styles from './panes.module.css';
import { strings } from '../../shared/strings/strings.ts';

/**
 * A list with the detail of what is chosen in it: side by side where there is room, else the detail
 * slides over the list, which is then out of reach until it has gone.
 */
export function Panes(props: {
  readonly list: ReactNode;
  readonly listRef?: Ref<HTMLDivElement>;
  readonly detail: ReactNode;
  readonly isDetailOpen: boolean;
  readonly detailLabel: string;
}) {
  const { isDetailOpen, list, listRef } = props;
  const isWide = useMedia(wide);
  const detail = useRef<HTMLElement>(null);
  const leftRow = useRef<HTMLElement>(null);
  const isCovered = isDetailOpen && !isWide;
  const leftDetail = useRef<HTMLElement>(null);
  const wasOpen = useRef(isDetailOpen);

  useLayoutEffect(() => {
    if (wasOpen.current === isDetailOpen) return;
    wasOpen.current = isDetailOpen;
    const active = document.activeElement;
    const isInDetail = detail.current?.contains(active) === true;
    if (isDetailOpen) {
      // The list is out of reach from here on: the keyboard goes where the eye does.
      if (isCovered && !isInDetail) detail.current?.querySelector('button')?.focus();
    } else if (active === document.body || isInDetail) {
      leftRow.current?.focus();
    }
  }, [isDetailOpen, isCovered]);

  useLayoutEffect(() => {
    // One detail has made way for another, and took the keyboard along.
    if (leftDetail.current?.isConnected !== false) return;
    leftDetail.current = null;
    if (document.activeElement !== document.body) return;
    if (isCovered) detail.current?.querySelector('button')?.focus();
    else leftRow.current?.focus();
  });

  return (
    <div className={styles.panes}>
      <div
        ref={listRef}
        className={styles.list}
        inert={isCovered}
        onFocus={(event) => {
          leftRow.current = event.target;
          leftDetail.current = null;
        }}
      >
        {list}
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only remembers where the keyboard was */}
      <section
        ref={detail}
        aria-label={props.detailLabel}
        className={cx(styles.detail, isDetailOpen && styles.open)}
        inert={!isWide && !isDetailOpen}
        onFocus={(event) => {
          leftDetail.current = event.target;
        }}
      >
        {props.detail}
      </section>
    </div>
  );
}

/** The head of a detail: the way back where the list is covered, a title, what can be done. */
export function PaneHead(props: {
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly onBack: () => void;
}) {
  return (
    <header className={styles.head}>
      <IconButton
        className={styles.back}
        label={strings.app.back}
        hint={false}
        icon={<ChevronLeft />}
        onClick={props.onBack}
      />
      <div className={styles.headWords}>{props.children}</div>
      {props.actions}
    </header>
  );
}

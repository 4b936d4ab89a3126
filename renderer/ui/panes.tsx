import { useEffect, useRef, type ReactNode } from 'react';
import { useMedia, wide } from './use-media.ts';
import { cx } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { ChevronLeft } from './icons.ts';
import styles from './panes.module.css';
import { en } from '../strings/en.ts';

/**
 * A list with the detail of what is chosen in it: side by side where there is room, else the detail
 * slides over the list, which is then out of reach until it has gone.
 */
export function Panes(props: {
  readonly list: ReactNode;
  readonly detail: ReactNode;
  readonly isDetailOpen: boolean;
  readonly detailLabel: string;
}) {
  const isWide = useMedia(wide);
  const detail = useRef<HTMLElement>(null);
  const leftRow = useRef<HTMLElement>(null);
  const isCovered = props.isDetailOpen && !isWide;
  const wasOpen = useRef(props.isDetailOpen);

  useEffect(() => {
    if (wasOpen.current === props.isDetailOpen) return;
    wasOpen.current = props.isDetailOpen;
    const active = document.activeElement;
    const isInDetail = detail.current?.contains(active) === true;
    if (props.isDetailOpen) {
      // The list is out of reach from here on: the keyboard goes where the eye does.
      if (isCovered && !isInDetail) detail.current?.querySelector('button')?.focus();
    } else if (active === document.body || isInDetail) {
      leftRow.current?.focus();
    }
  }, [props.isDetailOpen, isCovered]);

  return (
    <div className={styles.panes}>
      <div
        className={styles.list}
        inert={isCovered}
        onFocus={(event) => {
          leftRow.current = event.target;
        }}
      >
        {props.list}
      </div>
      <section
        ref={detail}
        aria-label={props.detailLabel}
        className={cx(styles.detail, props.isDetailOpen && styles.open)}
        inert={!isWide && !props.isDetailOpen}
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
        label={en.app.back}
        hint={false}
        icon={<ChevronLeft />}
        onClick={props.onBack}
      />
      <div className={styles.headWords}>{props.children}</div>
      {props.actions}
    </header>
  );
}

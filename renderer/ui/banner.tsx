import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { cx } from './class-names.ts';
import { AlertCircle, Info, TriangleAlert } from './icons.ts';

type Tone = 'danger' | 'warning' | 'info';

const icons = { danger: AlertCircle, warning: TriangleAlert, info: Info } as const;

/** What happened, what to do, and the button that does it. */
export function Banner(props: {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Flush to the edges of the pane it tops, instead of standing in it. */
  readonly isFlush?: boolean;
  readonly role?: 'alert' | 'status';
}) {
  const Icon = icons[props.tone];
  return (
    <div
      className={cx(styles.banner, styles[props.tone], props.isFlush && styles.flush)}
      role={props.role}
    >
      <Icon aria-hidden="true" />
      <div className={styles.words}>
        <strong>{props.title}</strong>
        {props.children && <p>{props.children}</p>}
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}

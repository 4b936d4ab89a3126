import type { ReactNode } from 'react';
import styles from './aside.module.css';
import { Button } from './button.tsx';

/** Says above a form what was set aside for what is in it now, and leads back to it. */
export function Aside(props: {
  readonly goBack: string;
  readonly onGoBack: () => void;
  readonly children: ReactNode;
}) {
  return (
    <p className={styles.aside}>
      <span>{props.children}</span>
      <Button variant="quiet" onClick={props.onGoBack}>
        {props.goBack}
      </Button>
    </p>
  );
}

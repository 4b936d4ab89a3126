import type { ReactNode } from 'react';
import styles from './disclosure.module.css';
import { ChevronRight } from './icons.ts';

/** Something that is there for whoever asks; the page itself remembers whether it is open. */
export function Disclosure(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary className={styles.summary}>
        <ChevronRight aria-hidden="true" />
        {props.title}
      </summary>
      <div className={styles.body}>{props.children}</div>
    </details>
  );
}

/** Opens whatever hides an element and puts the caret into it. */
export function reveal(element: HTMLElement): void {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  element.focus();
}

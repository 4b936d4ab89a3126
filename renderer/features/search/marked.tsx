import type { ReactNode } from 'react';
import type { Excerpt } from '../../../shared/model/search.ts';
import styles from './search.module.css';

/** A text with the hits in it marked. */
export function Marked({ excerpt }: { readonly excerpt: Excerpt }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of excerpt.marks) {
    parts.push(excerpt.text.slice(at, start));
    parts.push(
      <mark key={start} className={styles.mark}>
        {excerpt.text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      {excerpt.text.slice(at)}
    </>
  );
}

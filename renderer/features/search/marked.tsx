import { useMemo, type ReactNode } from 'react';
import type { Excerpt } from '../../../shared/model/search.ts';
import { piecesOf } from '../../app/phone/pieces.ts';
import { useHomeCountry } from '../../app/queries.ts';
import { excerptWithin } from './excerpt.ts';
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

/**
 * The same with the numbers in it told apart. The line is an option, which holds nothing to press
 * of its own: the list knows by `data-phone` what was pressed.
 */
export function MarkedPhones({ excerpt }: { readonly excerpt: Excerpt }) {
  const home = useHomeCountry();
  const pieces = useMemo(() => piecesOf(excerpt.text, home), [excerpt.text, home]);
  return pieces.map(({ start, text, number }) => {
    const words = <Marked excerpt={excerptWithin(excerpt, start, start + text.length)} />;
    return (
      <span key={start} className={number && styles.phone} data-phone={number}>
        {words}
      </span>
    );
  });
}

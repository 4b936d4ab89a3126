import type { ReactNode } from 'react';
import { failureOf } from '../../app/bridge.ts';
import type { Pages } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import styles from './do-not-call.module.css';
import cards from './settings.module.css';

/** A list of numbers that somebody is asked about, read page by page. */
export function NumberList<Row>(props: {
  readonly list: Pages<Row>;
  readonly words: Readonly<Record<'list' | 'empty' | 'more', string>>;
  /** One line, with a key of its own. */
  readonly children: (row: Row) => ReactNode;
}) {
  const { words } = props;
  const { pages, rows, readOn } = props.list;
  if (pages.isPending) return <SkeletonRows rows={3} />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (rows.length === 0) return <p className={cards.advice}>{words.empty}</p>;
  return (
    <>
      <ul className={styles.list} aria-label={words.list}>
        {rows.map(props.children)}
      </ul>
      {pages.hasNextPage && <Button onClick={readOn}>{words.more}</Button>}
    </>
  );
}

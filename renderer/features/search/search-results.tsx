import { Fragment, useEffect } from 'react';
import { failureOf } from '../../app/bridge.ts';
import { useSettings } from '../../app/queries.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Search } from '../../ui/icons.ts';
import { rowHeight } from '../../ui/row-height.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { ResultList } from './result-list.tsx';
import styles from './search.module.css';
import { changeSearch, isNarrowed, searchEverything, type SearchForm } from './store.ts';
import type { useSearch } from './use-search.ts';
import type { ResultItem } from './view-model.ts';

/** What was found, or why there is nothing to show. */
export function SearchResults(props: {
  readonly form: SearchForm;
  readonly search: ReturnType<typeof useSearch>;
  readonly items: readonly ResultItem[];
  readonly list: {
    readonly id: string;
    readonly optionId: (index: number) => string;
    readonly activeIndex: number;
  };
  readonly onHover: (index: number) => void;
  readonly onOpen: (index: number) => void;
}) {
  const { form, search, items, list } = props;
  const { query, readOn, pages, text } = search;
  const height = rowHeight(useSettings().data?.density);
  const isReadingOn = items.length === 0 && query.hasNextPage;
  useEffect(() => {
    // A page may have looked through as much as it may and found nothing.
    if (isReadingOn && pages > 0) readOn();
  }, [isReadingOn, pages, readOn]);

  if (text === '') return <Examples />;
  if (query.isPending) return <SkeletonRows />;
  if (query.isError && !query.isFetchNextPageError) {
    return <FailureState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />;
  }
  if (items.length === 0)
    return isReadingOn ? <LookingBack /> : <Nothing form={form} text={text} />;
  return (
    <>
      <p className={styles.count} aria-hidden="true">
        {search.hits.length === 0
          ? strings.search.none(text)
          : strings.search.found(search.hits.length, query.hasNextPage)}
      </p>
      <ResultList
        {...list}
        items={items}
        rowHeight={height}
        pages={pages}
        onNearEnd={readOn}
        onHover={props.onHover}
        onOpen={props.onOpen}
      />
      {query.isFetchingNextPage && <LookingBack />}
    </>
  );
}

function Examples() {
  return (
    <Empty icon={<Search />}>
      <strong>{strings.search.empty}</strong>
      <br />
      {strings.search.examples}
      <span className={styles.examples}>
        {strings.search.example.map(({ text, means }) => (
          <Fragment key={text}>
            <Button onClick={() => changeSearch({ text })}>{text}</Button>
            <span>{means}</span>
          </Fragment>
        ))}
      </span>
    </Empty>
  );
}

function Nothing({ form, text }: { readonly form: SearchForm; readonly text: string }) {
  if (!isNarrowed(form)) {
    return (
      <Empty icon={<Search />}>
        <strong>{strings.search.none(text)}</strong>
        <br />
        {strings.search.noneAdvice}
      </Empty>
    );
  }
  return (
    <Empty
      icon={<Search />}
      action={<Button onClick={searchEverything}>{strings.search.everything}</Button>}
    >
      {strings.search.noneNarrowed(text)}
    </Empty>
  );
}

function LookingBack() {
  return (
    <p className={styles.count} role="status">
      {strings.search.lookingBack}
    </p>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Failure } from '../../shared/failure.ts';
import type { Outline } from '../../shared/model/history.ts';
import { failureOf } from './bridge.ts';
import type { LongListRows } from '../ui/long-list.tsx';
import { LongRows, type LongSource } from './long-rows.ts';

/** Enough for the tallest window, read while the length of the list is being found out. */
const firstRows = 60;

export type LongListState<T> = {
  readonly snapshot: LongListRows<T>;
  /** What is shown is a list of its own for each of these. */
  readonly listKey: string;
  /** Nothing can be shown yet. */
  readonly isPending: boolean;
  /** There is nothing to show, as main has said. */
  readonly isEmpty: boolean;
  readonly failure: Failure | undefined;
  readonly look: (sight: { first: number; last: number; isForward: boolean }) => void;
  readonly retry: () => void;
};

/**
 * A list of any length, read in blocks and read anew where it is looked at when main says that it
 * has changed. While a filter is narrowed the rows found before stay in place.
 */
export function useLongRows<T>(
  queryKey: readonly unknown[],
  source: LongSource<T> & { readonly fetchOutline: () => Promise<Outline> },
): LongListState<T> {
  const outline = useQuery({
    queryKey: [...queryKey, 'outline'],
    queryFn: () => source.fetchOutline(),
  });
  const first = useQuery({
    queryKey: [...queryKey, 'first'],
    queryFn: () => source.fetchBlock(undefined, firstRows),
  });
  const listKey = JSON.stringify(queryKey);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all that the source depends on
  const rows = useMemo(() => new LongRows(source), [listKey]);
  const [shown, setShown] = useState({ rows, listKey });
  const [trouble, setTrouble] = useState<Failure>();

  useEffect(
    () => rows.subscribe(() => setShown((now) => (now.rows === rows ? now : { rows, listKey }))),
    [rows, listKey],
  );
  useEffect(() => {
    if (first.data !== undefined) rows.begin(first.data);
  }, [rows, first.data]);
  useEffect(() => {
    if (outline.data === undefined) return;
    setTrouble(undefined);
    rows.adopt(outline.data).catch((error: unknown) => setTrouble(failureOf(error)));
  }, [rows, outline.data, outline.dataUpdatedAt]);
  const { groupOf } = source;
  useEffect(() => rows.regroup(groupOf), [rows, groupOf]);

  const snapshot = useSyncExternalStore(shown.rows.subscribe, shown.rows.getSnapshot);
  const hasNothing = snapshot.version === 0 && snapshot.total === 0;
  const failure = outline.isError ? failureOf(outline.error) : trouble;
  return {
    snapshot,
    listKey: shown.listKey,
    isPending: hasNothing && failure === undefined,
    isEmpty: snapshot.version > 0 && snapshot.total === 0,
    failure: hasNothing ? failure : undefined,
    look: shown.rows.look,
    retry: () => void outline.refetch(),
  };
}

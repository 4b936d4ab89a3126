import { integerOf } from './query.ts';

export type Page<T> = {
  readonly uri: string;
  readonly records: readonly T[];
  readonly paging: Readonly<Record<string, number>>;
  readonly navigation: Readonly<Record<string, { readonly uri: string }>>;
};

export type PageOptions = {
  readonly defaultPerPage?: number;
  readonly maxPerPage?: number;
  /** The call log leaves out totals and the last page (RingCentral's guide to the call log). */
  readonly totals?: boolean;
};

/** Cuts one page out of a list, with RingCentral's paging and navigation around it. */
export function pageOf<T, R>(
  all: readonly T[],
  address: string,
  query: URLSearchParams,
  toRecord: (item: T) => R,
  options: PageOptions = {},
): Page<R> {
  const { defaultPerPage = 100, maxPerPage = 1_000, totals = true } = options;
  const perPage = perPageOf(query, defaultPerPage, maxPerPage);
  const page = integerOf(query, 'page', { min: 1 }) ?? 1;
  const totalPages = Math.max(1, Math.ceil(all.length / perPage));
  const start = (page - 1) * perPage;
  const items = all.slice(start, start + perPage);
  const link = (number: number): { uri: string } => {
    const linkQuery = new URLSearchParams(query);
    linkQuery.delete('access_token');
    linkQuery.set('page', String(number));
    linkQuery.set('perPage', String(perPage));
    return { uri: `${address}?${linkQuery.toString()}` };
  };
  return {
    uri: link(page).uri,
    records: items.map(toRecord),
    paging: {
      page,
      perPage,
      ...(items.length > 0 ? { pageStart: start, pageEnd: start + items.length - 1 } : {}),
      ...(totals ? { totalPages, totalElements: all.length } : {}),
    },
    navigation: {
      firstPage: link(1),
      ...(page < totalPages ? { nextPage: link(page + 1) } : {}),
      ...(page > 1 ? { previousPage: link(page - 1) } : {}),
      ...(totals ? { lastPage: link(totalPages) } : {}),
    },
  };
}

function perPageOf(query: URLSearchParams, fallback: number, max: number): number {
  const word = query.get('perPage');
  if (word === 'max' || word === 'all') return max;
  return integerOf(query, 'perPage', { min: 1, max }) ?? fallback;
}

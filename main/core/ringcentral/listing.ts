import type { ListWindow, SyncFrom } from './api.ts';
import type { Lane, Outcome } from './outcome.ts';
import { extension } from './paths.ts';
import type { ListPage, SyncPage } from './records.ts';
import type { ApiRequest, Requester } from './requester.ts';
import { hasNextPage, readList, readSyncPage, type List, type RecordReader } from './schemas.ts';

/**
 * As many records of a list as RingCentral gives in one page (its API reference: directory at most
 * 2000).
 */
const perPage = 1_000;
/** More pages than any account has, so that a server that never ends does not hold us for ever. */
const mostPages = 50;

type Query = NonNullable<ApiRequest<unknown>['query']>;

/** Reads a whole list, page after page. */
export async function listAll<T>(
  send: Requester,
  {
    path,
    lane,
    reader,
  }: { readonly path: string; readonly lane: Lane; readonly reader: RecordReader<T> },
): Promise<Outcome<SyncPage<T>>> {
  const pages: List<T>[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const outcome = await listPage(send, { path, query: { page, perPage }, lane, reader });
    if (outcome.kind !== 'ok') return outcome;
    pages.push(outcome.value);
    if (!outcome.value.hasMore) break;
  }
  const value = {
    records: pages.flatMap(({ records }) => records),
    deleted: pages.flatMap(({ deleted }) => deleted),
    unreadable: pages.flatMap(({ unreadable }) => unreadable),
    syncToken: undefined,
    nextPageId: undefined,
  };
  return { kind: 'ok', value };
}

/** Reads one page of a list. */
export function listPage<T>(
  send: Requester,
  request: {
    readonly path: string;
    readonly query: Query;
    readonly lane: Lane;
    readonly reader: RecordReader<T>;
  },
): Promise<Outcome<ListPage<T>>> {
  const { path, query, lane, reader } = request;
  return send({
    method: 'GET',
    path,
    query,
    lane,
    area: 'other',
    parse: (answer) => ({ ...readList(answer, reader), hasMore: hasNextPage(answer) }),
  });
}

/** Asks a sync endpoint once. */
export function syncPage<T>(
  send: Requester,
  name: 'message-sync' | 'call-log-sync' | 'address-book-sync',
  query: Query,
  lane: Lane,
  reader: RecordReader<T>,
): Promise<Outcome<SyncPage<T>>> {
  return send({
    method: 'GET',
    path: `${extension}/${name}`,
    query,
    lane,
    area: 'other',
    parse: (answer) => readSyncPage(answer, reader),
  });
}

export function hasToken(from: SyncFrom): from is { readonly syncToken: string } {
  return 'syncToken' in from;
}

/** The date is always sent: what is taken without one differs between RingCentral's own pages. */
export function syncQuery(from: SyncFrom): Query {
  if (hasToken(from)) return { syncType: 'ISync', syncToken: from.syncToken };
  return {
    syncType: 'FSync',
    dateFrom: new Date(from.dateFrom).toISOString(),
    recordCount: from.recordCount,
  };
}

/**
 * A page of a window of time; both ends are always sent (RingCentral's guide to the message store
 * and the call log: 24 hours otherwise).
 */
export function windowQuery({ dateFrom, dateTo, page, perPage: most }: ListWindow): Query {
  return {
    dateFrom: new Date(dateFrom).toISOString(),
    dateTo: new Date(dateTo).toISOString(),
    page,
    perPage: most,
  };
}

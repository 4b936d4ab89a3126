import { failure, type Failure } from '../../../../shared/failure.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { ListWindow } from '../../ringcentral/api.ts';
import type { Outcome } from '../../ringcentral/outcome.ts';
import type { ListPage } from '../../ringcentral/records.ts';
import type { BackfillFeed, BackfillStep } from './rows.ts';

/** A list of RingCentral's, how its records are dated, and who writes them down. */
export type Source<T> = {
  readonly feed: BackfillFeed;
  list(window: ListWindow): Promise<Outcome<ListPage<T>>>;
  timeOf(record: T): EpochMs;
  /** Writes a page; the steps go with its last rows. Not while a record is held back. */
  write(page: ListPage<T>, steps: readonly BackfillStep[]): Promise<{ readonly heldBack: number }>;
};

export type Stretch = { readonly from: EpochMs; readonly until: EpochMs };

/** What was found in a stretch that has been read whole. */
export type Found = { readonly records: number; readonly oldestAt: EpochMs | undefined };

export type StretchEnd =
  | (Found & { readonly kind: 'read'; readonly requests: number })
  | { readonly kind: 'stopped' }
  /** A text that is going out keeps its record waiting: the stretch has to be read again. */
  | { readonly kind: 'held-back' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'trouble'; readonly failure: Failure };

/** More than any stretch needs, so that a server that always has more does not hold us for ever. */
const mostRequests = 500;

/**
 * Reads a stretch of the past page by page and writes it down; with the last page goes what
 * `steps` makes of what was found, so that after a crash the stretch is read again or never.
 *
 * The next page is asked for by the time of the oldest record rather than by its number, because a
 * record that is deleted meanwhile would move all others up a place, past the edge of the page.
 * By number it goes on where the time does not help: many records of one instant, or a list that is
 * not in order. A further page that brings nothing new is the end,
 * whatever the server says of more.
 */
export async function readStretch<T extends { readonly id: string }>(
  source: Source<T>,
  stretch: Stretch,
  options: {
    readonly perPage: number;
    readonly steps: (found: Found) => readonly BackfillStep[];
    readonly mayGoOn: () => boolean;
  },
): Promise<StretchEnd> {
  const seen = new Set<string>();
  let oldestAt: EpochMs | undefined;
  // Whether `dateTo` itself counts is not said: a record at the edge comes twice rather than never.
  let place = { dateTo: stretch.until + 1, page: 1 };
  for (let requests = 1; requests <= mostRequests; requests += 1) {
    const window = { dateFrom: stretch.from, ...place, perPage: options.perPage };
    const outcome = await source.list(window);
    if (!options.mayGoOn()) return { kind: 'stopped' };
    if (outcome.kind !== 'ok') {
      const isRefused = outcome.kind === 'refused' && outcome.status === 400;
      return { kind: isRefused ? 'refused' : 'trouble', failure: outcome.failure };
    }
    const page = outcome.value;
    const before = seen.size;
    for (const { id } of [...page.records, ...page.deleted, ...page.unreadable]) seen.add(id);
    const times = page.records.map(source.timeOf);
    // One from outside the window is written, and says nothing of what lies within.
    const within = times.filter((at) => at >= stretch.from && at <= place.dateTo);
    const oldestHere = within.reduce((oldest, at) => Math.min(oldest, at), Infinity);
    if (within.length > 0) oldestAt = Math.min(oldestAt ?? Infinity, oldestHere);
    const isInVain = seen.size === before;
    const isLast = !page.hasMore || (isInVain && place.page > 1);
    const found = { records: seen.size, oldestAt };
    const { heldBack } = await source.write(page, isLast ? options.steps(found) : []);
    if (heldBack > 0) return { kind: 'held-back' };
    if (isLast) return { kind: 'read', requests, ...found };
    place = isInVain ? pageAfter(place) : nextPlace(place, within, oldestHere);
  }
  return { kind: 'trouble', failure: failure('offline', 'server.error') };
}

type Place = { readonly dateTo: EpochMs; readonly page: number };

function nextPlace(place: Place, times: readonly EpochMs[], oldestHere: EpochMs): Place {
  const isInOrder = times.every((at, index) => index === 0 || at <= (times[index - 1] ?? at));
  const dateTo = oldestHere + 1;
  if (isInOrder && times.length > 0 && dateTo < place.dateTo) return { dateTo, page: 1 };
  return pageAfter(place);
}

function pageAfter({ dateTo, page }: Place): Place {
  return { dateTo, page: page + 1 };
}

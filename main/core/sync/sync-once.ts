import { doubledMs } from '../backoff.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { SyncFrom } from '../ringcentral/api.ts';
import type { Outcome } from '../ringcentral/outcome.ts';
import type { SyncPage } from '../ringcentral/records.ts';

/** How far back a full sync goes, and how many records it asks for. */
export type FullWindow = { readonly dateFrom: EpochMs; readonly recordCount: number };

/** What a sync brought, or why it brought nothing. */
export type Fetched<T> =
  | { readonly trouble: Failure }
  | {
      readonly page: SyncPage<T>;
      /** There was no token, or the server did not take it. */
      readonly isFull: boolean;
    };

/**
 * Asks for what is new since the token, or for a full window when there is no token or the server
 * refuses it: it may do so at any time (RingCentral's guide to the message store and the call log),
 * and any 400 to a token means just that.
 */
export async function fetchSince<T>(
  token: string | undefined,
  full: FullWindow,
  fetch: (from: SyncFrom) => Promise<Outcome<SyncPage<T>>>,
): Promise<Fetched<T>> {
  if (token !== undefined) {
    const outcome = await fetch({ syncToken: token });
    if (!isTokenRefused(outcome)) return toFetched(outcome, false);
  }
  return toFetched(await fetch(full), true);
}

/** MSG-333, CMN-101, CLG-101 to 105: the token is over, or more has changed than it can tell. */
export function isTokenRefused(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'refused' && outcome.status === 400;
}

function toFetched<T>(outcome: Outcome<SyncPage<T>>, isFull: boolean): Fetched<T> {
  return outcome.kind === 'ok' ? { page: outcome.value, isFull } : { trouble: outcome.failure };
}

/**
 * What a full sync that began at `now` brought for certain: everything from its oldest record on.
 * RingCentral may cut an answer where it likes, so that what lies before that record is left to
 * the backfill even when fewer came than were asked for. A record from before the window that was
 * asked for says nothing of what lies between.
 */
export function coverageOf(
  page: Pick<SyncPage<unknown>, 'unreadable'>,
  times: readonly EpochMs[],
  { dateFrom, now }: { readonly dateFrom: EpochMs; readonly now: EpochMs },
): { readonly coveredFrom: EpochMs; readonly oldestAt: EpochMs } {
  const within = times.filter((at) => at >= dateFrom);
  if (within.length > 0) {
    const oldestAt = within.reduce((oldest, at) => Math.min(oldest, at));
    return { coveredFrom: oldestAt, oldestAt };
  }
  // Of records that cannot be read not even the time is known.
  const isEmpty = times.length + page.unreadable.length === 0;
  return { coveredFrom: isEmpty ? dateFrom : now, oldestAt: now };
}

const firstSlowMs = 5_000;
const longestSlowMs = 5 * 60_000;

/**
 * Slows a feed down whose tokens do not hold: one full sync is how it should be, from the second in
 * a row on each one doubles the time to the next.
 */
export function createTokenPatience(): {
  /** A sync came through; in vain was the token when it was refused, or when none came. */
  note(isInVain: boolean): void;
  /** The least time from the beginning of one sync to that of the next. */
  spacingMs(): number;
} {
  let inVain = 0;
  return {
    note(isInVain) {
      inVain = isInVain ? inVain + 1 : 0;
    },
    spacingMs: () =>
      inVain < 2 ? 0 : doubledMs({ firstMs: firstSlowMs, longestMs: longestSlowMs }, inVain),
  };
}

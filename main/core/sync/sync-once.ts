import type { Failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { SyncFrom } from '../ringcentral/api.ts';
import type { Outcome } from '../ringcentral/outcome.ts';
import type { SyncPage } from '../ringcentral/records.ts';

/** How far back a full sync goes, and how many records it asks for. */
export type FullWindow = { readonly dateFrom: EpochMs; readonly recordCount: number };

/**
 * Asks for what is new since the token, or for a full window when there is no token or the server
 * refuses it: it may do so at any time (FACTS 3.7, 4.2), and any 400 to a token means just that.
 */
export async function fetchSince<T>(
  token: string | undefined,
  full: FullWindow,
  fetch: (from: SyncFrom) => Promise<Outcome<SyncPage<T>>>,
): Promise<Outcome<SyncPage<T>>> {
  if (token === undefined) return fetch(full);
  const outcome = await fetch({ syncToken: token });
  return isTokenRefused(outcome) ? fetch(full) : outcome;
}

/** MSG-333, CMN-101, CLG-101 to 105: the token is over, or more has changed than it can tell. */
export function isTokenRefused(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'refused' && outcome.status === 400;
}

/** A page, or the failure that stands in its way. */
export function toPage<T>(
  outcome: Outcome<SyncPage<T>>,
): { readonly page: SyncPage<T> } | { readonly trouble: Failure } {
  return outcome.kind === 'ok' ? { page: outcome.value } : { trouble: outcome.failure };
}

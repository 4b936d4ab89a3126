import type { Finding } from '../model/diagnostics.ts';
import { valuesOf, type Values } from './values.ts';

/*
 * The values each finding's words use, as main fills them. Those marked ? may be left out; what is
 * not listed has none. Numbers of phones are masked before they come here.
 *
 * credentials.present   method (browser | jwt | password), host
 * server.reached        host, ms
 * server.away           host
 * server.foreign        host
 * clock.off             minutes (whole, positive), ahead (1 ahead, 0 behind)
 * app-permissions.some  count (missing); items: one for each permission, by RingCentral's id
 * user-permissions.some the same
 * text-number.able      number (masked), count (how many can)
 * text-number.none      code? (what RingCentral refused the question with)
 * phone.ready           label
 * phone.offline         label
 * rate-budget.*         items: one for each group: used, limit, resumesAt?
 * push.connected        sinceAt
 * push.waiting          retryAt?
 * push.refused          permission?
 * sync.*                items: one for each feed: lastSyncedAt?, code?, forbidden? (1)
 * sync.behind           forbidden (feeds that are not permitted)
 * archive.healthy       sizeBytes, calls, texts
 * local-api.open        port
 * local-api.failed      port
 * archive.quarantined   count (records that could not be read); items: feed, id, reason
 */

/** What a check found, and for what is not as it should be the reason and what to do. */
export type FindingWords = { readonly title: string; readonly advice: string | undefined };

type Fine =
  | 'credentials.present'
  | 'credentials.demo'
  | 'server.reached'
  | 'clock.right'
  | 'token.valid'
  | 'app-permissions.all'
  | 'user-permissions.all'
  | 'text-number.able'
  | 'phone.ready'
  | 'rate-budget.free'
  | 'push.connected'
  | 'sync.current'
  | 'archive.healthy'
  | 'key-ring.os'
  | 'tel-handler.sidetone'
  | 'local-api.off'
  | 'local-api.open';

export type Advised = { readonly title: string; readonly advice: string };

/** A finding that is fine needs no advice; every other one does, or it does not compile. */
export type FindingSentences = Readonly<Record<Fine, (values: Values) => string>> &
  Readonly<Record<Exclude<Finding, Fine>, (values: Values) => Advised>>;

/** Words that need no values. */
export const advises = (title: string, advice: string) => (): Advised => ({ title, advice });

/** Puts what a check found into a language's words. */
export function createFindingWords(sentences: FindingSentences) {
  return (finding: Finding, params: Readonly<Record<string, string | number>>): FindingWords => {
    const said = sentences[finding](valuesOf(params));
    return typeof said === 'string' ? { title: said, advice: undefined } : said;
  };
}

/** The server a finding is about, by name. */
export const serverOf = ({ text }: Values): string => text('host') ?? 'RingCentral';
/** A number of a finding; 0 where main gave none. */
export const countOf = ({ number }: Values, name: string): number => number(name) ?? 0;

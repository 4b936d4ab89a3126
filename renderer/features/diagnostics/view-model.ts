import type { Check, CheckId, CheckItem, CheckOutcome } from '../../../shared/model/diagnostics.ts';
import { checkIds } from '../../../shared/model/diagnostics.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { dayAndTime, timeOfDay } from '../../app/format.ts';
import { strings } from '../../../shared/strings/strings.ts';

const words = strings.diagnostics;

export type GroupId = keyof typeof words.groups;

/** Where each check stands; one left out does not compile. */
const groupOf: Readonly<Record<CheckId, GroupId>> = {
  credentials: 'account',
  token: 'account',
  'app-permissions': 'account',
  'user-permissions': 'account',
  'text-number': 'account',
  phone: 'account',
  server: 'ringcentral',
  'rate-budget': 'ringcentral',
  push: 'ringcentral',
  sync: 'ringcentral',
  clock: 'computer',
  archive: 'computer',
  'key-ring': 'computer',
  'tel-handler': 'computer',
  'local-api': 'computer',
};

const groupIds: readonly GroupId[] = ['account', 'ringcentral', 'computer'];

/** Each group with its checks, in the order they are shown. */
export const groups: readonly { readonly id: GroupId; readonly checks: readonly CheckId[] }[] =
  groupIds.map((id) => ({ id, checks: checkIds.filter((check) => groupOf[check] === id) }));

export type Summary = { readonly outcome: CheckOutcome; readonly text: string };

/** All results in one line, as bad as the worst of them. */
export function summaryOf(checks: readonly Check[]): Summary {
  const trouble = troubled(checks);
  if (trouble.length > 0) {
    const hasFailed = trouble.some(({ outcome }) => outcome === 'fail');
    return {
      outcome: hasFailed ? 'fail' : 'warn',
      text: words.summary.trouble(trouble.length),
    };
  }
  const skipped = checks.filter(({ outcome }) => outcome === 'skipped').length;
  return {
    outcome: 'pass',
    text: skipped === 0 ? words.summary.fine : words.summary.partly(skipped),
  };
}

/** The checks that something has to be done about, what does not work at all first. */
export function troubled(checks: readonly Check[]): readonly Check[] {
  const all = (outcome: CheckOutcome) => checks.filter((check) => check.outcome === outcome);
  return [...all('fail'), ...all('warn')];
}

/** A part of a check in words: its name, and how it stands. */
export function itemWords(
  check: CheckId,
  item: CheckItem,
  now: EpochMs,
): { readonly name: string; readonly detail: string } {
  const { items } = words;
  switch (check) {
    case 'app-permissions':
    case 'user-permissions':
      return {
        name: items.permission(item.name),
        detail: item.outcome === 'pass' ? items.granted : items.missing(item.name),
      };
    case 'rate-budget':
      return { name: nameIn(items.groups, item.name), detail: budgetWords(item) };
    case 'sync':
      return { name: nameIn(items.feeds, item.name), detail: readWords(item, now) };
    case 'archive':
      return recordWords(item);
    default:
      return { name: item.name, detail: words.outcomes[item.outcome] };
  }
}

/** A record that was set aside: which one, and what of it could not be read. */
function recordWords({ params = {} }: CheckItem): { name: string; detail: string } {
  const feed = nameIn(words.items.feeds, String(params['feed'] ?? ''));
  return {
    name: words.items.record(feed, String(params['id'] ?? '')),
    detail: String(params['reason'] ?? ''),
  };
}

function budgetWords({ params = {} }: CheckItem): string {
  const resumesAt = params['resumesAt'];
  if (typeof resumesAt === 'number') return words.items.pausedUntil(timeOfDay(resumesAt));
  return words.items.used(Number(params['used'] ?? 0), Number(params['limit'] ?? 0));
}

function readWords({ params = {} }: CheckItem, now: EpochMs): string {
  const { lastSyncedAt, code, forbidden } = params;
  if (forbidden !== undefined && code !== undefined) return words.items.forbidden(String(code));
  const read =
    typeof lastSyncedAt === 'number'
      ? words.items.read(dayAndTime(lastSyncedAt, now))
      : words.items.neverRead;
  return code === undefined ? read : `${read}, ${words.items.refusedWith(String(code))}`;
}

function nameIn(names: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

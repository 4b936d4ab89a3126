import type { EpochMs } from '../../../../shared/model/ids.ts';
import { isLeg, type CallGroup } from './grouping.ts';
import type { SyncedCallRecord } from './mapping.ts';

/** A call that was seen ringing here, before or after the call log told of it. */
export type SeenCallRow = {
  readonly id: number;
  readonly telephonySessionId: string;
  readonly number: string | undefined;
  readonly extensionNumber: string | undefined;
  /** By this computer's clock; records are dated by RingCentral's. */
  readonly startedAt: EpochMs;
};

/** How far apart a call and a record that names no session may begin and still be one. */
export const sameCallMs = 2 * 60_000;

/**
 * Finds for each group the call that was seen ringing, at most one group to a call: by the id of its
 * telephony session; a record without one, by the number and the nearest time. The result depends on
 * the records and the calls alone. `aheadMs` is how far this computer's clock is ahead of
 * RingCentral's now; it may have been put right since the call.
 */
export function matchSeen(
  groups: readonly CallGroup[],
  seen: readonly SeenCallRow[],
  aheadMs = 0,
): ReadonlyMap<CallGroup, SeenCallRow> {
  const matches = new Map<CallGroup, SeenCallRow>();
  if (seen.length === 0) return matches;
  const free = new Set(seen);
  const take = (group: CallGroup, call: SeenCallRow): void => {
    if (matches.has(group) || !free.has(call)) return;
    matches.set(group, call);
    free.delete(call);
  };
  for (const group of groups.toSorted(byStart)) {
    const call = seen.find((one) => namesSession(group, one.telephonySessionId));
    if (call) take(group, call);
  }
  const pairs = groups
    .filter(({ main }) => main.direction === 'inbound' && main.telephonySessionId === undefined)
    .flatMap((group) => seen.map((call) => ({ group, call, ms: apart(group, call, aheadMs) })))
    .filter(({ group, call, ms }) => ms <= sameCallMs && isFrom(group.main, call))
    .toSorted((one, other) => one.ms - other.ms || byStart(one.group, other.group));
  for (const { group, call } of pairs) take(group, call);
  return matches;
}

/** Whether a lone record is the call that was seen, and so no half of one that was placed here. */
export function isSeenAlone({ main, ownLeg }: CallGroup): boolean {
  return main.direction === 'inbound' && ownLeg === undefined && isLeg(main);
}

function namesSession({ main, ownLeg }: CallGroup, id: string): boolean {
  return main.telephonySessionId === id || ownLeg?.telephonySessionId === id;
}

function isFrom({ from }: SyncedCallRecord, call: SeenCallRow): boolean {
  const number = from.number?.startsWith('+') === true ? from.number : undefined;
  if (number !== undefined || call.number !== undefined) return number === call.number;
  return from.extensionNumber === call.extensionNumber;
}

function apart({ main }: CallGroup, call: SeenCallRow, aheadMs: number): number {
  const off = (offset: number): number => Math.abs(main.startedAt + offset - call.startedAt);
  return Math.min(off(aheadMs), off(0));
}

function byStart({ main: one }: CallGroup, { main: other }: CallGroup): number {
  // The inbound record of a session is the call itself; an outbound one may be where it went on.
  const rank = (record: SyncedCallRecord): number => (record.direction === 'inbound' ? 0 : 1);
  return (
    rank(one) - rank(other) ||
    one.startedAt - other.startedAt ||
    (one.serverId < other.serverId ? -1 : 1)
  );
}

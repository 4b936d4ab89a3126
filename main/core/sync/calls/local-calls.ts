import type { EpochMs } from '../../../../shared/model/ids.ts';
import { isLeg, isRingOut, startOf, within, type CallGroup } from './grouping.ts';

/** A call that was placed here, as far as its records are recognised by it. */
export type LocalCall = {
  readonly id: number;
  readonly number: string | undefined;
  /** By this computer's clock; records are dated by RingCentral's. */
  readonly startedAt: EpochMs;
  readonly ringOutId: string | undefined;
};

/** A record is dated after the request, but for this much of rounding. */
const earliestMs = 3_000;
/** The other side's leg begins when the user has picked up. */
const latestMs = 2 * 60_000;
/** How far this computer's clock may be off beyond what is known of it. */
const skewMs = 5 * 60_000;
/** The user's own phone rings at once, first of the two. */
const ownLegMs = 10_000;

type Numbers = readonly string[] | 'any';
type Fits = (sinceMs: number) => boolean;
const isSoonAfter: Fits = (ms) => within(ms, -earliestMs, latestMs);
const isNear: Fits = (ms) => within(ms, -skewMs, skewMs);
const isAtOnce: Fits = (ms) => within(ms, -earliestMs, ownLegMs);

/**
 * Finds for each group the call that was placed here, at most one group to a call: the one whose
 * RingOut id names its session; else, in time order, the latest call to that number begun before
 * it; then, for a clock that is off, the nearest. `aheadMs` is how far this computer's clock is
 * ahead of RingCentral's now; the clock may have been put right since the call.
 */
export function matchLocal(
  groups: readonly CallGroup[],
  locals: readonly LocalCall[],
  aheadMs = 0,
): ReadonlyMap<CallGroup, LocalCall> {
  const matches = new Map<CallGroup, LocalCall>();
  const free = new Set(locals);
  const offsets = [...new Set([aheadMs, 0])];
  const take = (group: CallGroup, local: LocalCall | undefined): void => {
    if (!local) return;
    matches.set(group, local);
    free.delete(local);
  };
  const candidates = (group: CallGroup, numbers: Numbers, offset: number, fits: Fits) =>
    [...free].filter(
      ({ number, startedAt }) =>
        (numbers === 'any' || (number !== undefined && numbers.includes(number))) &&
        fits(startOf(group) - (startedAt - offset)),
    );
  const ringOuts = groups
    .filter(({ main }) => main.direction === 'outbound' && isRingOut(main.action))
    .sort((one, other) => startOf(one) - startOf(other));
  const open = (): readonly CallGroup[] => ringOuts.filter((group) => !matches.has(group));

  for (const group of ringOuts) {
    take(
      group,
      [...free].find((local) => namesSession(local, group)),
    );
  }
  for (const offset of offsets) {
    for (const group of open())
      take(group, latest(candidates(group, calleeOf(group), offset, isSoonAfter)));
    for (const group of open()) {
      const near = candidates(group, calleeOf(group), offset, isNear);
      take(group, nearest(near, startOf(group) + offset));
    }
    // Records may lack every number (RingCentral's guide to the call log): then the time alone
    // tells.
    for (const group of open().filter((each) => calleeOf(each).length === 0))
      take(group, latest(candidates(group, 'any', offset, isSoonAfter)));
  }
  for (const group of groups.filter(({ main }) => main.direction === 'inbound' && isLeg(main))) {
    const { from, to } = group.main;
    const numbers = [from.number, to.number].filter((number) => number !== undefined);
    for (const offset of offsets) {
      if (matches.has(group)) break;
      const near = candidates(group, numbers, offset, isAtOnce);
      take(group, nearest(near, startOf(group) + offset));
    }
  }
  return matches;
}

/** By what a call to this side was placed: its number, or an extension of the company. */
function calleeOf({ main }: CallGroup): readonly string[] {
  const { number, extensionNumber } = main.to;
  return [number, extensionNumber].filter((each) => each !== undefined);
}

/**
 * Whether a RingOut's id, as it is or decoded, is the id of a record's session. Recorded ids are
 * opaque (RingCentral's guide to RingOut); where one does name a session there is nothing to guess.
 */
function namesSession({ ringOutId }: LocalCall, { main, ownLeg }: CallGroup): boolean {
  if (ringOutId === undefined) return false;
  const decoded = Buffer.from(ringOutId, 'base64url').toString('latin1');
  const names = new Set([ringOutId, ...decoded.split(/[^\w-]/)]);
  return [main, ownLeg].some(
    (record) =>
      record !== undefined &&
      (names.has(record.sessionId) ||
        (record.telephonySessionId !== undefined && names.has(record.telephonySessionId))),
  );
}

function latest(calls: readonly LocalCall[]): LocalCall | undefined {
  return [...calls].sort((one, other) => other.startedAt - one.startedAt)[0];
}

function nearest(calls: readonly LocalCall[], at: EpochMs): LocalCall | undefined {
  const off = ({ startedAt }: LocalCall): number => Math.abs(startedAt - at);
  return [...calls].sort(
    (one, other) => off(one) - off(other) || one.startedAt - other.startedAt,
  )[0];
}

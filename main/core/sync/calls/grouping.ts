import type { CallOutcome } from '../../../../shared/model/calls.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { toOutcome, type RecordParty, type SyncedCallRecord } from './mapping.ts';

/** The records of one call: a RingOut has two, one for each leg (FACTS 2.4). */
export type CallGroup = {
  /** The leg to the other side; of an ordinary call the only record. */
  readonly main: SyncedCallRecord;
  /** The leg to the user's own phone. */
  readonly ownLeg: SyncedCallRecord | undefined;
};

/** A call that was placed here, as far as its records are recognised by it. */
export type LocalCall = {
  readonly id: number;
  readonly number: string | undefined;
  readonly startedAt: EpochMs;
};

/** How far apart the session ids of a RingOut's two legs are (FACTS 2.4, the official client). */
const legDistances: ReadonlySet<number> = new Set([1000, 2000, 3000, 4000]);
const legsApartMs = 3 * 60_000;

/** A record is dated after the request, but for this much of rounding. */
const earliestMs = 3_000;
/** The other side's leg begins when the user has picked up. */
const latestMs = 2 * 60_000;
/** How far this computer's clock may be off. */
const skewMs = 5 * 60_000;
/** The user's own phone rings at once, first of the two. */
const ownLegMs = 10_000;

/** Whether a record can be one of the two legs of a RingOut. */
export function isLeg({ direction, action }: SyncedCallRecord): boolean {
  return direction === 'outbound' ? isRingOut(action) : action === 'Phone Call';
}

/**
 * Puts the records that are legs of one call together. The result depends on the records alone,
 * never on the order they came in: the closest session ids are paired first.
 */
export function groupLegs(records: readonly SyncedCallRecord[]): readonly CallGroup[] {
  const outbound = records.filter((record) => record.direction === 'outbound' && isLeg(record));
  const inbound = records.filter((record) => record.direction === 'inbound' && isLeg(record));
  const pairs = outbound
    .flatMap((main) => inbound.map((ownLeg) => ({ main, ownLeg })))
    .filter(({ main, ownLeg }) => areLegsOfOneCall(main, ownLeg))
    .sort(
      (one, other) =>
        distance(one) - distance(other) ||
        one.main.startedAt - other.main.startedAt ||
        compare(one.main.serverId, other.main.serverId) ||
        compare(one.ownLeg.serverId, other.ownLeg.serverId),
    );
  const used = new Set<SyncedCallRecord>();
  const groups: CallGroup[] = [];
  for (const { main, ownLeg } of pairs) {
    if (used.has(main) || used.has(ownLeg)) continue;
    used.add(main).add(ownLeg);
    groups.push({ main, ownLeg });
  }
  const alone = records.filter((record) => !used.has(record));
  return [...groups, ...alone.map((main) => ({ main, ownLeg: undefined }))];
}

/**
 * Finds for each group the call that was placed here, at most one group to a call. Groups in time
 * order take the latest call begun before them; then, for a clock that is off, the nearest.
 */
export function matchLocal(
  groups: readonly CallGroup[],
  locals: readonly LocalCall[],
): ReadonlyMap<CallGroup, LocalCall> {
  const matches = new Map<CallGroup, LocalCall>();
  const free = new Set(locals);
  const take = (group: CallGroup, local: LocalCall | undefined): void => {
    if (!local) return;
    matches.set(group, local);
    free.delete(local);
  };
  const ringOuts = groups
    .filter(({ main }) => main.direction === 'outbound' && isRingOut(main.action))
    .sort((one, other) => startOf(one) - startOf(other));
  for (const group of ringOuts) {
    const before = [...free].filter(
      (local) =>
        local.number === group.main.to.number &&
        within(startOf(group) - local.startedAt, -earliestMs, latestMs),
    );
    take(group, latest(before));
  }
  for (const group of ringOuts.filter((each) => !matches.has(each))) {
    const near = [...free].filter(
      (local) =>
        local.number === group.main.to.number &&
        within(startOf(group) - local.startedAt, -skewMs, skewMs),
    );
    take(group, nearest(near, startOf(group)));
  }
  for (const group of groups.filter(({ main }) => main.direction === 'inbound' && isLeg(main))) {
    const { from, to } = group.main;
    const near = [...free].filter(
      ({ number, startedAt }) =>
        number !== undefined &&
        (number === from.number || number === to.number) &&
        within(startOf(group) - startedAt, -earliestMs, ownLegMs),
    );
    take(group, nearest(near, startOf(group)));
  }
  return matches;
}

/** What a call's row says, told by its records alone. */
export type CallSummary = {
  readonly direction: 'inbound' | 'outbound';
  readonly outcome: CallOutcome;
  readonly party: RecordParty;
  readonly startedAt: EpochMs;
  readonly durationSeconds: number | undefined;
  readonly isDeleted: boolean;
};

/** Sums up a group: one call with the other side, however RingCentral keeps it. */
export function summarise(group: CallGroup): CallSummary {
  const { main, ownLeg } = group;
  const party = main.direction === 'outbound' ? main.to : main.from;
  const records = ownLeg ? [main, ownLeg] : [main];
  return {
    direction: main.direction,
    outcome: toOutcome(main),
    party: { ...party, name: party.name ?? (ownLeg && nameIn(ownLeg, party.number)) },
    startedAt: startOf(group),
    durationSeconds: main.durationSeconds,
    isDeleted: records.every(({ isDeleted }) => isDeleted),
  };
}

/** When the user's phone was first told to ring, or the call came in. */
export function startOf({ main, ownLeg }: CallGroup): EpochMs {
  return Math.min(main.startedAt, ownLeg?.startedAt ?? main.startedAt);
}

/** `RingOut Web`, `RingOut PC`, `RingOut Mobile` (FACTS 2.4). */
function isRingOut(action: string): boolean {
  return action.startsWith('RingOut');
}

function areLegsOfOneCall(main: SyncedCallRecord, ownLeg: SyncedCallRecord): boolean {
  const callee = main.to.number;
  if (callee === undefined || !legDistances.has(distance({ main, ownLeg }))) return false;
  if (!within(main.startedAt - ownLeg.startedAt, -ownLegMs, legsApartMs)) return false;
  const isCrosswise = callee === ownLeg.from.number && agree(main.from, ownLeg.to);
  const isSame = callee === ownLeg.to.number && agree(main.from, ownLeg.from);
  return isCrosswise || isSame;
}

/** Two sides that may be the same: a number that is missing contradicts nothing (FACTS 2.4). */
function agree(one: RecordParty, other: RecordParty): boolean {
  return one.number === undefined || other.number === undefined || one.number === other.number;
}

function distance({ main, ownLeg }: { main: SyncedCallRecord; ownLeg: SyncedCallRecord }): number {
  return Math.abs(Number(main.sessionId) - Number(ownLeg.sessionId));
}

function nameIn({ from, to }: SyncedCallRecord, number: string | undefined): string | undefined {
  if (number === undefined) return undefined;
  if (from.number === number) return from.name;
  return to.number === number ? to.name : undefined;
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

function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

import type { CallOutcome } from '../../../../shared/model/calls.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { toOutcome, type RecordParty, type SyncedCallRecord } from './mapping.ts';

/**
 * The records of one call: a RingOut has two, one for each leg (RingCentral's samples of active
 * calls).
 */
export type CallGroup = {
  /** The leg to the other side; of an ordinary call the only record. */
  readonly main: SyncedCallRecord;
  /** The leg to the user's own phone. */
  readonly ownLeg: SyncedCallRecord | undefined;
};

/** How far apart the session ids of a RingOut's two legs are (by RingCentral's own client). */
const legDistances: ReadonlySet<number> = new Set([1000, 2000, 3000, 4000]);
const legsApartMs = 3 * 60_000;
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

/** What a call's row says, told by its records alone. */
export type CallSummary = {
  readonly direction: 'inbound' | 'outbound';
  readonly outcome: CallOutcome;
  readonly party: RecordParty;
  readonly startedAt: EpochMs;
  readonly durationSeconds: number | undefined;
  readonly isDeleted: boolean;
  /** The record whose recording is played. */
  readonly recordingRecordId: string | undefined;
  readonly voicemailId: string | undefined;
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
    recordingRecordId: records.find(({ recording }) => recording)?.serverId,
    voicemailId: records.find(({ voicemailId }) => voicemailId)?.voicemailId,
  };
}

/** When the user's phone was first told to ring, or the call came in. */
export function startOf({ main, ownLeg }: CallGroup): EpochMs {
  return Math.min(main.startedAt, ownLeg?.startedAt ?? main.startedAt);
}

/** `RingOut Web`, `RingOut PC`, `RingOut Mobile` (RingCentral's samples of active calls). */
export function isRingOut(action: string): boolean {
  return action.startsWith('RingOut');
}

function areLegsOfOneCall(main: SyncedCallRecord, ownLeg: SyncedCallRecord): boolean {
  if (!legDistances.has(distance({ main, ownLeg }))) return false;
  if (!within(main.startedAt - ownLeg.startedAt, -ownLegMs, legsApartMs)) return false;
  const isCrosswise = agree(main.to, ownLeg.from) && agree(main.from, ownLeg.to);
  const isSame = agree(main.to, ownLeg.to) && agree(main.from, ownLeg.from);
  return isCrosswise || isSame;
}

/**
 * Two sides that may be the same: a number that is missing contradicts nothing (RingCentral's
 * samples of active calls).
 */
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

export function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

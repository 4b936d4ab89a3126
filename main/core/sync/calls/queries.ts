import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { defineQuery } from '../../db/define-query.ts';
import { settleErasedParties } from '../../keeping/erased-parties/rows.ts';
import { withoutErased, type RecordTraits } from '../../keeping/rows.ts';
import type { DeletedRecord, UnreadableRecord } from '../../ringcentral/records.ts';
import { writeSteps, type BackfillStep } from '../backfill/rows.ts';
import { getMark, quarantine, releaseAll, setMark, writeCursor, type Cursor } from '../rows.ts';
import { groupLegs, startOf, type CallGroup } from './grouping.ts';
import { matchLocal } from './local-calls.ts';
import type { SyncedCallRecord } from './mapping.ts';
import {
  getRecord,
  listRecordsNear,
  markRecordDeleted,
  moveRecord,
  writeRecord,
} from './records/rows.ts';
import {
  createServerCall,
  fillLocalCall,
  fillSeenCall,
  fillServerCall,
  isServerCallAt,
  listLocalCalls,
  listSeenCalls,
  mergeEmptyCall,
  mergeSeenCall,
} from './rows.ts';
import { isSeenAlone, matchSeen } from './seen-calls.ts';

/** Records this far from a changed one may belong to its call, or to the call it is taken for. */
const nearMs = 10 * 60_000;

export type CallsToApply = {
  readonly records: readonly SyncedCallRecord[];
  readonly deleted: readonly DeletedRecord[];
  readonly unreadable: readonly UnreadableRecord[];
  /** With the last chunk only. */
  readonly cursor: Cursor | undefined;
  /** As the cursor, with the last chunk only. */
  readonly steps?: readonly BackfillStep[];
  readonly at: EpochMs;
  /** How far this computer's clock is ahead of RingCentral's. */
  readonly clockAheadMs?: number | undefined;
  /** Of the running Sidetone. */
  readonly version?: string | undefined;
};

/**
 * Writes records of the call log, each once by its server id, and makes one row of each call:
 * RingCentral's two records of a RingOut and the row written when it was placed here. Answers how
 * many records were new.
 */
export const applyCalls = defineQuery('sync.apply-calls', (db, input: CallsToApply): number => {
  const newSince = getMark(db, 'calls-since');
  const touchedAt: EpochMs[] = [];
  const changed = new Set<string>();
  let added = 0;
  for (const record of withoutErased(db, 'calls', input.records, callTraits)) {
    const known = getRecord(db, record.serverId);
    const alone = { main: record, ownLeg: undefined };
    writeRecord(db, record, known?.callId ?? createServerCall(db, alone, newSince));
    if (known) changed.add(record.serverId);
    else added += 1;
    touchedAt.push(record.startedAt);
  }
  for (const { id } of input.deleted) {
    const known = getRecord(db, id);
    if (!known || !markRecordDeleted(db, id)) continue;
    changed.add(id);
    touchedAt.push(known.record.startedAt);
  }
  for (const { from, until } of stretchesAround(touchedAt)) {
    regroup(db, { from, until, changed, newSince, clockAheadMs: input.clockAheadMs ?? 0 });
  }
  releaseAll(
    db,
    'calls',
    input.records.map(({ serverId }) => serverId),
  );
  quarantine(db, 'calls', input.unreadable, input);
  if (input.cursor) {
    writeCursor(db, input.cursor);
    // What was missed before the first sync is no news.
    if (newSince === undefined) setMark(db, 'calls-since', input.cursor.knownUntil);
  }
  writeSteps(db, input.steps ?? []);
  if (input.cursor || input.steps) settleErasedParties(db);
  return added;
});

/** Which side is the other one is no matter: the legs of a RingOut name them either way. */
const callTraits: RecordTraits<SyncedCallRecord> = {
  timeOf: ({ startedAt }) => startedAt,
  isOf: ({ from, to }, isErased) => isErased(from) || isErased(to),
};

type Stretch = { readonly from: EpochMs; readonly until: EpochMs };

/** The times near these, as few stretches as possible. */
function stretchesAround(times: readonly EpochMs[]): readonly Stretch[] {
  const stretches: { from: EpochMs; until: EpochMs }[] = [];
  for (const at of [...times].sort((one, other) => one - other)) {
    const last = stretches.at(-1);
    if (last && at - nearMs <= last.until) last.until = at + nearMs;
    else stretches.push({ from: at - nearMs, until: at + nearMs });
  }
  return stretches;
}

type Regrouping = Stretch & {
  /** Records whose call does not say yet what they say. */
  readonly changed: ReadonlySet<string>;
  readonly newSince: EpochMs | undefined;
  readonly clockAheadMs: number;
};

/**
 * Decides anew which records of a stretch are one call, and which calls were placed here. It looks
 * at all of them at once, so that the order they came in makes no difference.
 */
function regroup(db: Database, input: Regrouping): void {
  const kept = listRecordsNear(db, input.from, input.until);
  const callIdOf = new Map(kept.map(({ record, callId }) => [record.serverId, callId]));
  const sizes = countBy(kept.map(({ callId }) => callId));
  const groups = groupLegs(kept.map(({ record }) => record));
  const near = stretchOf(groups);
  const seen = matchSeen(
    groups,
    readNear(near, input.clockAheadMs, (from, until) => listSeenCalls(db, from, until)),
    input.clockAheadMs,
  );
  const locals = matchLocal(
    groups.filter((group) => !(seen.has(group) && isSeenAlone(group))),
    readNear(near, input.clockAheadMs, (from, until) => listLocalCalls(db, from, until)),
    input.clockAheadMs,
  );
  const taken = new Set<number>();
  const fresh = new Set<number>();
  const movedTo = new Map<number, number>();
  for (const group of groups) {
    const local = locals.get(group);
    const rung = seen.get(group);
    const own = local?.id ?? rung?.id ?? ownServerCall(db, group, callIdOf, taken);
    const id = own ?? createServerCall(db, group, input.newSince);
    if (own === undefined) fresh.add(id);
    taken.add(id);
    const isAsBefore =
      sizes.get(id) === recordsOf(group).length &&
      recordsOf(group).every(
        ({ serverId }) => callIdOf.get(serverId) === id && !input.changed.has(serverId),
      );
    for (const { serverId } of recordsOf(group)) {
      const before = callIdOf.get(serverId);
      if (before === undefined || before === id) continue;
      moveRecord(db, serverId, id);
      movedTo.set(before, id);
    }
    if (local) fillLocalCall(db, id, group);
    else if (rung && !isAsBefore) fillSeenCall(db, id, group, input.newSince);
    else if (!isAsBefore && own !== undefined) fillServerCall(db, id, group, input.newSince);
  }
  const seenIds = new Set([...seen.values()].map(({ id }) => id));
  for (const [before, id] of movedTo)
    mergeEmptyCall(db, before, { id, isFresh: fresh.has(id), isSeen: seenIds.has(id) });
  for (const [group, { id }] of seen) {
    const local = locals.get(group);
    if (local) mergeSeenCall(db, id, local.id);
  }
}

/** Within what the calls of these groups began, by RingCentral's clock. */
function stretchOf(groups: readonly CallGroup[]): Stretch | undefined {
  const starts = groups.map(startOf);
  if (starts.length === 0) return undefined;
  return {
    from: starts.reduce((least, at) => Math.min(least, at)) - nearMs,
    until: starts.reduce((most, at) => Math.max(most, at)) + nearMs,
  };
}

/** What was written here around that time, by our clock as it is now and by one that was right. */
function readNear<Call extends { readonly id: number }>(
  near: Stretch | undefined,
  clockAheadMs: number,
  list: (from: EpochMs, until: EpochMs) => readonly Call[],
): readonly Call[] {
  if (near === undefined) return [];
  const found = [...new Set([0, clockAheadMs])].flatMap((offset) =>
    list(near.from + offset, near.until + offset),
  );
  return [...new Map(found.map((call) => [call.id, call])).values()];
}

/** The row one of a group's records already has, if it still fits. */
function ownServerCall(
  db: Database,
  group: CallGroup,
  callIdOf: ReadonlyMap<string, number>,
  taken: ReadonlySet<number>,
): number | undefined {
  return recordsOf(group)
    .flatMap(({ serverId }) => callIdOf.get(serverId) ?? [])
    .find((id) => !taken.has(id) && isServerCallAt(db, id, startOf(group)));
}

function countBy(ids: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function recordsOf({ main, ownLeg }: CallGroup): readonly SyncedCallRecord[] {
  return ownLeg ? [main, ownLeg] : [main];
}

import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import { defineQuery } from '../../db/define-query.ts';
import type { DeletedRecord, UnreadableRecord } from '../../ringcentral/records.ts';
import { quarantine, release, writeCursor, type Cursor } from '../rows.ts';
import { groupLegs, matchLocal, startOf, type CallGroup } from './grouping.ts';
import type { SyncedCallRecord } from './mapping.ts';
import {
  createServerCall,
  dropEmptyServerCalls,
  fillLocalCall,
  fillServerCall,
  getRecord,
  isServerCallAt,
  listLocalCalls,
  listRecordsNear,
  markRecordDeleted,
  moveRecord,
  writeRecord,
  type KeptRecord,
} from './rows.ts';

/** Records this far from a changed one may belong to its call, or to the call it is taken for. */
const nearMs = 10 * 60_000;

export type CallsToApply = {
  readonly records: readonly SyncedCallRecord[];
  readonly deleted: readonly DeletedRecord[];
  readonly unreadable: readonly UnreadableRecord[];
  /** With the last chunk only. */
  readonly cursor: Cursor | undefined;
  readonly at: EpochMs;
};

/**
 * Writes records of the call log, each once by its server id, and makes one row of each call:
 * RingCentral's two records of a RingOut and the row written when it was placed here. Answers how
 * many records were new.
 */
export const applyCalls = defineQuery('sync.apply-calls', (db, input: CallsToApply): number => {
  let added = 0;
  for (const record of input.records) {
    const known = getRecord(db, record.serverId);
    if (!known) added += 1;
    writeRecord(db, record, known?.callId ?? createServerCall(db, record.startedAt));
    regroup(db, record.startedAt);
    release(db, 'calls', record.serverId);
  }
  for (const { id } of input.deleted) {
    const known = getRecord(db, id);
    if (known && markRecordDeleted(db, id)) regroup(db, known.record.startedAt);
  }
  quarantine(db, 'calls', input.unreadable, input.at);
  if (input.cursor) writeCursor(db, input.cursor);
  return added;
});

/**
 * Decides anew which records near a time are one call, and which calls were placed here. It looks
 * at all of them at once, so that the order they came in makes no difference.
 */
function regroup(db: Database, at: EpochMs): void {
  const kept = listRecordsNear(db, at - nearMs, at + nearMs);
  const callIdOf = new Map(kept.map(({ record, callId }) => [record.serverId, callId]));
  const groups = groupLegs(kept.map(({ record }) => record));
  const starts = groups.map(startOf);
  const locals = matchLocal(
    groups,
    listLocalCalls(db, Math.min(...starts) - nearMs, Math.max(...starts) + nearMs),
  );
  const taken = new Set<number>();
  for (const group of groups) {
    const local = locals.get(group);
    const id = local?.id ?? serverCallFor(db, group, callIdOf, taken);
    taken.add(id);
    for (const { serverId } of recordsOf(group)) {
      if (callIdOf.get(serverId) !== id) moveRecord(db, serverId, id);
    }
    if (local) fillLocalCall(db, id, group);
    else fillServerCall(db, id, group);
  }
  dropEmptyServerCalls(db, idsOf(kept));
}

/** The row one of a group's records already has, if it still fits; else a new one. */
function serverCallFor(
  db: Database,
  group: CallGroup,
  callIdOf: ReadonlyMap<string, number>,
  taken: ReadonlySet<number>,
): number {
  const startedAt = startOf(group);
  const own = recordsOf(group)
    .flatMap(({ serverId }) => callIdOf.get(serverId) ?? [])
    .find((id) => !taken.has(id) && isServerCallAt(db, id, startedAt));
  return own ?? createServerCall(db, startedAt);
}

function recordsOf({ main, ownLeg }: CallGroup): readonly SyncedCallRecord[] {
  return ownLeg ? [main, ownLeg] : [main];
}

function idsOf(kept: readonly KeptRecord[]): ReadonlySet<number> {
  return new Set(kept.map(({ callId }) => callId));
}

import { isObject } from '../http/body.ts';
import { invalidParameter, invalidValue } from '../http/errors.ts';
import { ok } from '../http/message.ts';
import { flagOf, integerOf, oneOf, timeOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import type { CallRecord } from '../state/types.ts';
import { makeSyncToken, OVERLAP_MS, readSyncToken } from '../sync-tokens.ts';
import type { World } from '../world.ts';
import { extensionUri, iso } from '../world.ts';
import { listedCalls, viewOf } from './call-log.ts';
import type { View } from './call-record-json.ts';
import { toCallRecordJson } from './call-record-json.ts';

const MAX_RECORDS = 250;
const MAX_AGE_MS = 30 * 86_400_000;

type Frame = {
  /** Calls that started before this are not part of what the client holds. */
  readonly from: number;
  readonly missedOnly: boolean;
};

function isFrame(frame: unknown): frame is Frame {
  return (
    isObject(frame) && Number.isFinite(frame['from']) && typeof frame['missedOnly'] === 'boolean'
  );
}

type Synced = { readonly records: readonly CallRecord[]; readonly frame: Frame };

/**
 * GET call-log-sync: 250 records at most, 30 days back at most (RingCentral's guide to the call
 * log).
 */
export const getCallLogSync: Handler = (world, { request }) => {
  const { query } = request;
  const syncType = oneOf(query, 'syncType', ['FSync', 'ISync'], 'FSync');
  const synced = syncType === 'FSync' ? fullSync(world, query) : incrementalSync(world, query);
  return ok(toJson(world, syncType, viewOf(query), synced));
};

function fullSync(world: World, query: URLSearchParams): Synced {
  const recordCount = integerOf(query, 'recordCount', { min: 1 });
  if (recordCount === undefined || recordCount > MAX_RECORDS) throw invalidValue('recordCount');
  const oldest = world.clock.now() - MAX_AGE_MS;
  const dateFrom = Math.max(timeOf(query, 'dateFrom') ?? oldest, oldest);
  const missedOnly = oneOf(query, 'statusGroup', ['Missed', 'All'], 'All') === 'Missed';
  const matching = listedCalls(world).filter(
    (record) => !record.deleted && inFrame(record, { from: dateFrom, missedOnly }),
  );
  const records = matching.slice(0, recordCount);
  const cutAt = matching.length > recordCount ? records.at(-1)?.startedAt : undefined;
  return { records, frame: { from: cutAt ?? dateFrom, missedOnly } };
}

function incrementalSync(world: World, query: URLSearchParams): Synced {
  const token = readSyncToken(world, 'calls', query.get('syncToken'), isFrame);
  if (token.state === 'unreadable') throw invalidSyncToken('CMN-101', '');
  if (token.state === 'expired') throw invalidSyncToken(world.rules.expiredCallToken, '');
  const { frame, time } = token;
  const all = listedCalls(world);
  const showDeleted = flagOf(query, 'showDeleted', false);
  const changed = all.filter(
    (record) =>
      (record.changedAt ?? record.listedAt ?? 0) >= time - OVERLAP_MS &&
      inFrame(record, frame) &&
      (showDeleted || !record.deleted),
  );
  if (changed.length > MAX_RECORDS) {
    throw invalidSyncToken('CMN-101', ' [max sync record number limit is exceeded]');
  }
  const extra = integerOf(query, 'recordCount', { min: 1, max: MAX_RECORDS }) ?? 0;
  const older = all
    .filter((record) => record.startedAt < frame.from && !record.deleted)
    .slice(0, extra);
  const from = older.at(-1)?.startedAt ?? frame.from;
  return { records: [...changed, ...older], frame: { ...frame, from } };
}

function inFrame(record: CallRecord, { from, missedOnly }: Frame): boolean {
  const missed = record.result === 'Missed' || record.result === 'Voicemail';
  return record.startedAt >= from && (!missedOnly || missed);
}

function invalidSyncToken(code: string, why: string): Error {
  return invalidParameter(code, `Parameter [syncToken] is invalid${why}`, 'syncToken');
}

function toJson(
  world: World,
  syncType: 'FSync' | 'ISync',
  view: View,
  { records, frame }: Synced,
): object {
  const now = world.clock.now();
  return {
    uri: `${extensionUri(world)}/call-log-sync?syncType=${syncType}`,
    records: records.map((record) => toCallRecordJson(world, record, view)),
    syncInfo: { syncType, syncToken: makeSyncToken(world, 'calls', frame), syncTime: iso(now) },
  };
}

import { isObject } from '../http/body.ts';
import { invalidParameter } from '../http/errors.ts';
import { ok } from '../http/message.ts';
import { flagOf, integerOf, oneOf, timeOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import type { Message } from '../state/types.ts';
import { makeSyncToken, OVERLAP_MS, readSyncToken } from '../sync-tokens.ts';
import type { World } from '../world.ts';
import { extensionUri, iso } from '../world.ts';
import { purgeDeleted } from './message-changes.ts';
import type { MessageFilter } from './message-filters.ts';
import {
  distinctConversations,
  matchesFilter,
  messageFilterOf,
  newestFirst,
  timeRangeOf,
} from './message-filters.ts';
import { toGoneJson, toMessageJson } from './message-json.ts';

/**
 * What the client holds: the filters and how far back; not the record count (RingCentral's guide to
 * the message store).
 */
type Frame = { readonly filter: MessageFilter; readonly from: number };

function isFrame(frame: unknown): frame is Frame {
  if (!isObject(frame) || !Number.isFinite(frame['from'])) return false;
  const { filter } = frame;
  return isObject(filter) && Array.isArray(filter['types']) && Array.isArray(filter['directions']);
}

type Synced = {
  readonly records: readonly object[];
  readonly frame: Frame;
  readonly olderRecordsExist: boolean;
};

export const getMessageSync: Handler = (world, { request }) => {
  purgeDeleted(world);
  const { query } = request;
  const syncType = oneOf(query, 'syncType', ['FSync', 'ISync'], 'FSync');
  const synced = syncType === 'FSync' ? fullSync(world, query) : incrementalSync(world, query);
  return ok({
    uri: `${extensionUri(world)}/message-sync?syncType=${syncType}`,
    records: synced.records,
    syncInfo: {
      syncType,
      syncToken: makeSyncToken(world, 'messages', synced.frame),
      syncTime: iso(world.clock.now()),
      olderRecordsExist: synced.olderRecordsExist,
    },
  });
};

function fullSync(world: World, query: URLSearchParams): Synced {
  const filter = messageFilterOf(query);
  const { dateFrom, dateTo } = timeRangeOf(world, query, world.rules.messageSyncDays);
  const recordCount = integerOf(query, 'recordCount', { min: 1 });
  const alive = newestFirst(world.state.messages).filter(
    (message) =>
      message.availability === 'Alive' &&
      message.createdAt <= dateTo &&
      matchesFilter(message, filter),
  );
  const inRange = alive.filter(({ createdAt }) => createdAt >= dateFrom);
  const distinct = flagOf(query, 'distinctConversations', false);
  const wanted = distinct ? distinctConversations(inRange) : inRange;
  const sent =
    recordCount === undefined
      ? wanted
      : wanted.slice(0, recordCount + world.rules.extraSyncRecords);
  return {
    records: sent.map((message) => toMessageJson(world, message)),
    frame: { filter, from: dateFrom },
    olderRecordsExist: sent.length < wanted.length || inRange.length < alive.length,
  };
}

/** New and changed records in full, gone ones as id and availability, five seconds repeated. */
function incrementalSync(world: World, query: URLSearchParams): Synced {
  const token = readSyncToken(world, 'messages', query.get('syncToken'), isFrame);
  if (token.state !== 'good') {
    const code = token.state === 'expired' ? world.rules.expiredMessageToken : 'CMN-101';
    const message =
      code === 'MSG-333'
        ? 'Sync token is expired, full synchronization is required'
        : 'Parameter [syncToken] is invalid';
    throw invalidParameter(code, message, 'syncToken');
  }
  const { filter, from } = token.frame;
  const widened = Math.min(timeOf(query, 'dateFrom') ?? from, from);
  const isWanted = (message: Message): boolean =>
    message.createdAt < from
      ? message.createdAt >= widened
      : message.modifiedAt >= token.time - OVERLAP_MS;
  const matching = newestFirst(world.state.messages).filter((message) =>
    matchesFilter(message, filter),
  );
  return {
    records: matching
      .filter(isWanted)
      .map((message) =>
        message.availability === 'Alive' ? toMessageJson(world, message) : toGoneJson(message),
      ),
    frame: { filter, from: widened },
    olderRecordsExist: matching.some(({ createdAt }) => createdAt < widened),
  };
}

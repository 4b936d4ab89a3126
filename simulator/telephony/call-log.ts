import { invalidParameter, invalidValue, resourceNotFound } from '../http/errors.ts';
import { noContent, ok } from '../http/message.ts';
import { pageOf } from '../http/paging.ts';
import { flagOf, listOf, oneOf, timeOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import type { CallRecord } from '../state/types.ts';
import type { World } from '../world.ts';
import { extensionUri } from '../world.ts';
import type { View } from './call-record-json.ts';
import { toCallRecordJson } from './call-record-json.ts';

const DAY_MS = 86_400_000;

/** Records that the log shows by now, newest first. */
export function listedCalls(world: World): readonly CallRecord[] {
  const now = world.clock.now();
  return world.state.calls
    .filter((record) => record.listedAt !== undefined && record.listedAt <= now)
    .sort((a, b) => b.startedAt - a.startedAt);
}

export function viewOf(query: URLSearchParams): View {
  return oneOf(query, 'view', ['Simple', 'Detailed'], 'Simple');
}

export const getCallLog: Handler = (world, { request }) => {
  const { query } = request;
  const view = viewOf(query);
  const wanted = filterOf(world, query);
  return ok(
    pageOf(
      listedCalls(world).filter(wanted),
      `${extensionUri(world)}/call-log`,
      query,
      (record) => toCallRecordJson(world, record, view),
      { totals: world.rules.callLogTotals },
    ),
  );
};

export const getCallRecord: Handler = (world, { request, params }) => {
  const record = listedCalls(world).find(({ id }) => id === params['callRecordId']);
  if (!record) throw resourceNotFound('callRecordId');
  return ok(toCallRecordJson(world, record, viewOf(request.query)));
};

/** DELETE call-log: everything up to `dateTo`, which syncs then show as deleted. */
export const deleteCallLog: Handler = (world, { request }) => {
  const dateTo = timeOf(request.query, 'dateTo') ?? world.clock.now();
  for (const record of listedCalls(world)) {
    if (record.startedAt > dateTo || record.deleted) continue;
    record.deleted = true;
    record.changedAt = world.clock.now();
  }
  world.changed();
  return noContent;
};

/**
 * Running calls a few seconds late, ended ones for about two minutes (RingCentral's guide to active
 * calls).
 */
export const getActiveCalls: Handler = (world, { request }) => {
  const { query } = request;
  const now = world.clock.now();
  const view = viewOf(query);
  const directions = listOf(query, 'direction', ['Inbound', 'Outbound']);
  const records = world.state.calls
    .filter(({ startedAt }) => startedAt + world.pace.activeCallsDelay <= now)
    .filter(({ endedAt }) => endedAt === undefined || endedAt + world.pace.activeCallsKept > now)
    .filter(({ direction }) => directions.length === 0 || directions.includes(direction))
    .sort((a, b) => b.startedAt - a.startedAt);
  return ok(
    pageOf(
      records,
      `${extensionUri(world)}/active-calls`,
      query,
      (record) => toCallRecordJson(world, record, view),
      { totals: world.rules.callLogTotals },
    ),
  );
};

function filterOf(world: World, query: URLSearchParams): (record: CallRecord) => boolean {
  const sessionId = query.get('sessionId');
  const telephonySessionId = query.get('telephonySessionId');
  if (sessionId !== null) {
    const others = ['phoneNumber', 'extensionNumber', 'dateFrom', 'dateTo', 'direction', 'type'];
    if (others.some((name) => query.has(name))) {
      throw invalidParameter('CLG-110', 'sessionId cannot be combined with other filters');
    }
    return (record) => record.sessionId === sessionId;
  }
  if (telephonySessionId !== null) {
    return (record) => record.telephonySessionId === telephonySessionId;
  }
  const dateTo = timeOf(query, 'dateTo') ?? world.clock.now();
  const dateFrom = timeOf(query, 'dateFrom') ?? dateTo - DAY_MS;
  if (dateFrom > dateTo) throw invalidValue('dateFrom');
  const directions = listOf(query, 'direction', ['Inbound', 'Outbound']);
  const types = listOf(query, 'type', ['Voice', 'Fax']);
  const transports = listOf(query, 'transport', ['PSTN', 'VoIP']);
  const isRecorded = recordingFilter(query);
  const showBlocked = flagOf(query, 'showBlocked', true);
  const showDeleted = flagOf(query, 'showDeleted', false);
  const isParty = partyFilter(query);
  return (record) =>
    record.startedAt >= dateFrom &&
    record.startedAt <= dateTo &&
    isRecorded(record) &&
    (showBlocked || record.result !== 'Blocked') &&
    (types.length === 0 || types.includes('Voice')) &&
    (directions.length === 0 || directions.includes(record.direction)) &&
    (transports.length === 0 || transports.includes(record.transport)) &&
    (showDeleted || !record.deleted) &&
    isParty(record);
}

/** `withRecording` is the older way to say `recordingType=All`. */
function recordingFilter(query: URLSearchParams): (record: CallRecord) => boolean {
  const fallback = flagOf(query, 'withRecording', false) ? 'All' : 'Any';
  const type = oneOf(query, 'recordingType', ['Automatic', 'OnDemand', 'All', 'Any'], fallback);
  if (type === 'Any') return () => true;
  return ({ recording }) => recording !== undefined && (type === 'All' || recording.type === type);
}

/** The phone number comes without its plus sign (RingCentral's guide to the call log). */
function partyFilter(query: URLSearchParams): (record: CallRecord) => boolean {
  const number = query.get('phoneNumber')?.replace(/\D/g, '');
  const extension = query.get('extensionNumber');
  if (number !== undefined && extension !== null) throw invalidValue('extensionNumber');
  return ({ from, to }) =>
    (number === undefined || [from, to].some((party) => party.phoneNumber?.slice(1) === number)) &&
    (extension === null || [from, to].some((party) => party.extensionNumber === extension));
}

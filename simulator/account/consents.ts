import { isObject, jsonObject, textField, type JsonObject } from '../http/body.ts';
import { invalidValue, resourceNotFound } from '../http/errors.ts';
import { ok } from '../http/message.ts';
import { integerOf, listOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import type { Consent } from '../state/types.ts';
import type { World } from '../world.ts';

const STATUSES = ['OptOut', 'OptIn'] as const;
const SOURCES = ['Recipient', 'Api', 'Upstream', 'Carrier'] as const;
const E164 = /^\+[1-9]\d{1,14}$/;
const MOST_AT_ONCE = 1_000;
const STOPS = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT']);
const STARTS = new Set(['START', 'UNSTOP', 'YES']);

/**
 * Whether texts of a number of the account to somebody are refused (RingCentral's guide to SMS
 * errors: 413).
 */
export function isOptedOut(world: World, from: string, to: string): boolean {
  const records = world.state.consents.filter(
    (one) => one.to === to && (one.from === from || one.from === '*'),
  );
  const last = records.toSorted((one, other) => other.modifiedAt - one.modifiedAt)[0];
  return last?.optStatus === 'OptOut';
}

/** What somebody answers may end texts to them, or allow them again. */
export function hearAnswer(world: World, from: string, to: string, text: string): void {
  const word = text.trim().toUpperCase();
  if (STOPS.has(word)) note(world, { from, to, optStatus: 'OptOut', source: 'Recipient' });
  const known = world.state.consents.some((one) => one.from === from && one.to === to);
  if (STARTS.has(word) && known) note(world, { from, to, optStatus: 'OptIn', source: 'Recipient' });
}

/** Who is opted out, or has opted in again; some accounts have no such list. */
export const getConsents: Handler = (world, { request }) => {
  requireConsents(world);
  const wanted = listOf(request.query, 'optStatus', STATUSES);
  const shown = wanted.length === 0 ? ['OptOut'] : wanted;
  const from = request.query.getAll('from');
  const to = request.query.getAll('to');
  const records = world.state.consents.filter(
    (one) =>
      shown.includes(one.optStatus) &&
      (from.length === 0 || from.includes(one.from)) &&
      (to.length === 0 || to.includes(one.to)),
  );
  const perPage = integerOf(request.query, 'perPage', { min: 1, max: MOST_AT_ONCE }) ?? 100;
  const first = integerOf(request.query, 'pageToken', { min: 0 }) ?? 0;
  const next = first + perPage;
  return ok({
    records: records.slice(first, next).map(toJson),
    paging: {
      perPage,
      pageToken: String(first),
      ...(next < records.length && { nextPageToken: String(next) }),
    },
  });
};

/** Adds or changes records: all of a request that can be read, or none. */
export const patchConsents: Handler = (world, { request }) => {
  requireConsents(world);
  const { records } = jsonObject(request);
  if (!Array.isArray(records) || records.length === 0 || records.length > MOST_AT_ONCE) {
    throw invalidValue('records');
  }
  const changes = records.map((record: unknown) => {
    if (!isObject(record)) throw invalidValue('records');
    return readChange(record);
  });
  for (const change of changes) note(world, change);
  world.changed();
  return ok({});
};

function requireConsents(world: World): void {
  if (!world.rules.consents) throw resourceNotFound('accountId');
}

function readChange(record: JsonObject): Omit<Consent, 'modifiedAt'> {
  const from = textField(record, 'from') ?? '';
  const to = textField(record, 'to') ?? '';
  if (from !== '*' && !E164.test(from)) throw invalidValue('records.from');
  if (!E164.test(to)) throw invalidValue('records.to');
  const optStatus = STATUSES.find((status) => status === record['optStatus']);
  const source = SOURCES.find((name) => name === record['source']);
  if (optStatus === undefined) throw invalidValue('records.optStatus');
  if (source === undefined) throw invalidValue('records.source');
  return { from, to, optStatus, source };
}

function note(world: World, change: Omit<Consent, 'modifiedAt'>): void {
  const { state } = world;
  state.consents = [
    ...state.consents.filter((one) => one.from !== change.from || one.to !== change.to),
    { ...change, modifiedAt: world.clock.now() },
  ];
}

function toJson({ modifiedAt, ...consent }: Consent): object {
  return { ...consent, lastModifiedTime: new Date(modifiedAt).toISOString() };
}

import { blockedNumberId } from '../demo/settings.ts';
import type { JsonObject } from '../http/body.ts';
import { jsonObject } from '../http/body.ts';
import { invalidParameter, invalidValue, resourceNotFound } from '../http/errors.ts';
import { noContent, ok } from '../http/message.ts';
import { pageOf } from '../http/paging.ts';
import { listOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import { parsePhoneNumber } from '../phone-numbers.ts';
import type { BlockedNumber } from '../state/types.ts';
import type { World } from '../world.ts';
import { extensionUri } from '../world.ts';

const MODES = ['Specific', 'All'] as const;
const NO_CALLER_ID = ['BlockCallsAndFaxes', 'BlockFaxes', 'Allow'] as const;
const PAY_PHONES = ['Block', 'Allow'] as const;
const STATUSES = ['Blocked', 'Allowed'] as const;

/** Whether calls and texts from or to this number are refused; by rule `All`, unless allowed. */
export function isBlocked(world: World, phoneNumber: string): boolean {
  const { mode, numbers } = world.state.callerBlocking;
  const entry = numbers.find((one) => one.phoneNumber === phoneNumber);
  return entry ? entry.status === 'Blocked' : mode === 'All';
}

export const getCallerBlocking: Handler = (world) => ok(settingsJson(world));

export const putCallerBlocking: Handler = (world, { request }) => {
  const settings = world.state.callerBlocking;
  const body = jsonObject(request);
  settings.mode = choose(body, 'mode', MODES, settings.mode);
  settings.noCallerId = choose(body, 'noCallerId', NO_CALLER_ID, settings.noCallerId);
  settings.payPhones = choose(body, 'payPhones', PAY_PHONES, settings.payPhones);
  world.changed();
  return ok(settingsJson(world));
};

function choose<T extends string>(
  body: JsonObject,
  name: string,
  allowed: readonly T[],
  current: T,
): T {
  if (body[name] === undefined) return current;
  const known = allowed.find((choice) => choice === body[name]);
  if (known === undefined) throw invalidValue(name);
  return known;
}

function settingsJson(world: World): object {
  const { numbers: _numbers, ...settings } = world.state.callerBlocking;
  return settings;
}

export const getBlockedNumbers: Handler = (world, { request }) => {
  const [status] = listOf(request.query, 'status', STATUSES);
  const numbers = world.state.callerBlocking.numbers.filter(
    (entry) => status === undefined || entry.status === status,
  );
  return ok(
    pageOf(numbers, listUri(world), request.query, (entry) => blockedNumberJson(world, entry)),
  );
};

export const getBlockedNumber: Handler = (world, { params }) =>
  ok(blockedNumberJson(world, requireEntry(world, params['blockedNumberId'])));

export const postBlockedNumber: Handler = (world, { request }) => {
  const { numbers } = world.state.callerBlocking;
  const body = jsonObject(request);
  const phoneNumber = numberIn(body);
  if (numbers.some((entry) => entry.phoneNumber === phoneNumber)) {
    throw invalidParameter('CMN-406', 'Parameter [phoneNumber] value is duplicated', 'phoneNumber');
  }
  const entry: BlockedNumber = {
    id: blockedNumberId(phoneNumber),
    phoneNumber,
    label: labelIn(body),
    status: choose(body, 'status', STATUSES, 'Blocked'),
  };
  numbers.push(entry);
  world.changed();
  return ok(blockedNumberJson(world, entry));
};

export const putBlockedNumber: Handler = (world, { request, params }) => {
  const entry = requireEntry(world, params['blockedNumberId']);
  const body = jsonObject(request);
  if (body['phoneNumber'] !== undefined) entry.phoneNumber = numberIn(body);
  entry.label = labelIn(body) ?? entry.label;
  entry.status = choose(body, 'status', STATUSES, entry.status);
  world.changed();
  return ok(blockedNumberJson(world, entry));
};

export const deleteBlockedNumber: Handler = (world, { params }) => {
  const { callerBlocking } = world.state;
  const entry = requireEntry(world, params['blockedNumberId']);
  callerBlocking.numbers = callerBlocking.numbers.filter((other) => other !== entry);
  world.changed();
  return noContent;
};

function numberIn(body: JsonObject): string {
  const { phoneNumber } = body;
  const parsed = typeof phoneNumber === 'string' ? parsePhoneNumber(phoneNumber) : undefined;
  if (!parsed) throw invalidValue('phoneNumber');
  return parsed.e164;
}

function labelIn({ label }: JsonObject): string | undefined {
  if (label === undefined) return undefined;
  if (typeof label !== 'string') throw invalidValue('label');
  return label;
}

function requireEntry(world: World, id: string | undefined): BlockedNumber {
  const entry = world.state.callerBlocking.numbers.find((one) => one.id === id);
  if (!entry) throw resourceNotFound('blockedNumberId');
  return entry;
}

function listUri(world: World): string {
  return `${extensionUri(world)}/caller-blocking/phone-numbers`;
}

function blockedNumberJson(world: World, { label, ...entry }: BlockedNumber): object {
  return {
    uri: `${listUri(world)}/${entry.id}`,
    ...entry,
    ...(label === undefined ? {} : { label }),
  };
}

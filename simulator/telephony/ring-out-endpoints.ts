import { isBlocked } from '../account/caller-blocking.ts';
import type { JsonObject } from '../http/body.ts';
import { jsonObject, objectField, textField } from '../http/body.ts';
import { forbidden, invalidParameter, invalidValue, resourceNotFound } from '../http/errors.ts';
import { noContent, ok } from '../http/message.ts';
import type { Handler } from '../http/routes.ts';
import { parsePhoneNumber } from '../phone-numbers.ts';
import type { World } from '../world.ts';
import { extensionUri } from '../world.ts';
import type { RingOut } from './ring-out.ts';
import { cancelRingOut, hangUp, startRingOut } from './ring-out.ts';

export const postRingOut: Handler = (world, { request }) => {
  const body = jsonObject(request);
  const from = callerNumber(world, objectField(body, 'from'));
  const to = dialledNumber(objectField(body, 'to'), 'TEL-109', 'to.phoneNumber');
  requireCallerId(world, objectField(body, 'callerId'));
  requireReachable(world, from, to);
  const playPrompt = body['playPrompt'] ?? false;
  if (typeof playPrompt !== 'boolean') throw invalidValue('playPrompt');
  return ok(toJson(world, startRingOut(world, { from, to, playPrompt })));
};

export const getRingOut: Handler = (world, { params }) =>
  ok(toJson(world, requireRingOut(world, params['ringoutId'])));

/**
 * Ends the call while the own phone rings; what it does later is a rule (RingCentral's guide to
 * RingOut).
 */
export const deleteRingOut: Handler = (world, { params }) => {
  const ringOut = requireRingOut(world, params['ringoutId']);
  const { callerStatus, callStatus } = ringOut.status;
  if (callerStatus === 'InProgress' && callStatus === 'InProgress') cancelRingOut(world, ringOut);
  else if (callerStatus === 'Success' && world.rules.deleteAfterAnswer === 'ends') {
    hangUp(world, ringOut);
  }
  return noContent;
};

function requireRingOut(world: World, id: string | undefined): RingOut {
  const ringOut = world.ringOuts.get(id ?? '');
  if (!ringOut) throw resourceNotFound('ringOutId');
  return ringOut;
}

function toJson(world: World, { id, status }: RingOut): object {
  return { id, uri: `${extensionUri(world)}/ring-out/${id}`, status };
}

/**
 * `from` may name a forwarding number by id; left out, it is the first one (RingCentral's guide to
 * RingOut).
 */
function callerNumber(world: World, from: JsonObject): string {
  const { forwarding } = world.state.profile;
  const forwardingId = textField(from, 'forwardingNumberId');
  if (forwardingId !== undefined) {
    const entry = forwarding.find(({ id }) => id === forwardingId);
    if (!entry) throw resourceNotFound('from.forwardingNumberId');
    return entry.phoneNumber;
  }
  const first = forwarding[0];
  if (from['phoneNumber'] === undefined && first) return first.phoneNumber;
  return dialledNumber(from, 'TEL-108', 'from.phoneNumber');
}

function dialledNumber(field: JsonObject, code: string, parameterName: string): string {
  const number = parsePhoneNumber(textField(field, 'phoneNumber') ?? '');
  if (!number) {
    throw invalidParameter(
      code,
      `Phone number [${parameterName}] is empty or invalid`,
      parameterName,
    );
  }
  return number.e164;
}

function requireCallerId(world: World, callerId: JsonObject): void {
  const typed = textField(callerId, 'phoneNumber');
  if (typed === undefined) return;
  const e164 = parsePhoneNumber(typed)?.e164;
  const own = world.state.profile.numbers.find(({ phoneNumber }) => phoneNumber === e164);
  if (!own) {
    throw forbidden('RNG-102', 'Caller ID must be one of the direct numbers of the company');
  }
  if (!own.features.includes('CallerId')) {
    throw invalidParameter('TEL-107', 'Caller ID is not allowed', 'callerId.phoneNumber');
  }
}

function requireReachable(world: World, from: string, to: string): void {
  if (isBlocked(world, to)) throw forbidden('TEL-101', 'The to number is blocked');
  if (isBlocked(world, from)) throw forbidden('TEL-102', 'The from number is blocked');
  const isAbroad = !to.startsWith('+1');
  const needed = isAbroad ? 'InternationalCalls' : 'DomesticCalls';
  const isAllowed = world.state.userPermissions.includes(needed);
  if (!isAllowed || (isAbroad && !world.state.internationalCalling)) {
    throw forbidden('CMN-113', `${needed} is not available for this extension`);
  }
}

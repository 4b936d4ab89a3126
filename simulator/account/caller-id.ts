import { isObject, jsonObject, objectField } from '../http/body.ts';
import { invalidParameter, invalidValue } from '../http/errors.ts';
import { ok } from '../http/message.ts';
import type { Handler } from '../http/routes.ts';
import type { OwnNumber } from '../state/types.ts';
import type { World } from '../world.ts';
import { accountUri, extensionUri } from '../world.ts';
import { publishSettings } from './settings-events.ts';

const FEATURES = ['RingOut', 'RingMe', 'CallFlip', 'MobileApp', 'Alternate'] as const;

/** The caller ID of each device and each feature. */
export const getCallerId: Handler = (world) => ok(callerIdJson(world));

/** PUT caller-id: names a number, by its id, for some of the features. */
export const putCallerId: Handler = (world, { request }) => {
  const { byFeature = [] } = jsonObject(request);
  if (!Array.isArray(byFeature)) throw invalidValue('byFeature');
  const chosen = (byFeature as unknown[]).map((entry) => choiceOf(world, entry));
  world.state.callerIds = { ...world.state.callerIds, ...Object.fromEntries(chosen) };
  world.changed();
  publishSettings(world, 'ExtensionInfo');
  return ok(callerIdJson(world));
};

function choiceOf(world: World, entry: unknown): readonly [feature: string, numberId: number] {
  if (!isObject(entry)) throw invalidValue('byFeature');
  const feature = FEATURES.find((name) => name === entry['feature']);
  if (feature === undefined) throw invalidValue('byFeature.feature');
  const { id } = objectField(objectField(entry, 'callerId'), 'phoneInfo');
  const number = world.state.profile.numbers.find((own) => String(own.id) === String(id));
  if (!number?.features.includes('CallerId')) {
    const message = 'The phone number cannot be used as caller ID';
    throw invalidParameter('CID-102', message, 'byFeature.callerId.phoneInfo.id');
  }
  return [feature, number.id];
}

function callerIdJson(world: World): object {
  const { profile, callerIds } = world.state;
  const primary = profile.numbers.find((number) => number.primary);
  const numberOf = (feature: string): OwnNumber | undefined =>
    profile.numbers.find(({ id }) => id === callerIds[feature]) ?? primary;
  return {
    uri: `${extensionUri(world)}/caller-id`,
    byDevice: profile.devices.map(({ id, name }) => ({
      device: { id, uri: `${accountUri(world)}/device/${id}`, name },
      callerId: shownJson(world, primary),
    })),
    byFeature: FEATURES.map((feature) => ({
      feature,
      callerId: shownJson(world, numberOf(feature)),
    })),
    extensionNameForOutboundCalls: true,
    extensionNumberForInternalCalls: true,
  };
}

function shownJson(world: World, number: OwnNumber | undefined): object | undefined {
  if (!number) return undefined;
  return {
    type: 'PhoneNumber',
    phoneInfo: {
      uri: `${accountUri(world)}/phone-number/${number.id}`,
      id: String(number.id),
      phoneNumber: number.phoneNumber,
    },
  };
}

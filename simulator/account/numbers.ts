import { resourceNotFound } from '../http/errors.ts';
import { ok } from '../http/message.ts';
import { pageOf } from '../http/paging.ts';
import { listOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import type { CampaignStatus } from '../state/campaign-status.ts';
import type { Device, ForwardingNumber, OwnNumber } from '../state/types.ts';
import type { World } from '../world.ts';
import { accountUri, extensionUri } from '../world.ts';
import { countryJson } from './countries.ts';

const USAGE_TYPES = [
  'MainCompanyNumber',
  'CompanyNumber',
  'DirectNumber',
  'CompanyFaxNumber',
] as const;

export const getPhoneNumbers: Handler = (world, { request }) => {
  const usageTypes = listOf(request.query, 'usageType', USAGE_TYPES);
  const numbers = world.state.profile.numbers.filter(
    ({ usageType }) => usageTypes.length === 0 || usageTypes.includes(usageType),
  );
  return ok(
    pageOf(numbers, `${extensionUri(world)}/phone-number`, request.query, (number) =>
      phoneNumberJson(world, number),
    ),
  );
};

function phoneNumberJson(world: World, own: OwnNumber): object {
  const { profile } = world.state;
  const { campaign: _, ...number } = own;
  const uri = `${accountUri(world)}/phone-number/${number.id}`;
  const isDirect = number.usageType === 'DirectNumber';
  return {
    uri,
    ...number,
    status: 'Normal',
    country: countryJson(world, 'US', 'United States'),
    ...(isDirect
      ? {
          extension: {
            uri: extensionUri(world),
            id: profile.extensionId,
            extensionNumber: profile.extensionNumber,
          },
        }
      : {}),
  };
}

/**
 * How far a number is with The Campaign Registry, which it is once it can text (RingCentral's guide
 * to number registration).
 */
function campaignOf({ campaign, features, paymentType }: OwnNumber): CampaignStatus | undefined {
  if (campaign !== undefined) return campaign;
  return features.includes('SmsSender') && paymentType === 'Local' ? 'Confirmed' : undefined;
}

/** The registration of a number for texts; without a campaign there is nothing to tell. */
export const getSmsConfiguration: Handler = (world, { params }) => {
  const number = world.state.profile.numbers.find(
    ({ id }) => String(id) === params['phoneNumberId'],
  );
  if (!number) throw resourceNotFound('phoneNumberId');
  const status = campaignOf(number);
  return ok({
    phoneNumberId: String(number.id),
    phoneNumber: number.phoneNumber,
    ...(status
      ? {
          smsCampaignInfo: {
            id: '4711',
            externalId: 'CSIM001',
            status,
            registrationTier: 'LowVolume',
            useCases: ['CustomerCare', 'AccountNotification'],
          },
          smsBrandInfo: { id: '815', status: 'Confirmed', externalId: 'BSIM001' },
        }
      : {}),
  });
};

export const getForwardingNumbers: Handler = (world, { request }) =>
  ok(
    pageOf(
      world.state.profile.forwarding,
      `${extensionUri(world)}/forwarding-number`,
      request.query,
      (number) => forwardingJson(world, number),
    ),
  );

function forwardingJson(world: World, number: ForwardingNumber): object {
  const { deviceId, ...shown } = number;
  return {
    uri: `${extensionUri(world)}/forwarding-number/${number.id}`,
    ...shown,
    features: number.type === 'PhoneLine' ? ['CallForwarding'] : ['CallFlip', 'CallForwarding'],
    ...(deviceId === undefined
      ? {}
      : { device: { id: deviceId, uri: `${accountUri(world)}/device/${deviceId}` } }),
  };
}

export const getDevices: Handler = (world, { request }) =>
  ok(
    pageOf(world.state.profile.devices, `${extensionUri(world)}/device`, request.query, (device) =>
      deviceJson(world, device),
    ),
  );

function deviceJson(world: World, device: Device): object {
  const { profile } = world.state;
  const number = profile.numbers.find(({ phoneNumber }) => phoneNumber === device.phoneNumber);
  return {
    uri: `${accountUri(world)}/device/${device.id}`,
    id: device.id,
    type: device.type,
    name: device.name,
    ...(device.serial === undefined ? {} : { serial: device.serial }),
    ...(device.model === undefined
      ? {}
      : { model: { id: '78', name: device.model, addons: [], features: ['BLA'] } }),
    status: device.status,
    extension: {
      uri: extensionUri(world),
      id: profile.extensionId,
      extensionNumber: profile.extensionNumber,
    },
    phoneLines: number
      ? [{ id: String(number.id), lineType: 'Standalone', phoneInfo: phoneInfoJson(world, number) }]
      : [],
    linePooling: number ? 'Host' : 'None',
  };
}

function phoneInfoJson(world: World, number: OwnNumber): object {
  return {
    id: number.id,
    phoneNumber: number.phoneNumber,
    paymentType: number.paymentType,
    type: number.type,
    usageType: number.usageType,
    country: countryJson(world, 'US', 'United States'),
  };
}

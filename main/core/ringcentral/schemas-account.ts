import { z } from 'zod';
import type {
  ServerDevice,
  ServerExtension,
  ServerForwardingNumber,
  ServerPhoneNumber,
  ServerSmsRegistration,
} from './records.ts';
import { optionalText, serverId, type RecordReader } from './schemas.ts';

const textList = z.array(z.string()).catch([]).default([]);

const phoneNumber = z.looseObject({
  id: serverId.optional().catch(undefined),
  phoneNumber: z.string(),
  type: optionalText,
  paymentType: optionalText,
  country: z.looseObject({ isoCode: optionalText }).optional().catch(undefined),
  label: optionalText,
  usageType: z.string().catch('Unknown'),
  primary: z.boolean().catch(false).default(false),
  features: textList,
});

/** A number of the extension, with what it may be used for. */
export const phoneNumberReader: RecordReader<ServerPhoneNumber> = {
  read(raw) {
    const parsed = phoneNumber.parse(raw);
    const { phoneNumber: number, primary, paymentType, country, ...rest } = parsed;
    const { id, type, label, usageType, features } = rest;
    return {
      id,
      number,
      label,
      type,
      usageType,
      isPrimary: primary,
      isTollFree: paymentType === 'TollFree',
      country: country?.isoCode,
      features,
    };
  },
};

const registered = z.looseObject({ status: optionalText }).optional().catch(undefined);
const smsConfiguration = z.looseObject({ smsCampaignInfo: registered, smsBrandInfo: registered });

/**
 * How far the registration of a number for texting has come (RingCentral's guide to number
 * registration).
 */
export function readSmsRegistration(raw: unknown): ServerSmsRegistration {
  const { smsCampaignInfo, smsBrandInfo } = smsConfiguration.parse(raw);
  return { campaign: smsCampaignInfo?.status, brand: smsBrandInfo?.status };
}

const forwardingNumber = z.looseObject({
  id: serverId,
  phoneNumber: z.string(),
  label: optionalText,
  type: z.string().catch('Other'),
  device: z.looseObject({ id: serverId }).optional().catch(undefined),
});

/** A phone the user forwards to, which RingOut can ring first. */
export const forwardingNumberReader: RecordReader<ServerForwardingNumber> = {
  read(raw) {
    const { id, phoneNumber: number, label, type, device } = forwardingNumber.parse(raw);
    return { id, number, label: label ?? type, type, deviceId: device?.id };
  },
};

const device = z.looseObject({
  id: serverId,
  name: optionalText,
  type: z.string().catch('OtherPhone'),
  status: z.enum(['Online', 'Offline']).optional().catch(undefined),
  model: z.looseObject({ name: optionalText }).optional().catch(undefined),
  phoneLines: z
    .array(
      z
        .looseObject({ phoneInfo: z.looseObject({ phoneNumber: optionalText }) })
        .catch({ phoneInfo: {} }),
    )
    .catch([])
    .default([]),
});

/** One of the user's phones, with the numbers of its lines. */
export const deviceReader: RecordReader<ServerDevice> = {
  read(raw) {
    const { id, name, model, type, status, phoneLines } = device.parse(raw);
    const numbers = phoneLines.flatMap(({ phoneInfo }) => phoneInfo.phoneNumber ?? []);
    return { id, name: name ?? model?.name ?? type, type, status, numbers };
  },
};

const extension = z.looseObject({
  id: serverId,
  extensionNumber: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  name: optionalText,
  contact: z
    .looseObject({
      firstName: optionalText,
      lastName: optionalText,
      company: optionalText,
      email: optionalText,
    })
    .catch({})
    .default({}),
  regionalSettings: z
    .looseObject({ homeCountry: z.looseObject({ isoCode: optionalText }).optional() })
    .optional()
    .catch(undefined),
});

/** Who is signed in. */
export function readExtension(raw: unknown): ServerExtension {
  const { id, extensionNumber, name, contact, regionalSettings } = extension.parse(raw);
  const fullName = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  return {
    id,
    extensionNumber,
    name: name ?? (fullName || (extensionNumber ?? id)),
    company: contact.company,
    email: contact.email,
    homeCountry: regionalSettings?.homeCountry?.isoCode,
  };
}

const callerIds = z.looseObject({
  byFeature: z
    .array(
      z.looseObject({
        feature: z.string(),
        callerId: z
          .looseObject({ phoneInfo: z.looseObject({ phoneNumber: optionalText }).optional() })
          .optional(),
      }),
    )
    .catch([])
    .default([]),
});

/** The number that RingOut shows unless told otherwise; undefined when it is blocked or unset. */
export function readDefaultCallerId(raw: unknown): string | undefined {
  const { byFeature } = callerIds.parse(raw);
  const entry = byFeature.find(({ feature }) => feature === 'RingOut');
  return entry?.callerId?.phoneInfo?.phoneNumber;
}

const authzProfile = z.looseObject({
  permissions: z.array(
    z
      .looseObject({ permission: z.looseObject({ id: optionalText }) })
      .catch({ permission: { id: undefined } }),
  ),
});

/** The names of the user permissions in an authz profile. */
export function readUserPermissions(raw: unknown): readonly string[] {
  const { permissions } = authzProfile.parse(raw);
  return permissions.flatMap(({ permission }) => permission.id ?? []);
}

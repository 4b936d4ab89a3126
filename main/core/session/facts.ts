import type { Failure } from '../../../shared/failure.ts';
import type { CallerIdChoice, PhoneChoice } from '../../../shared/model/calls.ts';
import type { CountryCode, E164, PhoneId } from '../../../shared/model/ids.ts';
import type { SenderChoice } from '../../../shared/model/messages.ts';
import type { AccountView, SignInMethod } from '../../../shared/model/session.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import type {
  ServerDevice,
  ServerExtension,
  ServerForwardingNumber,
  ServerPhoneNumber,
  ServerSmsRegistration,
} from '../ringcentral/records.ts';

/** What is known of the account; a fact that has not been read yet is undefined. */
export type AccountFacts = {
  readonly serverUrl: string | undefined;
  readonly extension: ServerExtension | undefined;
  readonly phoneNumbers: readonly ServerPhoneNumber[] | undefined;
  /** Of numbers that cannot text, by their ids; one that could not be read is not there. */
  readonly smsRegistrations: Readonly<Record<string, ServerSmsRegistration>> | undefined;
  readonly forwardingNumbers: readonly ServerForwardingNumber[] | undefined;
  readonly devices: readonly ServerDevice[] | undefined;
  /** The number RingOut shows unless told otherwise; empty when there is none. */
  readonly callerId: string | undefined;
  /** What the user's role allows (RingCentral's guide to permissions). */
  readonly userPermissions: readonly string[] | undefined;
  /** What the app may do (RingCentral's guide to permissions), as the tokens named it. */
  readonly appPermissions: readonly string[] | undefined;
  /**
   * The account that the archive was filled from: server and extension, or, written by an older
   * Sidetone, the extension alone. It stays when someone signs out.
   */
  readonly archiveOf: string | undefined;
  /** What the last sign-in was made with; it stays when someone signs out. */
  readonly lastSignIn: SignInFacts | undefined;
  /**
   * A sign-in has begun and it is not known yet whose it is: the tokens in the vault may be another
   * account's than this archive's. Written ahead, so that it is there after a crash.
   */
  readonly isUnsettled: true | undefined;
};

/** A sign-in without its secrets. */
export type SignInFacts = {
  readonly serverUrl: string;
  readonly clientId: string;
  readonly method: SignInMethod;
  readonly hasClientSecret: boolean;
};

export const noFacts: AccountFacts = {
  serverUrl: undefined,
  extension: undefined,
  phoneNumbers: undefined,
  smsRegistrations: undefined,
  forwardingNumbers: undefined,
  devices: undefined,
  callerId: undefined,
  userPermissions: undefined,
  appPermissions: undefined,
  archiveOf: undefined,
  lastSignIn: undefined,
  isUnsettled: undefined,
};

/** Facts of the archive and not of who is signed in: they stay at a sign-out. */
export function toLastingFacts({ archiveOf, lastSignIn }: AccountFacts): AccountFacts {
  return { ...noFacts, archiveOf, lastSignIn };
}

const countryFallback = 'US' as CountryCode;

/** The country national numbers are read in: the extension's own. */
export function toHomeCountry({ extension }: AccountFacts): CountryCode {
  const code = extension?.homeCountry?.toUpperCase();
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? (code as CountryCode) : countryFallback;
}

export function toAccountView(facts: AccountFacts): AccountView | undefined {
  const { extension } = facts;
  if (!extension) return undefined;
  return {
    extensionId: extension.id,
    name: extension.name,
    extensionNumber: extension.extensionNumber,
    company: extension.company,
    homeCountry: toHomeCountry(facts),
  };
}

/** The numbers that may text: those with RingCentral's SmsSender feature, the primary one first. */
export function toSenders(facts: AccountFacts): readonly SenderChoice[] {
  const able = numbersWith('SmsSender', facts);
  const usual = able.find(({ isPrimary }) => isPrimary) ?? able[0];
  return able.map((each) => ({
    number: each.number,
    label: each.label,
    isDefault: each === usual,
  }));
}

/** Whether pictures and files go out from a number: one with RingCentral's MmsSender feature. */
export function canSendMedia(facts: AccountFacts, from: E164): boolean {
  return numbersWith('MmsSender', facts).some(({ number }) => number === from);
}

/** The numbers that calls may show: those with RingCentral's CallerId feature. */
export function toCallerIds(facts: AccountFacts): readonly CallerIdChoice[] {
  const set = facts.callerId && toE164(facts.callerId, toHomeCountry(facts));
  return numbersWith('CallerId', facts).map(({ number, label }) => ({
    number,
    label,
    isDefault: number === set,
  }));
}

/** All numbers that texts of the user's can come from or go to. */
export function toOwnNumbers(facts: AccountFacts): readonly E164[] {
  return numbersWith(undefined, facts).map(({ number }) => number);
}

/** The number that texts, and calls unless chosen otherwise, go out from. */
export function toFromNumber(facts: AccountFacts): E164 | undefined {
  const sender = toSenders(facts).find(({ isDefault }) => isDefault);
  if (sender) return sender.number;
  const own = numbersWith(undefined, facts);
  return (own.find(({ isPrimary }) => isPrimary) ?? own[0])?.number;
}

/** The user's phones that RingOut can ring first: forwarding numbers, and lines of devices. */
export function toPhones(facts: AccountFacts): readonly PhoneChoice[] {
  const country = toHomeCountry(facts);
  const devices = facts.devices ?? [];
  const forwarding = (facts.forwardingNumbers ?? []).map((phone) => {
    const device = devices.find(({ id }) => id === phone.deviceId);
    return {
      id: `forwarding-${phone.id}`,
      typed: phone.number,
      label: phone.label,
      kind: (device && deviceKinds.get(device.type)) ?? forwardingKinds.get(phone.type) ?? 'other',
      status: toStatus(device?.status),
    };
  });
  const lines = devices.flatMap((device) =>
    device.numbers.map((typed) => ({
      id: `device-${device.id}-${typed}`,
      typed,
      label: device.name,
      kind: deviceKinds.get(device.type) ?? 'other',
      status: toStatus(device.status),
    })),
  );
  const phones = new Map<E164, Omit<PhoneChoice, 'isDefault'>>();
  for (const { id, typed, ...rest } of [...forwarding, ...lines]) {
    const number = toE164(typed, country);
    // A device's line is often among the forwarding numbers as well, under a label of the user's.
    if (number && !phones.has(number)) phones.set(number, { ...rest, id: id as PhoneId, number });
  }
  const all = [...phones.values()];
  const usual = all.find(({ status }) => status !== 'offline') ?? all[0];
  return all.map((phone) => Object.assign(phone, { isDefault: phone === usual }));
}

/** Why RingCentral refused to tell a fact. */
export type Unread = Partial<Record<keyof AccountFacts, Failure>>;

export type OwnNumber = Omit<ServerPhoneNumber, 'number'> & { readonly number: E164 };

/** The user's numbers, those with a feature of RingCentral's alone when one is named. */
export function numbersWith(
  feature: string | undefined,
  facts: AccountFacts,
): readonly OwnNumber[] {
  const country = toHomeCountry(facts);
  return (facts.phoneNumbers ?? []).flatMap((each) => {
    const number = toE164(each.number, country);
    const fits = feature === undefined || each.features.includes(feature);
    return number !== undefined && fits ? [{ ...each, number }] : [];
  });
}

function toStatus(status: ServerDevice['status']): PhoneChoice['status'] {
  if (status === 'Online') return 'online';
  return status === 'Offline' ? 'offline' : 'unknown';
}

type Kind = PhoneChoice['kind'];

/** RingCentral's API reference: the types of a forwarding number. */
const forwardingKinds = new Map<string, Kind>([
  ['Home', 'home'],
  ['Mobile', 'mobile'],
  ['BusinessMobilePhone', 'mobile'],
  ['Work', 'work'],
  ['PhoneLine', 'desk'],
  ['ExtensionApps', 'app'],
]);

/** The types of a device in RingCentral's specification. */
const deviceKinds = new Map<string, Kind>([
  ['HardPhone', 'desk'],
  ['OtherPhone', 'desk'],
  ['SoftPhone', 'app'],
  ['WebPhone', 'app'],
  ['WebRTC', 'app'],
]);

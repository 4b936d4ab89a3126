import { failure } from '../../../shared/failure.ts';
import type { Capability, SessionView } from '../../../shared/model/session.ts';
import { toPhones, toSenders, type AccountFacts, type Unread } from './facts.ts';

/** What can be done with an account, each with the reason if not. */
export type Abilities = Pick<
  SessionView,
  | 'canCall'
  | 'canText'
  | 'canReadTexts'
  | 'canReadCalls'
  | 'canReadContacts'
  | 'canEditContacts'
  | 'canPlayRecordings'
  | 'canPlayVoicemail'
  | 'canHangUp'
  | 'canSetPresence'
>;

/** Judges all of them by permissions, numbers and phones; what is unknown is allowed until refused. */
export function toAbilities(facts: AccountFacts, unread: Unread): Abilities {
  return {
    canCall: toCanCall(facts, unread),
    canText: toCanText(facts, unread),
    canReadTexts: permitted(facts, 'ReadMessages', 'ReadMessages') ?? able,
    canReadCalls: permitted(facts, 'ReadCallLog', 'ReadCallLog') ?? able,
    canReadContacts: permitted(facts, 'ReadContacts', 'ReadPersonalContacts') ?? able,
    canEditContacts: permitted(facts, 'Contacts', 'EditPersonalContacts') ?? able,
    canPlayRecordings: permitted(facts, 'ReadCallRecording', 'ReadCallRecording') ?? able,
    canPlayVoicemail: permitted(facts, 'ReadMessages', 'ReadMessageContent') ?? able,
    canHangUp: permitted(facts, 'CallControl') ?? able,
    canSetPresence: permitted(facts, 'EditPresence') ?? able,
  };
}

/** Whether this account can place calls at all. */
export function toCanCall(facts: AccountFacts, unread: Unread): Capability {
  const missing = permitted(facts, 'RingOut');
  if (missing) return missing;
  if (toPhones(facts).length > 0) return able;
  const reason = unread.forwardingNumbers ?? unread.devices;
  if (reason) return { can: false, failure: reason };
  if (!facts.forwardingNumbers) return able;
  return { can: false, failure: failure('rejected', 'call.no-phone', { retry: 'user' }) };
}

/** Whether this account can send texts at all. */
export function toCanText(facts: AccountFacts, unread: Unread): Capability {
  const missing = permitted(facts, 'SMS', 'OutboundSMS');
  if (missing) return missing;
  if (toSenders(facts).length > 0) return able;
  if (unread.phoneNumbers) return { can: false, failure: unread.phoneNumbers };
  if (!facts.phoneNumbers) return able;
  return { can: false, failure: failure('rejected', 'text.no-sender', { retry: 'user' }) };
}

const able: Capability = { can: true };

/** App permissions that a feature needs (RingCentral's guide to permissions). */
type AppPermission =
  | 'RingOut'
  | 'SMS'
  | 'ReadMessages'
  | 'ReadCallLog'
  | 'ReadContacts'
  | 'Contacts'
  | 'ReadCallRecording'
  | 'CallControl'
  | 'EditPresence';

/**
 * Other names a token's scope may give a permission: older ones, and ones that include it
 * (RingCentral's guide to authorization).
 */
const otherNames: Partial<Readonly<Record<AppPermission, string>>> = {
  ReadMessages: 'Messages',
  ReadCallLog: 'CallLog',
  ReadContacts: 'Contacts',
};

/** The permission that is missing; undefined when none is, or when it is not known. */
function permitted(
  { appPermissions, userPermissions }: AccountFacts,
  ofApp: AppPermission,
  ofUser?: string,
): Capability | undefined {
  const isOfApp = (name: string): boolean => name === ofApp || name === otherNames[ofApp];
  if (appPermissions && !appPermissions.some(isOfApp))
    return lacking('permission.app-missing', ofApp);
  if (userPermissions && ofUser !== undefined && !userPermissions.includes(ofUser))
    return lacking('permission.user-missing', ofUser);
  return undefined;
}

function lacking(
  message: 'permission.app-missing' | 'permission.user-missing',
  permission: string,
): Capability {
  return {
    can: false,
    failure: failure('rejected', message, { retry: 'user', params: { permission } }),
  };
}

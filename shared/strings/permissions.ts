/**
 * RingCentral's permissions by the names its developer console and its admin portal show; both
 * speak English in every country, so these are in no language's words.
 */
const names = {
  RingOut: 'RingOut',
  CallControl: 'Call Control',
  SMS: 'SMS',
  OutboundSMS: 'Outbound SMS',
  ReadMessages: 'Read Messages',
  EditMessages: 'Edit Messages',
  ReadCallLog: 'Read Call Log',
  ReadCallRecording: 'Read Call Recordings',
  ReadAccounts: 'Read Accounts',
  ReadExtensions: 'Read Extensions',
  ReadUserPhoneNumbers: 'Read User Phone Numbers',
  ReadUserForwardingFlipNumbers: 'Read User Forwarding & Flip Numbers',
  ReadUserDevices: 'Read User Devices',
  ReadCallerIDSettings: 'Read Caller ID Settings',
  ReadMessageContent: 'Read Message Content',
  Contacts: 'Contacts',
  EditPersonalContacts: 'Edit Personal Contacts',
  ReadContacts: 'Read Contacts',
  ReadPersonalContacts: 'Read Personal Contacts',
  ReadPresence: 'Read Presence',
  ReadPresenceStatus: 'Read Presence Status',
  EditPresence: 'Edit Presence',
  WebSocketsSubscription: 'WebSocket Subscriptions',
  WebSocket: 'WebSocket Subscriptions',
  WebSockets: 'WebSocket Subscriptions',
} as const;

export type PermissionId = keyof typeof names;

/** A permission as RingCentral's own pages write it; an unknown id with its words set apart. */
export function permissionName(id: string | undefined): string {
  if (id === undefined) return '';
  const apart = id.replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2');
  return isKnown(id) ? names[id] : apart.trim();
}

/** What Sidetone needs a permission for, in a language's words; unknown ids have none. */
export function createPermissionUse(uses: Readonly<Record<PermissionId, string>>) {
  return (id: string): string | undefined => (isKnown(id) ? uses[id] : undefined);
}

function isKnown(id: string): id is PermissionId {
  return Object.hasOwn(names, id);
}

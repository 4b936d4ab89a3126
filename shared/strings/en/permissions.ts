/**
 * RingCentral's permissions as a person meets them: by the names its developer console and its
 * admin portal show, and by what Sidetone cannot do without them.
 */
const known: Readonly<Record<string, { readonly name: string; readonly use: string }>> = {
  RingOut: { name: 'RingOut', use: 'place calls' },
  CallControl: { name: 'Call Control', use: 'hang up a connected call' },
  SMS: { name: 'SMS', use: 'send texts' },
  OutboundSMS: { name: 'Outbound SMS', use: 'send texts' },
  ReadMessages: { name: 'Read Messages', use: 'show texts and voicemail' },
  EditMessages: { name: 'Edit Messages', use: 'mark texts as read' },
  ReadCallLog: { name: 'Read Call Log', use: 'show the call history' },
  ReadCallRecording: { name: 'Read Call Recordings', use: 'play recordings' },
  ReadAccounts: { name: 'Read Accounts', use: 'find your numbers and phones' },
  ReadExtensions: { name: 'Read Extensions', use: 'find who you are' },
  ReadUserPhoneNumbers: { name: 'Read User Phone Numbers', use: 'find your numbers' },
  ReadUserForwardingFlipNumbers: {
    name: 'Read User Forwarding & Flip Numbers',
    use: 'find your phones',
  },
  ReadUserDevices: { name: 'Read User Devices', use: 'tell whether your phones are on' },
  ReadCallerIDSettings: { name: 'Read Caller ID Settings', use: 'find your caller ID' },
  ReadMessageContent: { name: 'Read Message Content', use: 'play voicemail and show pictures' },
  Contacts: { name: 'Contacts', use: 'change your address book' },
  EditPersonalContacts: { name: 'Edit Personal Contacts', use: 'change your address book' },
  ReadContacts: { name: 'Read Contacts', use: 'show your address book' },
  ReadPersonalContacts: { name: 'Read Personal Contacts', use: 'show your address book' },
  ReadPresence: { name: 'Read Presence', use: 'follow running calls' },
  ReadPresenceStatus: { name: 'Read Presence Status', use: 'follow running calls' },
  WebSocketsSubscription: { name: 'WebSocket Subscriptions', use: 'get live updates' },
  WebSocket: { name: 'WebSocket Subscriptions', use: 'get live updates' },
  WebSockets: { name: 'WebSocket Subscriptions', use: 'get live updates' },
};

/** A permission as RingCentral's own pages write it; an unknown id with its words set apart. */
export function permissionName(id: string | undefined): string {
  if (id === undefined) return '';
  const apart = id.replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2');
  return entryOf(id)?.name ?? apart.trim();
}

/** What Sidetone needs it for, as in “needed to send texts”. */
export function permissionUse(id: string): string | undefined {
  return entryOf(id)?.use;
}

function entryOf(id: string) {
  return Object.hasOwn(known, id) ? known[id] : undefined;
}

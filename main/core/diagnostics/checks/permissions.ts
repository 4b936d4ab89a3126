import type { CheckOutcome } from '../../../../shared/model/diagnostics.ts';

/** A permission Sidetone uses, and how bad it is to be without it. */
export type NeededPermission = {
  /** RingCentral's name for it. */
  readonly name: string;
  /**
   * Other names it goes by: the guide's and the specification's differ, tokens carry older ones
   * (RingCentral's guide to authorization), and some include it.
   */
  readonly aliases?: readonly string[];
  readonly without: Extract<CheckOutcome, 'warn' | 'fail'>;
};

const needs = (
  without: NeededPermission['without'],
  ...names: readonly string[]
): readonly NeededPermission[] => names.map((name) => ({ name, without }));

/** Of the app, as its page in the developer console lists them. */
export const appPermissions: readonly NeededPermission[] = [
  ...needs('fail', 'RingOut', 'SMS'),
  { name: 'ReadMessages', aliases: ['Messages'], without: 'fail' },
  { name: 'ReadCallLog', aliases: ['CallLog'], without: 'fail' },
  { name: 'ReadAccounts', aliases: ['AccountInfo'], without: 'fail' },
  { name: 'EditMessages', aliases: ['Messages'], without: 'warn' },
  { name: 'ReadContacts', aliases: ['Contacts'], without: 'warn' },
  ...needs('warn', 'Contacts', 'ReadCallRecording', 'ReadPresence', 'EditPresence'),
  { name: 'WebSocketsSubscription', aliases: ['WebSocket', 'WebSockets'], without: 'warn' },
];

/** Of the user, by their role. */
export const userPermissions: readonly NeededPermission[] = [
  ...needs('fail', 'OutboundSMS', 'ReadMessages', 'ReadCallLog', 'ReadExtensions'),
  ...needs('fail', 'ReadUserPhoneNumbers', 'ReadUserForwardingFlipNumbers'),
  ...needs('warn', 'EditMessages', 'ReadUserDevices', 'ReadCallerIDSettings'),
  ...needs('warn', 'ReadPersonalContacts', 'EditPersonalContacts', 'ReadPresenceStatus'),
  ...needs('warn', 'ReadMessageContent', 'ReadCallRecording'),
];

import type { CheckOutcome } from '../../../../shared/model/diagnostics.ts';

/** A permission Sidetone uses, and how bad it is to be without it. */
export type NeededPermission = {
  /** RingCentral's name for it (FACTS 6). */
  readonly name: string;
  /** Other names it goes by: the guide's and the specification's differ. */
  readonly aliases?: readonly string[];
  readonly without: Extract<CheckOutcome, 'warn' | 'fail'>;
};

const needs = (
  without: NeededPermission['without'],
  ...names: readonly string[]
): readonly NeededPermission[] => names.map((name) => ({ name, without }));

/** Of the app, as its page in the developer console lists them. */
export const appPermissions: readonly NeededPermission[] = [
  ...needs('fail', 'RingOut', 'SMS', 'ReadMessages', 'ReadCallLog', 'ReadAccounts'),
  ...needs('warn', 'EditMessages', 'ReadContacts', 'ReadPresence'),
  { name: 'WebSocketsSubscription', aliases: ['WebSocket', 'WebSockets'], without: 'warn' },
];

/** Of the user, by their role. */
export const userPermissions: readonly NeededPermission[] = [
  ...needs('fail', 'OutboundSMS', 'ReadMessages', 'ReadCallLog', 'ReadExtensions'),
  ...needs('fail', 'ReadUserPhoneNumbers', 'ReadUserForwardingFlipNumbers'),
  ...needs('warn', 'EditMessages', 'ReadUserDevices', 'ReadCallerIDSettings'),
  ...needs('warn', 'ReadPersonalContacts', 'ReadPresenceStatus'),
];

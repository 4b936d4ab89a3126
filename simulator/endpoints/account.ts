import { getBusinessHours, putBusinessHours } from '../account/business-hours.ts';
import {
  deleteBlockedNumber,
  getBlockedNumber,
  getBlockedNumbers,
  getCallerBlocking,
  postBlockedNumber,
  putBlockedNumber,
  putCallerBlocking,
} from '../account/caller-blocking.ts';
import { getCallerId, putCallerId } from '../account/caller-id.ts';
import { getDirectory, getDirectoryEntry, searchDirectory } from '../account/directory.ts';
import { postNumberParser } from '../account/number-parser.ts';
import {
  getDevices,
  getForwardingNumbers,
  getPhoneNumbers,
  getSmsConfiguration,
} from '../account/numbers.ts';
import { getPresence, putPresence } from '../account/presence.ts';
import { getUnifiedPresence, patchUnifiedPresence } from '../account/unified-presence.ts';
import {
  getAccount,
  getAuthzCheck,
  getAuthzProfile,
  getExtension,
  getFeatures,
} from '../account/who-am-i.ts';
import type { Route } from '../http/routes.ts';
import { ACCOUNT, anyone, appMay, EXTENSION, may, row, V1 } from './rows.ts';

const NUMBERS = `${EXTENSION}/phone-number`;
const FORWARDING = `${EXTENSION}/forwarding-number`;
const CALLER_ID = `${EXTENSION}/caller-id`;
const BLOCKING = `${EXTENSION}/caller-blocking`;
const BLOCKED = `${BLOCKING}/phone-numbers`;
const HOURS = `${EXTENSION}/business-hours`;
const DIRECTORY = `${ACCOUNT}/directory/entries`;
const UNIFIED = `${EXTENSION}/unified-presence`;
const PRESENCE = `${EXTENSION}/presence`;

const readAccount = appMay('ReadAccounts');
const readExtension = may('ReadAccounts', 'ReadExtensions');
const readNumbers = may('ReadAccounts', 'ReadUserPhoneNumbers');
const readForwarding = may('ReadAccounts', 'ReadUserForwardingFlipNumbers');
const readDevices = may('ReadAccounts', 'ReadUserDevices');
const readCallerId = may('ReadAccounts', 'ReadCallerIDSettings');
const readBlocked = may('ReadAccounts', 'ReadBlockedNumbers');
const editBlocked = may('EditExtensions', 'EditBlockedNumbers');
const readPresence = may('ReadPresence', 'ReadPresenceStatus');

export const accountRoutes: readonly Route[] = [
  row('GET', ACCOUNT, 'Light', may('ReadAccounts', 'ReadCompanyInfo'), getAccount),
  row('GET', EXTENSION, 'Light', readExtension, getExtension),
  row('GET', `${EXTENSION}/authz-profile`, 'Medium', anyone, getAuthzProfile),
  row('GET', `${EXTENSION}/authz-profile/check`, 'Light', anyone, getAuthzCheck),
  row('GET', `${EXTENSION}/features`, 'Medium', readExtension, getFeatures),

  row('GET', NUMBERS, 'Light', readNumbers, getPhoneNumbers),
  row(
    'GET',
    `${NUMBERS}/:phoneNumberId/sms-configuration`,
    'Light',
    readAccount,
    getSmsConfiguration,
  ),
  row('GET', FORWARDING, 'Light', readForwarding, getForwardingNumbers),
  row('GET', `${EXTENSION}/device`, 'Light', readDevices, getDevices),
  row('GET', CALLER_ID, 'Light', readCallerId, getCallerId),
  row('PUT', CALLER_ID, 'Medium', may('EditExtensions', 'EditCallerIDSettings'), putCallerId),
  row('POST', `${V1}/number-parser/parse`, 'Light', anyone, postNumberParser),

  row('GET', BLOCKING, 'Light', readBlocked, getCallerBlocking),
  row('PUT', BLOCKING, 'Light', editBlocked, putCallerBlocking),
  row('GET', BLOCKED, 'Light', readBlocked, getBlockedNumbers),
  row('POST', BLOCKED, 'Medium', editBlocked, postBlockedNumber),
  row('GET', `${BLOCKED}/:blockedNumberId`, 'Light', readBlocked, getBlockedNumber),
  row('PUT', `${BLOCKED}/:blockedNumberId`, 'Medium', editBlocked, putBlockedNumber),
  row('DELETE', `${BLOCKED}/:blockedNumberId`, 'Medium', editBlocked, deleteBlockedNumber),

  row('GET', HOURS, 'Light', readExtension, getBusinessHours),
  row('PUT', HOURS, 'Medium', may('EditExtensions', 'EditUserAnsweringRules'), putBusinessHours),

  row('GET', DIRECTORY, 'Medium', readAccount, getDirectory),
  row('POST', `${DIRECTORY}/search`, 'Heavy', readExtension, searchDirectory),
  row('GET', `${DIRECTORY}/:entryId`, 'Medium', readAccount, getDirectoryEntry),

  row('GET', PRESENCE, 'Light', readPresence, getPresence),
  row('PUT', PRESENCE, 'Medium', appMay('EditPresence'), putPresence),
  { ...row('GET', UNIFIED, 'Medium', readPresence, getUnifiedPresence), othersToo: true },
  row('PATCH', UNIFIED, 'Medium', may('EditPresence', 'EditPresenceStatus'), patchUnifiedPresence),
];

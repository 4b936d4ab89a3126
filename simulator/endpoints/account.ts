import { getDirectory } from '../account/directory.ts';
import { postNumberParser } from '../account/number-parser.ts';
import {
  getCallerId,
  getDevices,
  getForwardingNumbers,
  getPhoneNumbers,
  getSmsConfiguration,
} from '../account/numbers.ts';
import { getPresence, putPresence } from '../account/presence.ts';
import { getAccount, getAuthzProfile, getExtension, getFeatures } from '../account/who-am-i.ts';
import type { Route } from '../http/routes.ts';
import { ACCOUNT, anyone, appMay, EXTENSION, may, row, V1 } from './rows.ts';

const NUMBERS = `${EXTENSION}/phone-number`;
const FORWARDING = `${EXTENSION}/forwarding-number`;
const PRESENCE = `${EXTENSION}/presence`;

const readAccount = appMay('ReadAccounts');
const readExtension = may('ReadAccounts', 'ReadExtensions');
const readNumbers = may('ReadAccounts', 'ReadUserPhoneNumbers');
const readForwarding = may('ReadAccounts', 'ReadUserForwardingFlipNumbers');
const readDevices = may('ReadAccounts', 'ReadUserDevices');
const readCallerId = may('ReadAccounts', 'ReadCallerIDSettings');
const readPresence = may('ReadPresence', 'ReadPresenceStatus');

export const accountRoutes: readonly Route[] = [
  row('GET', ACCOUNT, 'Light', may('ReadAccounts', 'ReadCompanyInfo'), getAccount),
  row('GET', EXTENSION, 'Light', readExtension, getExtension),
  row('GET', `${EXTENSION}/authz-profile`, 'Medium', anyone, getAuthzProfile),
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
  row('GET', `${EXTENSION}/caller-id`, 'Light', readCallerId, getCallerId),
  row('POST', `${V1}/number-parser/parse`, 'Light', anyone, postNumberParser),

  row('GET', `${ACCOUNT}/directory/entries`, 'Medium', readAccount, getDirectory),

  row('GET', PRESENCE, 'Light', readPresence, getPresence),
  row('PUT', PRESENCE, 'Medium', appMay('EditPresence'), putPresence),
];

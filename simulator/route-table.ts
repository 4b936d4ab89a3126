import { getDirectory } from './account/directory.ts';
import { postNumberParser } from './account/number-parser.ts';
import {
  getCallerId,
  getDevices,
  getForwardingNumbers,
  getPhoneNumbers,
  getSmsConfiguration,
} from './account/numbers.ts';
import { getPresence, putPresence } from './account/presence.ts';
import { getVersions } from './account/versions.ts';
import { getAccount, getAuthzProfile, getExtension, getFeatures } from './account/who-am-i.ts';
import { getAddressBookSync } from './address-book/address-book-sync.ts';
import {
  deleteContact,
  getContact,
  getContacts,
  postContact,
  putContact,
} from './address-book/contacts.ts';
import type { Handler, Method, OpenRoute, Route } from './http/routes.ts';
import { getContent } from './messages/content.ts';
import {
  deleteMessage,
  deleteMessages,
  getMessage,
  getMessages,
  patchMessage,
  putMessage,
} from './messages/message-store.ts';
import { getMessageSync } from './messages/message-sync.ts';
import { postSms } from './messages/sms.ts';
import { postRevoke, postToken } from './oauth/endpoints.ts';
import {
  deleteSubscription,
  getSubscription,
  getSubscriptions,
  postSocketToken,
  postSubscription,
  putSubscription,
} from './push/endpoints.ts';
import { getActiveCalls, getCallLog, getCallRecord } from './telephony/call-log.ts';
import { getCallLogSync } from './telephony/call-log-sync.ts';
import { deleteRingOut, getRingOut, postRingOut } from './telephony/ring-out-endpoints.ts';

const V1 = '/restapi/v1.0';
const ACCOUNT = `${V1}/account/:accountId`;
const EXTENSION = `${ACCOUNT}/extension/:extensionId`;
const RING_OUT = `${EXTENSION}/ring-out/:ringoutId`;
const STORE = `${EXTENSION}/message-store`;
const MESSAGE = `${STORE}/:messageId`;
const CONTACTS = `${EXTENSION}/address-book/contact`;
const CONTACT = `${CONTACTS}/:contactId`;
const SUBSCRIPTIONS = `${V1}/subscription`;
const SUBSCRIPTION = `${SUBSCRIPTIONS}/:subscriptionId`;

/** Endpoints that need no access token. */
export const openRoutes: readonly OpenRoute[] = [
  { method: 'GET', path: '/restapi', answer: getVersions },
  { method: 'POST', path: '/restapi/oauth/token', answer: postToken },
  { method: 'POST', path: '/restapi/oauth/revoke', answer: postRevoke },
];

/** Method, path, throttling group, app permission, user permission, handler: FACTS section 6. */
export const routes: readonly Route[] = [
  row('POST', '/restapi/oauth/wstoken', 'Auth', 'WebSocket', '', postSocketToken),

  row('POST', `${EXTENSION}/ring-out`, 'Heavy', 'RingOut', '', postRingOut),
  row('GET', RING_OUT, 'Light', 'RingOut', '', getRingOut),
  row('DELETE', RING_OUT, 'Heavy', 'RingOut', '', deleteRingOut),

  row('POST', `${EXTENSION}/sms`, 'Medium', 'SMS', 'OutboundSMS', postSms),
  row('POST', `${EXTENSION}/mms`, 'Medium', 'SMS', 'OutboundSMS', postSms),
  row('GET', STORE, 'Light', 'ReadMessages', 'ReadMessages', getMessages),
  row('DELETE', STORE, 'Medium', 'EditMessages', 'EditMessages', deleteMessages),
  row('GET', MESSAGE, 'Light', 'ReadMessages', 'ReadMessages', getMessage),
  row('PUT', MESSAGE, 'Medium', 'EditMessages', 'EditMessages', putMessage),
  row('PATCH', MESSAGE, 'Medium', 'EditMessages', 'EditMessages', patchMessage),
  row('DELETE', MESSAGE, 'Medium', 'EditMessages', 'EditMessages', deleteMessage),
  row('GET', `${MESSAGE}/content/:attachmentId`, 'Medium', 'ReadMessages', '', getContent),
  row('GET', `${EXTENSION}/message-sync`, 'Light', 'ReadMessages', 'ReadMessages', getMessageSync),

  row('GET', `${EXTENSION}/call-log`, 'Heavy', 'ReadCallLog', 'ReadCallLog', getCallLog),
  row(
    'GET',
    `${EXTENSION}/call-log/:callRecordId`,
    'Heavy',
    'ReadCallLog',
    'ReadCallLog',
    getCallRecord,
  ),
  row('GET', `${EXTENSION}/call-log-sync`, 'Heavy', 'ReadCallLog', 'ReadCallLog', getCallLogSync),
  row('GET', `${EXTENSION}/active-calls`, 'Heavy', 'ReadCallLog', 'ReadCallLog', getActiveCalls),

  row('GET', SUBSCRIPTIONS, 'Light', '', '', getSubscriptions),
  row('POST', SUBSCRIPTIONS, 'Medium', '', '', postSubscription),
  row('GET', SUBSCRIPTION, 'Light', '', '', getSubscription),
  row('PUT', SUBSCRIPTION, 'Medium', '', '', putSubscription),
  row('DELETE', SUBSCRIPTION, 'Medium', '', '', deleteSubscription),

  row('GET', ACCOUNT, 'Light', 'ReadAccounts', 'ReadCompanyInfo', getAccount),
  row('GET', EXTENSION, 'Light', 'ReadAccounts', 'ReadExtensions', getExtension),
  row('GET', `${EXTENSION}/authz-profile`, 'Medium', '', '', getAuthzProfile),
  row('GET', `${EXTENSION}/features`, 'Medium', 'ReadAccounts', 'ReadExtensions', getFeatures),
  row(
    'GET',
    `${EXTENSION}/phone-number`,
    'Light',
    'ReadAccounts',
    'ReadUserPhoneNumbers',
    getPhoneNumbers,
  ),
  row(
    'GET',
    `${EXTENSION}/phone-number/:phoneNumberId/sms-configuration`,
    'Light',
    'ReadAccounts',
    '',
    getSmsConfiguration,
  ),
  row(
    'GET',
    `${EXTENSION}/forwarding-number`,
    'Light',
    'ReadAccounts',
    'ReadUserForwardingFlipNumbers',
    getForwardingNumbers,
  ),
  row('GET', `${EXTENSION}/device`, 'Light', 'ReadAccounts', 'ReadUserDevices', getDevices),
  row(
    'GET',
    `${EXTENSION}/caller-id`,
    'Light',
    'ReadAccounts',
    'ReadCallerIDSettings',
    getCallerId,
  ),
  row('GET', `${ACCOUNT}/directory/entries`, 'Medium', 'ReadAccounts', '', getDirectory),
  row('POST', `${V1}/number-parser/parse`, 'Light', '', '', postNumberParser),

  row('GET', `${EXTENSION}/presence`, 'Light', 'ReadPresence', 'ReadPresenceStatus', getPresence),
  row('PUT', `${EXTENSION}/presence`, 'Medium', 'EditPresence', '', putPresence),

  row('GET', CONTACTS, 'Heavy', 'ReadContacts', 'ReadPersonalContacts', getContacts),
  row('POST', CONTACTS, 'Heavy', 'Contacts', 'EditPersonalContacts', postContact),
  row('GET', CONTACT, 'Heavy', 'ReadContacts', 'ReadPersonalContacts', getContact),
  row('PUT', CONTACT, 'Heavy', 'Contacts', 'EditPersonalContacts', putContact),
  row('PATCH', CONTACT, 'Heavy', 'Contacts', 'EditPersonalContacts', putContact),
  row('DELETE', CONTACT, 'Heavy', 'Contacts', 'EditPersonalContacts', deleteContact),
  row(
    'GET',
    `${EXTENSION}/address-book-sync`,
    'Heavy',
    'ReadContacts',
    'ReadPersonalContacts',
    getAddressBookSync,
  ),
];

/** A row of the table; an empty permission means none is needed. */
function row(
  method: Method,
  path: string,
  group: Route['group'],
  app: string,
  user: string,
  handle: Handler,
): Route {
  return {
    method,
    path,
    group,
    ...(app === '' ? {} : { app }),
    ...(user === '' ? {} : { user }),
    handle,
  };
}

import { getConsents, patchConsents } from '../account/consents.ts';
import {
  deleteTemplate,
  getTemplate,
  getTemplates,
  postTemplate,
  putTemplate,
} from '../account/templates.ts';
import type { Route } from '../http/routes.ts';
import { getContent } from '../messages/content.ts';
import {
  deleteMessage,
  deleteMessages,
  getMessage,
  getMessages,
  patchMessage,
  putMessage,
} from '../messages/message-store.ts';
import { getMessageSync } from '../messages/message-sync.ts';
import { postPager } from '../messages/pager.ts';
import { postSms } from '../messages/sms.ts';
import { appMay, EXTENSION, may, row } from './rows.ts';

const STORE = `${EXTENSION}/message-store`;
const TEMPLATES = `${EXTENSION}/message-store-templates`;
const TEMPLATE = `${TEMPLATES}/:templateId`;
const MESSAGE = `${STORE}/:messageId`;

/** Of the newer endpoints, which are grouped by account in the plural. */
const CONSENTS = '/restapi/v2/accounts/:accountId/sms/consents';

const send = may('SMS', 'OutboundSMS');
const read = may('ReadMessages');
const edit = may('EditMessages');

export const messageRoutes: readonly Route[] = [
  row('POST', `${EXTENSION}/sms`, 'Medium', send, postSms),
  row('POST', `${EXTENSION}/mms`, 'Medium', send, postSms),
  row(
    'POST',
    `${EXTENSION}/company-pager`,
    'Medium',
    may('InternalMessages', 'InternalSMS'),
    postPager,
  ),
  row('GET', STORE, 'Light', read, getMessages),
  row('DELETE', STORE, 'Medium', edit, deleteMessages),
  row('GET', MESSAGE, 'Light', read, getMessage),
  row('PUT', MESSAGE, 'Medium', edit, putMessage),
  row('PATCH', MESSAGE, 'Medium', edit, patchMessage),
  row('DELETE', MESSAGE, 'Medium', edit, deleteMessage),
  row('GET', `${MESSAGE}/content/:attachmentId`, 'Medium', appMay('ReadMessages'), getContent),
  row('GET', `${EXTENSION}/message-sync`, 'Light', read, getMessageSync),

  row('GET', CONSENTS, 'Light', appMay('SMS'), getConsents),
  row('PATCH', CONSENTS, 'Light', appMay('SMS'), patchConsents),

  row('GET', TEMPLATES, 'Light', appMay('ReadAccounts'), getTemplates),
  row('POST', TEMPLATES, 'Medium', appMay('EditExtensions'), postTemplate),
  row('GET', TEMPLATE, 'Light', appMay('ReadAccounts'), getTemplate),
  row('PUT', TEMPLATE, 'Medium', appMay('EditExtensions'), putTemplate),
  row('DELETE', TEMPLATE, 'Medium', appMay('EditExtensions'), deleteTemplate),
];

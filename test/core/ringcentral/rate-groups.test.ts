import { describe, expect, it } from 'vitest';
import type { RateGroup } from '../../../shared/model/session.ts';
import { groupOf, parseGroup, routeOf } from '../../../main/core/ringcentral/rate-groups.ts';

const account = '/restapi/v1.0/account/~';
const extension = `${account}/extension/~`;

/** The table of RingCentral's guide to rate limits, row by row. */
const endpoints: readonly (readonly [string, string, RateGroup | undefined])[] = [
  ['GET', '/restapi/oauth/authorize', 'auth'],
  ['POST', '/restapi/oauth/authorize', 'auth'],
  ['POST', '/restapi/oauth/token', 'auth'],
  ['POST', '/restapi/oauth/revoke', 'auth'],
  ['POST', '/restapi/oauth/wstoken', 'auth'],
  ['POST', `${extension}/ring-out`, 'heavy'],
  ['GET', `${extension}/ring-out/42`, 'light'],
  ['DELETE', `${extension}/ring-out/42`, 'heavy'],
  ['POST', `${extension}/sms`, 'medium'],
  ['POST', `${extension}/mms`, 'medium'],
  ['POST', `${extension}/company-pager`, 'medium'],
  ['GET', `${extension}/message-store`, 'light'],
  ['DELETE', `${extension}/message-store`, 'medium'],
  ['GET', `${extension}/message-store/42`, 'light'],
  ['PUT', `${extension}/message-store/42`, 'medium'],
  ['PATCH', `${extension}/message-store/42`, 'medium'],
  ['DELETE', `${extension}/message-store/42`, 'medium'],
  ['GET', `${extension}/message-store/42/content/42`, 'medium'],
  ['GET', `${extension}/message-sync`, 'light'],
  ['GET', `${extension}/call-log`, 'heavy'],
  ['DELETE', `${extension}/call-log`, 'heavy'],
  ['GET', `${extension}/call-log/42`, 'heavy'],
  ['GET', `${extension}/call-log-sync`, 'heavy'],
  ['GET', `${extension}/active-calls`, 'heavy'],
  ['GET', `${account}/recording/42`, 'heavy'],
  ['GET', `${account}/recording/42/content`, 'heavy'],
  ['GET', '/restapi/v1.0/subscription', 'light'],
  ['POST', '/restapi/v1.0/subscription', 'medium'],
  ['GET', '/restapi/v1.0/subscription/42', 'light'],
  ['PUT', '/restapi/v1.0/subscription/42', 'medium'],
  ['DELETE', '/restapi/v1.0/subscription/42', 'medium'],
  ['POST', '/restapi/v1.0/subscription/42/renew', 'light'],
  ['GET', `${extension}/phone-number`, 'light'],
  ['GET', `${extension}/phone-number/42/sms-configuration`, 'light'],
  ['GET', `${extension}/forwarding-number`, 'light'],
  ['POST', `${extension}/forwarding-number`, 'medium'],
  ['DELETE', `${extension}/forwarding-number`, 'medium'],
  ['GET', `${extension}/device`, 'light'],
  ['GET', `${extension}/caller-id`, 'light'],
  ['PUT', `${extension}/caller-id`, 'medium'],
  ['GET', `${extension}/address-book/contact`, 'heavy'],
  ['POST', `${extension}/address-book/contact`, 'heavy'],
  ['GET', `${extension}/address-book/contact/42`, 'heavy'],
  ['PUT', `${extension}/address-book/contact/42`, 'heavy'],
  ['PATCH', `${extension}/address-book/contact/42`, 'heavy'],
  ['DELETE', `${extension}/address-book/contact/42`, 'heavy'],
  ['GET', `${extension}/address-book-sync`, 'heavy'],
  ['GET', `${account}/directory/entries`, 'medium'],
  ['POST', `${account}/directory/entries/search`, 'heavy'],
  ['GET', `${extension}/presence`, 'light'],
  ['PUT', `${extension}/presence`, 'medium'],
  ['GET', `${extension}/unified-presence`, 'medium'],
  ['PATCH', `${extension}/unified-presence`, 'medium'],
  ['GET', `${extension}/caller-blocking`, 'light'],
  ['PUT', `${extension}/caller-blocking`, 'light'],
  ['GET', `${extension}/caller-blocking/phone-numbers`, 'light'],
  ['POST', `${extension}/caller-blocking/phone-numbers`, 'medium'],
  ['GET', `${extension}/business-hours`, 'light'],
  ['PUT', `${extension}/business-hours`, 'medium'],
  ['GET', extension, 'light'],
  ['PUT', extension, 'medium'],
  ['DELETE', extension, 'medium'],
  ['GET', account, 'light'],
  ['GET', `${extension}/authz-profile`, 'medium'],
  ['GET', `${extension}/authz-profile/check`, 'light'],
  ['GET', `${extension}/features`, 'medium'],
  ['POST', '/restapi/v1.0/number-parser/parse', 'light'],
  ['POST', `${account}/a2p-sms/batches`, 'light'],
  ['GET', `${account}/a2p-sms/batches`, 'light'],
  ['GET', `${account}/a2p-sms/messages`, 'light'],
  ['GET', '/restapi', undefined],
  ['GET', `${account}/telephony/sessions/42`, 'light'],
  ['DELETE', `${account}/telephony/sessions/42`, 'light'],
  ['POST', `${account}/telephony/call-out`, 'heavy'],
];

describe('the groups of RingCentral’s endpoints', () => {
  it.each(endpoints)('%s %s is %s', (method, path, group) => {
    expect(groupOf(routeOf(method, path))).toBe(group);
  });

  it('hold for an account and an extension by number, and with a slash at the end', () => {
    const numbered = '/restapi/v1.0/account/400130762008/extension/400130763008';
    expect(groupOf(routeOf('GET', `${numbered}/call-log`))).toBe('heavy');
    expect(groupOf(routeOf('GET', `${numbered}/message-store/7/content/8`))).toBe('medium');
    expect(groupOf(routeOf('get', `${account}/telephony/sessions/s-1a2b`))).toBe('light');
    expect(groupOf(routeOf('GET', '/restapi/v1.0/subscription/'))).toBe('light');
    expect(routeOf('GET', '/restapi')).toBe('GET /restapi');
  });

  it('say Medium of what nobody has heard of', () => {
    expect(groupOf(routeOf('GET', `${extension}/something-new`))).toBe('medium');
  });

  it.each([
    ['light', 'light'],
    ['Heavy', 'heavy'],
    ['AUTH', 'auth'],
    ['NoThrottling', undefined],
    [null, undefined],
  ])('are read from a header: %s', (text, group) => {
    expect(parseGroup(text)).toBe(group);
  });
});

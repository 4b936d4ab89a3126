import type { RateGroup } from '../../../shared/model/session.ts';

/**
 * Requests per minute of each group unless the server says otherwise (RingCentral's guide to rate
 * limits).
 */
export const defaultLimits: Readonly<Record<RateGroup, number>> = {
  light: 50,
  medium: 40,
  heavy: 10,
  auth: 5,
};

/**
 * Slots a minute that only the call lane may use. RingOut shares Heavy with every sync; in Auth,
 * where sign-in and refresh travel in that lane, they keep socket tokens from spending it all.
 */
export const reservedForCalls: Readonly<Record<RateGroup, number>> = {
  light: 0,
  medium: 0,
  heavy: 4,
  auth: 2,
};

/**
 * Slots a minute that background work leaves to what the user does and to texts: a text shares
 * Medium with every one that is marked read, and with the directory's pages; a contact is saved and
 * a recording played with Heavy.
 */
export const reservedForUser: Readonly<Record<RateGroup, number>> = {
  light: 10,
  medium: 10,
  heavy: 1,
  auth: 0,
};

/**
 * Slots a minute that the backfill leaves to everything else: nobody waits a minute for the call just
 * ended, or for a contact, because of last year's calls.
 */
export const reservedFromBackfill: Readonly<Record<RateGroup, number>> = {
  light: 0,
  medium: 0,
  heavy: 3,
  auth: 0,
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const root = '/restapi/v1.0';
const account = `${root}/account/~`;
const extension = `${account}/extension/~`;

/**
 * The `x-throttling-group` of RingCentral's endpoints (its guide to rate limits); `{id}` is any one
 * segment.
 */
const groups: ReadonlyMap<string, RateGroup> = new Map([
  ...row('/restapi/oauth/authorize', { GET: 'auth', POST: 'auth' }),
  ...row('/restapi/oauth/token', { POST: 'auth' }),
  ...row('/restapi/oauth/revoke', { POST: 'auth' }),
  ...row('/restapi/oauth/wstoken', { POST: 'auth' }),
  // Calls
  ...row(`${extension}/ring-out`, { POST: 'heavy' }),
  ...row(`${extension}/ring-out/{id}`, { GET: 'light', DELETE: 'heavy' }),
  ...row(`${extension}/call-log`, { GET: 'heavy', DELETE: 'heavy' }),
  ...row(`${extension}/call-log/{id}`, { GET: 'heavy' }),
  ...row(`${extension}/call-log-sync`, { GET: 'heavy' }),
  ...row(`${extension}/active-calls`, { GET: 'heavy' }),
  ...row(`${account}/recording/{id}`, { GET: 'heavy' }),
  ...row(`${account}/recording/{id}/content`, { GET: 'heavy' }),
  ...row(`${account}/telephony/sessions/{id}`, { GET: 'light', DELETE: 'light' }),
  ...row(`${account}/telephony/sessions/{id}/parties/{id}`, { GET: 'light', PATCH: 'light' }),
  ...row(`${account}/telephony/sessions/{id}/parties/{id}/hold`, { POST: 'light' }),
  ...row(`${account}/telephony/sessions/{id}/parties/{id}/unhold`, { POST: 'light' }),
  ...row(`${account}/telephony/call-out`, { POST: 'heavy' }),
  // Messages
  ...row(`${extension}/sms`, { POST: 'medium' }),
  ...row(`${extension}/mms`, { POST: 'medium' }),
  ...row(`${extension}/company-pager`, { POST: 'medium' }),
  ...row(`${extension}/message-store`, { GET: 'light', DELETE: 'medium' }),
  ...row(`${extension}/message-store/{id}`, {
    GET: 'light',
    PUT: 'medium',
    PATCH: 'medium',
    DELETE: 'medium',
  }),
  ...row(`${extension}/message-store/{id}/content/{id}`, { GET: 'medium' }),
  ...row(`${extension}/message-store-templates`, { GET: 'light', POST: 'medium' }),
  ...row(`${extension}/message-sync`, { GET: 'light' }),
  ...row('/restapi/v2/accounts/~/sms/consents', { GET: 'light', PATCH: 'light', DELETE: 'light' }),
  ...row(`${account}/a2p-sms/batches`, { GET: 'light', POST: 'light' }),
  ...row(`${account}/a2p-sms/messages`, { GET: 'light' }),
  // Push
  ...row(`${root}/subscription`, { GET: 'light', POST: 'medium' }),
  ...row(`${root}/subscription/{id}`, { GET: 'light', PUT: 'medium', DELETE: 'medium' }),
  ...row(`${root}/subscription/{id}/renew`, { POST: 'light' }),
  // Numbers and phones
  ...row(`${extension}/phone-number`, { GET: 'light' }),
  ...row(`${extension}/phone-number/{id}/sms-configuration`, { GET: 'light' }),
  ...row(`${extension}/forwarding-number`, { GET: 'light', POST: 'medium', DELETE: 'medium' }),
  ...row(`${extension}/device`, { GET: 'light' }),
  ...row(`${extension}/caller-id`, { GET: 'light', PUT: 'medium' }),
  ...row(`${root}/number-parser/parse`, { POST: 'light' }),
  // People
  ...row(`${extension}/address-book/contact`, { GET: 'heavy', POST: 'heavy' }),
  ...row(`${extension}/address-book/contact/{id}`, {
    GET: 'heavy',
    PUT: 'heavy',
    PATCH: 'heavy',
    DELETE: 'heavy',
  }),
  ...row(`${extension}/address-book-sync`, { GET: 'heavy' }),
  ...row(`${account}/directory/entries`, { GET: 'medium' }),
  ...row(`${account}/directory/entries/search`, { POST: 'heavy' }),
  // The user
  ...row(`${extension}/presence`, { GET: 'light', PUT: 'medium' }),
  ...row(`${extension}/unified-presence`, { GET: 'medium', PATCH: 'medium' }),
  ...row(`${extension}/caller-blocking`, { GET: 'light', PUT: 'light' }),
  ...row(`${extension}/caller-blocking/phone-numbers`, { GET: 'light', POST: 'medium' }),
  ...row(`${extension}/business-hours`, { GET: 'light', PUT: 'medium' }),
  ...row(extension, { GET: 'light', PUT: 'medium', DELETE: 'medium' }),
  ...row(account, { GET: 'light' }),
  ...row(`${extension}/authz-profile`, { GET: 'medium' }),
  ...row(`${extension}/authz-profile/check`, { GET: 'light' }),
  ...row(`${extension}/features`, { GET: 'medium' }),
]);

function row(path: string, byMethod: Readonly<Partial<Record<Method, RateGroup>>>) {
  return Object.entries(byMethod).map(([method, group]) => [`${method} ${path}`, group] as const);
}

/** The segments that an id follows. */
const beforeId =
  /\/(ring-out|call-log|message-store|content|recording|sessions|parties|subscription|phone-number|contact)\/[^/]+/g;

/** An endpoint without its ids: `GET /restapi/v1.0/account/~/extension/~/message-store/{id}`. */
export function routeOf(method: string, path: string): string {
  const generic = path
    .replace(/\/account\/[^/]+/, '/account/~')
    .replace(/\/extension\/[^/]+/, '/extension/~')
    .replace(beforeId, '/$1/{id}')
    .replace(/(?<=.)\/$/, '');
  return `${method.toUpperCase()} ${generic}`;
}

/** The group of an endpoint: undefined when it is not limited, Medium when it is not known. */
export function groupOf(route: string): RateGroup | undefined {
  if (route === 'GET /restapi') return undefined;
  return groups.get(route) ?? 'medium';
}

/** Reads the group's name in `X-Rate-Limit-Group`, which is in lower case on the wire. */
export function parseGroup(text: string | null): RateGroup | undefined {
  const name = text?.toLowerCase();
  return name === 'light' || name === 'medium' || name === 'heavy' || name === 'auth'
    ? name
    : undefined;
}

import type { RateGroup } from '../../../shared/model/session.ts';

/** Requests per minute of each group unless the server says otherwise (FACTS 6). */
export const defaultLimits: Readonly<Record<RateGroup, number>> = {
  light: 50,
  medium: 40,
  heavy: 10,
  auth: 5,
};

/** Heavy slots a minute that only calls may use: RingOut shares the group with every sync. */
export const heavyReservedForCalls = 4;

const extension = '/restapi/v1.0/account/~/extension/~';
const account = '/restapi/v1.0/account/~';

/** The `x-throttling-group` of every endpoint in use (FACTS 6); `{id}` is any one segment. */
const groups: ReadonlyMap<string, RateGroup> = new Map([
  ['POST /restapi/oauth/token', 'auth'],
  ['POST /restapi/oauth/revoke', 'auth'],
  ['POST /restapi/oauth/wstoken', 'auth'],
  [`POST ${extension}/ring-out`, 'heavy'],
  [`GET ${extension}/ring-out/{id}`, 'light'],
  [`DELETE ${extension}/ring-out/{id}`, 'heavy'],
  [`POST ${extension}/sms`, 'medium'],
  [`POST ${extension}/mms`, 'medium'],
  [`GET ${extension}/message-store`, 'light'],
  [`GET ${extension}/message-store/{id}`, 'light'],
  [`PUT ${extension}/message-store/{id}`, 'medium'],
  [`DELETE ${extension}/message-store/{id}`, 'medium'],
  [`GET ${extension}/message-store/{id}/content/{id}`, 'medium'],
  [`GET ${extension}/message-sync`, 'light'],
  [`GET ${extension}/call-log`, 'heavy'],
  [`GET ${extension}/call-log-sync`, 'heavy'],
  [`GET ${extension}/active-calls`, 'heavy'],
  [`GET ${extension}/phone-number`, 'light'],
  [`GET ${extension}/forwarding-number`, 'light'],
  [`GET ${extension}/device`, 'light'],
  [`GET ${extension}/caller-id`, 'light'],
  [`GET ${extension}/presence`, 'light'],
  [`GET ${extension}/address-book/contact`, 'heavy'],
  [`GET ${extension}/address-book-sync`, 'heavy'],
  [`GET ${account}/directory/entries`, 'medium'],
  [`POST ${account}/directory/entries/search`, 'heavy'],
  [`GET ${extension}`, 'light'],
  [`GET ${account}`, 'light'],
] as const);

/** An endpoint without its ids: `GET /restapi/v1.0/account/~/extension/~/message-store/{id}`. */
export function routeOf(method: string, path: string): string {
  const generic = path
    .replace(/\/account\/[^/]+/, '/account/~')
    .replace(/\/extension\/[^/]+/, '/extension/~')
    .replace(/\/(ring-out|message-store|content|call-log)\/[^/]+/g, '/$1/{id}');
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

import type { Failure } from '../../../shared/failure.ts';

const account = '/restapi/v1.0/account/~';
const extension = `${account}/extension/~`;

/** What can be subscribed to, and what it takes. */
export type PushFilter = {
  readonly path: string;
  /** The app and user permissions it needs (RingCentral's guide to event filters). */
  readonly permissions: readonly string[];
  /** How soon it is done without when RingCentral does not say what it dislikes; 0 is never. */
  readonly rank: 0 | 1 | 2;
};

const messages = ['ReadMessages'];

/** RingCentral's guide to event filters, the ones that tell of anything Sidetone shows. */
const usualFilters: readonly PushFilter[] = [
  { path: `${extension}/message-store/instant?type=SMS`, permissions: messages, rank: 0 },
  { path: `${extension}/message-store`, permissions: messages, rank: 0 },
  { path: `${extension}/voicemail`, permissions: messages, rank: 0 },
  {
    path: `${extension}/presence?detailedTelephonyState=true`,
    permissions: ['ReadPresence', 'ReadPresenceStatus'],
    rank: 1,
  },
  { path: `${account}/directory/entries`, permissions: ['ReadAccounts'], rank: 2 },
];

const callFilter: PushFilter = {
  path: `${extension}/telephony/sessions`,
  permissions: ['CallControl'],
  rank: 2,
};

/** What an app with these permissions subscribes to; only CallControl is asked for with care. */
export function listFilters(appPermissions: readonly string[] | undefined): readonly PushFilter[] {
  return appPermissions?.includes('CallControl') ? [...usualFilters, callFilter] : usualFilters;
}

/**
 * What is left to ask for after a refusal: without the filters of the permission it names, or,
 * when it names none that is known, without the least important ones. The same list when nothing
 * more can be done without.
 */
export function withoutRefused(
  filters: readonly PushFilter[],
  refusal: Failure,
): readonly PushFilter[] {
  const permission = refusal.params?.['permission'];
  const named = filters.filter(({ permissions }) => permissions.includes(String(permission)));
  if (permission !== undefined && named.length > 0)
    return filters.filter((filter) => !named.includes(filter));
  const highest = Math.max(0, ...filters.map(({ rank }) => rank));
  return highest === 0 ? filters : filters.filter(({ rank }) => rank < highest);
}

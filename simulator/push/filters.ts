import type { ApiError } from '../http/errors.ts';
import { forbidden } from '../http/errors.ts';
import type { World } from '../world.ts';

/** What can be subscribed to (RingCentral's guide to event filters). */
export type Topic =
  | 'message-store'
  | 'message-store/instant'
  | 'voicemail'
  | 'fax'
  | 'presence'
  | 'presence/dnd'
  | 'telephony/sessions'
  | 'extension'
  | 'directory'
  | 'reminder';

export type Filter = {
  readonly topic: Topic;
  readonly query: URLSearchParams;
  /** The filter with the account's own numbers, as events and subscriptions show it. */
  readonly resolved: string;
  /** A colleague's presence can be watched, but nothing ever happens there. */
  readonly isOwn: boolean;
};

/** The app permission each topic needs; the reminder needs none. */
export const TOPIC_PERMISSIONS: Readonly<Record<Topic, string | undefined>> = {
  'message-store': 'ReadMessages',
  'message-store/instant': 'ReadMessages',
  voicemail: 'ReadMessages',
  fax: 'ReadMessages',
  presence: 'ReadPresence',
  'presence/dnd': 'ReadPresence',
  'telephony/sessions': 'CallControl',
  extension: 'ReadAccounts',
  directory: 'ReadAccounts',
  reminder: undefined,
};

const OF_EXTENSION: readonly Topic[] = [
  'message-store',
  'message-store/instant',
  'voicemail',
  'fax',
  'presence',
  'presence/dnd',
  'telephony/sessions',
];

const V1 = '/restapi/v1.0';
const EXTENSION_FILTER = /^\/restapi\/v1\.0\/account\/([^/]+)\/extension\/([^/]+)\/?(.*)$/;
const DIRECTORY_FILTER = /^\/restapi\/v1\.0\/account\/([^/]+)\/directory\/entries$/;
const REMINDER_FILTER = /^\/restapi\/v1\.0\/subscription\/~$/;

/** Reads an event filter; undefined when it names nothing that can be subscribed to. */
export function parseFilter(world: World, text: string): Filter | ApiError | undefined {
  const [path = '', queryText] = text.split('?');
  const { accountId, extensionId } = world.state.profile;
  const query = new URLSearchParams(queryText ?? '');
  const tail = queryText === undefined ? '' : `?${queryText}`;
  const made = (topic: Topic, where: string, isOwn = true): Filter => {
    return { topic, query, resolved: `${V1}${where}${tail}`, isOwn };
  };
  if (REMINDER_FILTER.test(path)) return made('reminder', '/subscription/~');
  const directory = DIRECTORY_FILTER.exec(path)?.[1];
  if (directory !== undefined) {
    return (
      refusalOf(world, directory) ?? made('directory', `/account/${accountId}/directory/entries`)
    );
  }
  const [, account, extension, name = ''] = EXTENSION_FILTER.exec(path) ?? [];
  const topic = name === '' ? 'extension' : OF_EXTENSION.find((known) => known === name);
  if (account === undefined || extension === undefined || topic === undefined) return undefined;
  const refusal = refusalOf(world, account, extension, topic, query);
  if (refusal) return refusal;
  const id = extension === '~' ? String(extensionId) : extension;
  const where = `/account/${accountId}/extension/${id}${name === '' ? '' : `/${name}`}`;
  return made(topic, where, id === String(extensionId));
}

/** Why a filter for another account or extension is refused; undefined when it is not. */
function refusalOf(
  world: World,
  account: string,
  extension = '~',
  topic: Topic = 'extension',
  query: URLSearchParams = new URLSearchParams(),
): ApiError | undefined {
  const { profile, colleagues } = world.state;
  const refuse = (code: string, what: string): ApiError =>
    forbidden(code, `Not allowed subscribe for ${what}`, 'SubscriptionNotAllowed');
  if (account !== '~' && account !== String(profile.accountId)) {
    return refuse('SUB-406', 'events to extensions of other account');
  }
  if (extension === '~' || extension === String(profile.extensionId)) return undefined;
  if (!colleagues.some(({ id }) => id === extension)) return refuse('SUB-408', 'unknown user');
  if (topic === 'presence') return undefined;
  if (query.get('missedCall') === 'true')
    return refuse('SUB-527', 'missed calls of another extension');
  if (topic === 'telephony/sessions')
    return refuse('SUB-530', 'incoming calls of another extension');
  return forbidden('CMN-404', 'Access to other extension is forbidden', 'InsufficientPermissions');
}

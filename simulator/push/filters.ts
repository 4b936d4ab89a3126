import type { World } from '../world.ts';

/** What can be subscribed to (FACTS 5.3). */
export type Topic =
  'message-store' | 'message-store/instant' | 'voicemail' | 'presence' | 'telephony/sessions';

export type Filter = {
  readonly topic: Topic;
  readonly query: URLSearchParams;
  /** The filter with the account's own numbers, as events and subscriptions show it. */
  readonly resolved: string;
};

/** The app permission each topic needs. */
export const TOPIC_PERMISSIONS: Readonly<Record<Topic, string>> = {
  'message-store': 'ReadMessages',
  'message-store/instant': 'ReadMessages',
  voicemail: 'ReadMessages',
  presence: 'ReadPresence',
  'telephony/sessions': 'CallControl',
};

const EXTENSION_FILTER = /^\/restapi\/v1\.0\/account\/([^/]+)\/extension\/([^/]+)\/([^?]+)$/;

/** Reads an event filter; undefined when it names nothing that can be subscribed to here. */
export function parseFilter(world: World, text: string): Filter | undefined {
  const [path = '', queryText] = text.split('?');
  const [, account, extension, name] = EXTENSION_FILTER.exec(path) ?? [];
  const { accountId, extensionId } = world.state.profile;
  if (account !== '~' && account !== String(accountId)) return undefined;
  if (extension !== '~' && extension !== String(extensionId)) return undefined;
  const topic = (Object.keys(TOPIC_PERMISSIONS) as Topic[]).find((known) => known === name);
  if (topic === undefined) return undefined;
  const query = new URLSearchParams(queryText ?? '');
  const tail = queryText === undefined ? '' : `?${queryText}`;
  return {
    topic,
    query,
    resolved: `/restapi/v1.0/account/${accountId}/extension/${extensionId}/${topic}${tail}`,
  };
}

import { QueryClient } from '@tanstack/react-query';
import type { Topic } from '../../shared/contract/index.ts';

/** Data stays fresh until main says that it changed; nothing here waits for a network. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}

/** The keys that a change touches: the first part of every query key is its area. */
export function keyOfTopic(topic: Topic): readonly string[] {
  return topic.area === 'messages' && topic.key !== undefined
    ? [topic.area, topic.key]
    : [topic.area];
}

/** What a timeline shows something of, and a search finds. */
const timelineAreas: ReadonlySet<Topic['area']> = new Set([
  'calls',
  'threads',
  'messages',
  'voicemail',
  'notes',
  'contacts',
]);

/** What decides how a call would go. */
const outlookAreas: ReadonlySet<Topic['area']> = new Set([
  'active-calls',
  'contacts',
  'do-not-call',
  'phones',
  'session',
]);

/** What decides who may be texted, and when; a text that went is no first one any more. */
const textOutlookAreas: ReadonlySet<Topic['area']> = new Set([
  'contacts',
  'do-not-call',
  'opt-outs',
  'senders',
  'session',
  'settings',
  'threads',
]);

/** What a restart for an update would cut off. */
const obstacleAreas: ReadonlySet<Topic['area']> = new Set(['active-calls', 'messages', 'outbox']);

const listAreas: ReadonlySet<Topic['area']> = new Set(['contacts', 'notes', 'do-not-call']);

/**
 * Refetches what is shown of the changed areas; what is not shown is refetched when it is. Answers
 * once all that is shown is there.
 */
export async function applyChanges(client: QueryClient, topics: readonly Topic[]): Promise<void> {
  const keys = topics.map(keyOfTopic);
  // The type-ahead also lists recent numbers.
  if (topics.some(({ area }) => area === 'calls' || area === 'messages')) {
    keys.push(['contacts', 'suggest']);
  }
  if (topics.some(({ area }) => timelineAreas.has(area))) keys.push(['timeline'], ['search']);
  if (topics.some(({ area }) => outlookAreas.has(area))) keys.push(['outlook']);
  if (topics.some(({ area }) => textOutlookAreas.has(area))) keys.push(['text-outlook']);
  if (topics.some(({ area }) => obstacleAreas.has(area))) keys.push(['updates']);
  // Follow-ups show whom they are with.
  if (topics.some(({ area }) => area === 'contacts')) keys.push(['follow-ups']);
  // Call lists show people, what came of their calls, and who is not to be called.
  if (topics.some(({ area }) => listAreas.has(area))) keys.push(['call-lists']);
  // How far a list is changes as a call made from it ends.
  if (topics.some(({ area }) => area === 'calls')) keys.push(['call-lists', 'all']);
  await Promise.all(keys.map((queryKey) => readAgain(client, queryKey)));
}

async function readAgain(client: QueryClient, queryKey: readonly string[]): Promise<void> {
  // What is read for the first time is only waited for by TanStack Query: it may be from before.
  const early = client
    .getQueryCache()
    .findAll({ queryKey, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  await client.invalidateQueries({ queryKey });
  await Promise.all(
    early.map((query) => client.invalidateQueries({ queryKey: query.queryKey, exact: true })),
  );
}

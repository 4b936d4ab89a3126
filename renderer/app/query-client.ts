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

/** Refetches what is shown of the changed areas; what is not shown is refetched when it is. */
export function applyChanges(client: QueryClient, topics: readonly Topic[]): void {
  for (const topic of topics) void client.invalidateQueries({ queryKey: keyOfTopic(topic) });
  // The type-ahead also lists recent numbers.
  if (topics.some((topic) => topic.area === 'calls' || topic.area === 'messages')) {
    void client.invalidateQueries({ queryKey: ['contacts', 'suggest'] });
  }
  if (topics.some((topic) => timelineAreas.has(topic.area))) {
    void client.invalidateQueries({ queryKey: ['timeline'] });
    void client.invalidateQueries({ queryKey: ['search'] });
  }
  // Follow-ups show whom they are with.
  if (topics.some((topic) => topic.area === 'contacts')) {
    void client.invalidateQueries({ queryKey: ['follow-ups'] });
  }
}

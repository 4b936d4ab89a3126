import { listOf, timeOf } from '../http/query.ts';
import type { Message } from '../state/types.ts';
import type { World } from '../world.ts';

const DAY_MS = 86_400_000;

export const MESSAGE_TYPES = ['Fax', 'SMS', 'VoiceMail', 'Pager'] as const;
export const DIRECTIONS = ['Inbound', 'Outbound'] as const;

/** The filters that message-store and message-sync share; plain data, so a sync token can hold it. */
export type MessageFilter = {
  readonly types: readonly string[];
  readonly directions: readonly string[];
  readonly conversationId: string | null;
};

export function messageFilterOf(query: URLSearchParams): MessageFilter {
  return {
    types: listOf(query, 'messageType', MESSAGE_TYPES),
    directions: listOf(query, 'direction', DIRECTIONS),
    conversationId: query.get('conversationId'),
  };
}

export function matchesFilter(message: Message, filter: MessageFilter): boolean {
  const { types, directions, conversationId } = filter;
  return (
    (types.length === 0 || types.includes(message.type)) &&
    (directions.length === 0 || directions.includes(message.direction)) &&
    (conversationId === null || message.conversationId === conversationId)
  );
}

/**
 * By default the last 24 hours, or so many days, before `dateTo` (RingCentral's guide to the
 * message store).
 */
export function timeRangeOf(
  world: World,
  query: URLSearchParams,
  days = 1,
): { readonly dateFrom: number; readonly dateTo: number } {
  const dateTo = timeOf(query, 'dateTo') ?? world.clock.now();
  return { dateFrom: timeOf(query, 'dateFrom') ?? dateTo - days * DAY_MS, dateTo };
}

export function newestFirst(messages: readonly Message[]): readonly Message[] {
  return [...messages].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id);
}

/** Keeps the newest message of each conversation; messages without one stay. */
export function distinctConversations(messages: readonly Message[]): readonly Message[] {
  const seen = new Set<string>();
  return messages.filter(({ conversationId }) => {
    if (conversationId === undefined) return true;
    if (seen.has(conversationId)) return false;
    seen.add(conversationId);
    return true;
  });
}

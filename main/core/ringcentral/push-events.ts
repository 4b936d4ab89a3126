import { z } from 'zod';
import type { PushHint } from './api.ts';
import type { LiveNews } from './records.ts';
import { readActiveCalls, readChosenPresence, readOwnParties } from './schemas-telephony.ts';
import { serverId } from './schemas.ts';

/** How many events are remembered, so that none of them counts twice. */
const mostRemembered = 500;
/** How many calls' order is remembered; nobody has as many at a time. */
const mostSessions = 100;

const envelope = z.looseObject({
  uuid: serverId,
  event: z.string(),
  subscriptionId: z.string(),
  body: z.unknown(),
});

const sequence = z.number().int().nonnegative();
const presence = z.looseObject({ telephonyStatus: z.string(), sequence });
const telephony = z.looseObject({
  telephonySessionId: z.string(),
  sequence,
  parties: z
    .array(z.looseObject({ status: z.looseObject({ code: z.string() }) }))
    .min(1)
    .max(1_000),
});

/** Turns events into hints: what is malformed, foreign, a duplicate or late becomes none. */
export type EventReader = {
  /** `subscriptionId` is the one that is ours now. */
  read(body: unknown, subscriptionId: string | undefined): PushHint | undefined;
  /** A new subscription: its numbers may begin anew. */
  forgetOrder(): void;
};

/** Builds a reader that has seen nothing; what it remembers is bounded. */
export function createEventReader(): EventReader {
  const seen = new Set<string>();
  const calls = new Map<string, number>();
  let lastPresence: { readonly sequence: number; readonly isIdle: boolean } | undefined;

  const isNew = (uuid: string): boolean => {
    if (seen.has(uuid)) return false;
    seen.add(uuid);
    dropOldest(seen, mostRemembered);
    return true;
  };

  const readPresence = (body: unknown): PushHint | undefined => {
    const parsed = presence.safeParse(body);
    if (!parsed.success) return undefined;
    const before = lastPresence;
    const now = {
      sequence: parsed.data.sequence,
      isIdle: parsed.data.telephonyStatus === 'NoCall',
    };
    if (before && now.sequence < before.sequence) return undefined;
    lastPresence = now;
    // Presence tells of "do not disturb" and the like as well: two idle states in a row are no
    // call, unless one between them has been missed.
    const followsIdle = before?.isIdle === true && now.sequence - before.sequence <= 1;
    const chosen = readChosenPresence(body);
    const isTold = chosen.isDnd !== undefined || chosen.status !== undefined;
    const told = isTold ? { presence: chosen } : undefined;
    if (now.isIdle && followsIdle) return told && { kind: 'presence', ...told };
    const news = newsOfAll(body, now.isIdle);
    return { kind: 'telephony', isIdle: now.isIdle, news, ...told };
  };

  const readTelephony = (body: unknown): PushHint | undefined => {
    const parsed = telephony.safeParse(body);
    if (!parsed.success) return undefined;
    const { telephonySessionId: id, parties } = parsed.data;
    if (parsed.data.sequence < (calls.get(id) ?? 0)) return undefined;
    calls.delete(id);
    calls.set(id, parsed.data.sequence);
    dropOldest(calls, mostSessions);
    return {
      kind: 'telephony',
      isIdle: parties.every(({ status }) => status.code === 'Disconnected'),
      news: newsOfSession(body),
    };
  };

  return {
    read(raw, subscriptionId) {
      const parsed = envelope.safeParse(raw);
      if (!parsed.success || parsed.data.subscriptionId !== subscriptionId) return undefined;
      const { uuid, event, body } = parsed.data;
      const topic = topicOf(event);
      if (topic === undefined || !isNew(uuid)) return undefined;
      if (topic === 'presence') return readPresence(body);
      if (topic === 'telephony') return readTelephony(body);
      return { kind: topic };
    },
    forgetOrder() {
      calls.clear();
      lastPresence = undefined;
    },
  };
}

/** Presence without its calls, or with one that cannot be read, tells only that there is something. */
function newsOfAll(body: unknown, isIdle: boolean): LiveNews {
  const calls = readActiveCalls(body);
  if (calls !== undefined) return { of: 'all', calls };
  return isIdle ? { of: 'all', calls: [] } : { of: 'nothing' };
}

function newsOfSession(body: unknown): LiveNews {
  const calls = readOwnParties(body);
  return calls === undefined ? { of: 'nothing' } : { of: 'session', calls };
}

type Topic = 'messages' | 'voicemail' | 'directory' | 'presence' | 'telephony';

/**
 * Events are named after their filters, with the account's own numbers for `~` (RingCentral's guide
 * to event filters).
 */
const topics: readonly (readonly [RegExp, Topic])[] = [
  [/\/extension\/[^/?]+\/message-store(\/instant)?(\?|$)/, 'messages'],
  [/\/extension\/[^/?]+\/voicemail(\?|$)/, 'voicemail'],
  [/\/extension\/[^/?]+\/presence(\?|$)/, 'presence'],
  [/\/extension\/[^/?]+\/telephony\/sessions(\?|$)/, 'telephony'],
  [/\/directory\/entries(\?|$)/, 'directory'],
];

function topicOf(event: string): Topic | undefined {
  return topics.find(([pattern]) => pattern.test(event))?.[1];
}

function dropOldest(
  entries: Pick<Map<string, unknown> & Set<string>, 'size' | 'delete' | 'keys'>,
  most: number,
): void {
  const oldest = entries.size > most ? entries.keys().next() : undefined;
  if (oldest?.value !== undefined) entries.delete(oldest.value);
}

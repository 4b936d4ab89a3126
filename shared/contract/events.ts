import { z } from 'zod';
import { mostRecipients } from '../text-limits.ts';
import { callId, callListId, contactId, threadId, typedNumber, voicemailId } from './fields.ts';

const area = z.enum([
  'session',
  'settings',
  'notices',
  'phones',
  'senders',
  'active-calls',
  'calls',
  'threads',
  'messages',
  'contacts',
  'voicemail',
  'notes',
  'follow-ups',
  'backfill',
  'away',
  'backups',
  'exports',
  'cards',
  'do-not-call',
  'call-lists',
  'links',
  'drafts',
  'templates',
  'separate',
  'scheduled',
  'opt-outs',
  'outbox',
  'quiet',
  'updates',
  'presence',
  'quick',
  'local-api',
  'webhooks',
]);

/** What has changed: an area, and for `messages` the thread. Without a key, all of the area. */
export const topic = z.strictObject({ area, key: z.string().max(64).optional() });

/** A place in the main window. */
export const route = z.discriminatedUnion('screen', [
  z.strictObject({
    screen: z.literal('calls'),
    callId: callId.optional(),
    dial: z.boolean().optional(),
  }),
  z.strictObject({
    screen: z.literal('messages'),
    threadId: threadId.optional(),
    compose: z.boolean().optional(),
    to: z.array(typedNumber).max(mostRecipients).readonly().optional(),
    body: z.string().max(10_000).optional(),
  }),
  z.strictObject({ screen: z.literal('voicemail'), voicemailId: voicemailId.optional() }),
  z.strictObject({
    screen: z.literal('contacts'),
    contactId: contactId.optional(),
    newNumber: typedNumber.optional(),
  }),
  z.strictObject({ screen: z.literal('call-lists'), callListId: callListId.optional() }),
  z.strictObject({ screen: z.literal('follow-ups') }),
  z.strictObject({ screen: z.literal('search') }),
  z.strictObject({ screen: z.literal('settings') }),
  z.strictObject({ screen: z.literal('diagnostics') }),
]);

/** What can be shown over any screen of the main window: all commands, or all keys. */
const windowPart = z.enum(['palette', 'shortcuts']);
export type WindowPart = z.infer<typeof windowPart>;

/** Everything main ever tells a window unasked. Data travels by call, not by event. */
export const appEvent = z.discriminatedUnion('name', [
  /** Emitted after the commit, coalesced; the renderer refetches what it shows of it. */
  z.strictObject({ name: z.literal('changed'), topics: z.array(topic).min(1) }),
  z.strictObject({ name: z.literal('navigate'), to: route }),
  z.strictObject({ name: z.literal('open'), part: windowPart }),
]);

export type Topic = z.infer<typeof topic>;
export type TopicArea = Topic['area'];
export type AppEvent = z.infer<typeof appEvent>;

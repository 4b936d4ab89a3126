import { z } from 'zod';
import {
  callShows,
  threadShows,
  timelineKinds,
  type Outline,
  type TimelineHead,
  type TimelineItem,
} from '../model/history.ts';
import type { Page } from '../model/app.ts';
import type { ThreadId } from '../model/ids.ts';
import { call } from './define.ts';
import { contactId, e164, instant, messageId, page } from './fields.ts';

const range = { from: instant.optional(), until: instant.optional() };
const who = z.string().trim().max(200).optional();

export const callFilter = z.strictObject({
  ...range,
  who,
  show: z.enum(callShows).optional(),
  hasVoicemail: z.boolean().optional(),
  hasRecording: z.boolean().optional(),
});

export const threadFilter = z.strictObject({
  ...range,
  who,
  show: z.enum(threadShows).optional(),
  unreadFirst: z.boolean().optional(),
});

/** Someone, by contact, by number or by an extension of the company. */
export const whose = z.union([
  z.strictObject({ contactId }),
  z.strictObject({ number: e164 }),
  z.strictObject({ extensionNumber: z.string().min(1).max(20) }),
]);

export const historyContract = {
  /** Where the blocks of a call list begin, so that any place of it can be shown at once. */
  'calls.outline': call(z.strictObject({ filter: callFilter.optional() })).returns<Outline>(),
  /** The same of the list of threads. */
  'messages.outline': call(z.strictObject({ filter: threadFilter.optional() })).returns<Outline>(),
  /** Missed calls that have not been looked at. */
  'calls.count-new': call(z.undefined()).returns<number>(),
  /** All missed calls have been looked at. */
  'calls.mark-seen': call(z.undefined()).returns<void>(),
  /** Everything with someone, newest first. */
  'timeline.list': call(
    page.extend({ whose, kinds: z.array(z.enum(timelineKinds)).min(1).optional() }),
  ).returns<Page<TimelineItem>>(),
  'timeline.get-head': call(z.strictObject({ whose })).returns<TimelineHead>(),
  /** Where in its thread a text is: the cursor for `messages.list` of the page that ends after it. */
  'messages.locate': call(z.strictObject({ messageId })).returns<
    { readonly threadId: ThreadId; readonly after: string | undefined } | undefined
  >(),
};

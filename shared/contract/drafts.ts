import { z } from 'zod';
import type { Page } from '../model/app.ts';
import {
  asideKeys,
  type Draft,
  type OptOut,
  type ScheduledText,
  type StagedFile,
  type TextOutlook,
} from '../model/drafts.ts';
import { call } from './define.ts';
import { e164, fileId, nothing, page, scheduledId, threadId, typedNumber } from './fields.ts';
import { sendTime, textTo } from './messages.ts';

const draftKey = z.union([
  z.enum(['new', 'quick', ...asideKeys.new, ...asideKeys.quick]),
  threadId,
]);

/** What is written before it is sent, and what is known of it by then. */
export const draftsContract = {
  'drafts.get': call(z.strictObject({ key: draftKey })).returns<Draft>(),
  /** Replaces it; an empty one is forgotten. */
  'drafts.set': call(
    z.strictObject({
      key: draftKey,
      text: z.string().max(100_000),
      files: z.array(fileId).max(50).default([]),
      to: z.array(typedNumber).max(50).default([]),
      from: e164.optional(),
    }),
  ).returns<void>(),
  /** Takes a file into the profile, judged by its bytes; names the reason when it cannot be sent. */
  'attachments.add': call(
    z.strictObject({
      fileName: z.string().max(1000),
      bytes: z.instanceof(Uint8Array),
    }),
    // A file that is a little too large is told so; one that is much too large the window refuses.
    { maxBytes: 2_000_000 },
  ).returns<StagedFile>(),
  'attachments.remove': call(z.strictObject({ fileId })).returns<void>(),
  /** All there is to know about a text to someone; asks RingCentral nothing. */
  'texts.get-outlook': call(
    z.strictObject({ to: textTo, from: e164.optional() }),
  ).returns<TextOutlook>(),
  'opt-outs.list': call(page).returns<Page<OptOut>>(),
  /** Notes or lifts an opt-out by hand; it is logged with the reason. */
  'opt-outs.set': call(
    z.strictObject({
      number: e164,
      /** Undefined: all of the user's. */
      ownNumber: e164.optional(),
      isOptedOut: z.boolean(),
      reason: z.string().trim().min(1).max(300),
    }),
  ).returns<void>(),
  /** The soonest first; those that ask before all others. */
  'scheduled.list': call(z.strictObject({ threadId: threadId.optional() })).returns<
    readonly ScheduledText[]
  >(),
  'scheduled.change': call(
    z.strictObject({
      scheduledId,
      text: z.string().max(100_000).optional(),
      time: sendTime.optional(),
    }),
  ).returns<void>(),
  /** It goes into the outbox at once. */
  'scheduled.send-now': call(z.strictObject({ scheduledId })).returns<void>(),
  'scheduled.discard': call(z.strictObject({ scheduledId })).returns<void>(),
  'scheduled.count-asking': call(nothing).returns<number>(),
};

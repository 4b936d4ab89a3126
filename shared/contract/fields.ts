import { z } from 'zod';
import type {
  CallId,
  CallListEntryId,
  CallListId,
  CardId,
  ClientId,
  ContactId,
  E164,
  FileId,
  MessageId,
  ContactImportId,
  FollowUpId,
  NoteId,
  PhoneId,
  ScheduledId,
  TemplateId,
  ThreadId,
  VoicemailId,
  WebhookId,
} from '../model/ids.ts';

const id = z.string().min(1).max(64);

export const callId = id.transform((text) => text as CallId);
export const threadId = id.transform((text) => text as ThreadId);
export const messageId = id.transform((text) => text as MessageId);
export const clientId = id.transform((text) => text as ClientId);
export const contactId = id.transform((text) => text as ContactId);
export const phoneId = id.transform((text) => text as PhoneId);

export const voicemailId = id.transform((text) => text as VoicemailId);
export const noteId = id.transform((text) => text as NoteId);
export const followUpId = id.transform((text) => text as FollowUpId);
export const contactImportId = id.transform((text) => text as ContactImportId);

/** Epoch milliseconds of any year that a calendar shows. */
export const instant = z.int().min(0).max(253_402_300_799_999);

export const e164 = z
  .string()
  .regex(/^\+[1-9]\d{1,14}$/)
  .transform((text) => text as E164);

/** What a user typed or pasted as a number; judged by `shared/phone`, not by its shape. */
export const typedNumber = z.string().max(1000);

/** A page request: where to go on from (opaque) and how many rows. */
export const page = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const nothing = z.undefined();

export const cardId = id.transform((text) => text as CardId);
export const callListId = id.transform((text) => text as CallListId);
export const callListEntryId = id.transform((text) => text as CallListEntryId);
export const fileId = id.transform((text) => text as FileId);
export const scheduledId = id.transform((text) => text as ScheduledId);
export const webhookId = id.transform((text) => text as WebhookId);
export const templateId = id.transform((text) => text as TemplateId);

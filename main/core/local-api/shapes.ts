import { z } from '@hono/zod-openapi';
import type { CallRow } from '../../../shared/model/calls.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { MessageView } from '../../../shared/model/messages.ts';
import type { FollowUpView, NoteView } from '../../../shared/model/notes.ts';
import type { ContactView, Party } from '../../../shared/model/people.ts';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';

/** ISO 8601, in UTC. */
const instant = z.iso.datetime();

export const partyShape = z
  .object({
    contact_id: z.string().nullable(),
    name: z.string().nullable(),
    company: z.string().nullable(),
    number: z.string().nullable(),
    extension: z.string().nullable(),
  })
  .openapi('Party');

export const callShape = z
  .object({
    id: z.string(),
    direction: z.enum(['inbound', 'outbound']),
    outcome: z.string(),
    party: partyShape,
    started_at: instant,
    duration: z.int().nullable().openapi({ description: 'Seconds.' }),
  })
  .openapi('CallSummary');

export const textShape = z
  .object({
    id: z.string(),
    thread_id: z.string(),
    direction: z.enum(['inbound', 'outbound']),
    status: z.string(),
    parties: z.array(partyShape),
    text: z.string(),
    created_at: instant,
  })
  .openapi('TextSummary');

export const voicemailShape = z
  .object({
    id: z.string(),
    party: partyShape,
    created_at: instant,
    duration: z.int().nullable(),
    transcript: z.string().nullable(),
  })
  .openapi('Voicemail');

export const noteShape = z
  .object({
    id: z.string(),
    call_id: z.string().nullable(),
    party: partyShape,
    outcome: z.string().nullable(),
    text: z.string(),
    created_at: instant,
    modified_at: instant,
  })
  .openapi('Note');

export const followUpShape = z
  .object({
    id: z.string(),
    call_id: z.string().nullable(),
    party: partyShape,
    text: z.string(),
    due_at: instant,
    done_at: instant.nullable(),
  })
  .openapi('FollowUp');

export const contactShape = z
  .object({
    id: z.string(),
    name: z.string(),
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
    company: z.string().nullable(),
    job_title: z.string().nullable(),
    email: z.string().nullable(),
    remarks: z.string().nullable(),
    numbers: z.array(
      z.object({
        label: z.string(),
        number: z.string().nullable(),
        extension: z.string().nullable(),
      }),
    ),
    is_favourite: z.boolean(),
    sources: z.array(z.enum(['personal', 'company', 'local'])),
  })
  .openapi('Contact');

/** An instant as other programs read it. */
export function toInstant(at: EpochMs): string {
  return new Date(at).toISOString();
}

/** Someone as other programs are told of them; null where something is not known. */
export function toPartyShape(of: Party): z.infer<typeof partyShape> {
  return {
    contact_id: of.contactId ?? null,
    name: of.name ?? null,
    company: of.company ?? null,
    number: of.number ?? null,
    extension: of.extensionNumber ?? null,
  };
}

export function toCallShape(call: CallRow): z.infer<typeof callShape> {
  return {
    id: call.id,
    direction: call.direction,
    outcome: call.outcome,
    party: toPartyShape(call.party),
    started_at: toInstant(call.startedAt),
    duration: call.durationSeconds ?? null,
  };
}

/** `parties`: everyone but the user in its thread. */
export function toTextShape(
  message: Pick<MessageView, 'id' | 'threadId' | 'direction' | 'status' | 'createdAt'>,
  parties: readonly Party[],
  text: string,
): z.infer<typeof textShape> {
  return {
    id: message.id,
    thread_id: message.threadId,
    direction: message.direction,
    status: message.status,
    parties: parties.map(toPartyShape),
    text,
    created_at: toInstant(message.createdAt),
  };
}

export function toVoicemailShape(voicemail: VoicemailView): z.infer<typeof voicemailShape> {
  return {
    id: voicemail.id,
    party: toPartyShape(voicemail.from),
    created_at: toInstant(voicemail.createdAt),
    duration: voicemail.durationSeconds ?? null,
    transcript: voicemail.transcript ?? null,
  };
}

export function toNoteShape(note: NoteView): z.infer<typeof noteShape> {
  return {
    id: note.id,
    call_id: note.callId ?? null,
    party: toPartyShape(note.party),
    outcome: note.outcome ?? null,
    text: note.text,
    created_at: toInstant(note.createdAt),
    modified_at: toInstant(note.modifiedAt),
  };
}

export function toFollowUpShape(followUp: FollowUpView): z.infer<typeof followUpShape> {
  return {
    id: followUp.id,
    call_id: followUp.callId ?? null,
    party: toPartyShape(followUp.party),
    text: followUp.text,
    due_at: toInstant(followUp.dueAt),
    done_at: followUp.doneAt === undefined ? null : toInstant(followUp.doneAt),
  };
}

export function toContactShape(contact: ContactView): z.infer<typeof contactShape> {
  return {
    id: contact.id,
    name: contact.name,
    first_name: contact.firstName ?? null,
    last_name: contact.lastName ?? null,
    company: contact.company ?? null,
    job_title: contact.jobTitle ?? null,
    email: contact.email ?? null,
    remarks: contact.remarks ?? null,
    numbers: contact.numbers.map(({ label, number, extensionNumber }) => ({
      label,
      number: number ?? null,
      extension: extensionNumber ?? null,
    })),
    is_favourite: contact.isFavourite,
    sources: [...contact.sources],
  };
}

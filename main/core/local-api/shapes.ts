import { z } from '@hono/zod-openapi';
import type { FollowUpView, NoteView } from '../../../shared/model/notes.ts';
import type { ContactView, Party } from '../../../shared/model/people.ts';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import { toInstant } from './history/entries.ts';

const instant = z.string().openapi({ format: 'date-time', example: '2026-03-02T15:04:05.000Z' });

/** Someone, in the words that calls and texts use as well; null where something is not known. */
const whomFields = {
  contact_id: z.string().nullable(),
  contact_name: z.string().nullable(),
  /** E.164, or the digits of an extension. */
  number: z.string().nullable().openapi({ example: '+12125550142' }),
};

export const personShape = z
  .object({ ...whomFields, company: z.string().nullable() })
  .openapi('Person');

export const voicemailShape = z
  .object({
    id: z.string(),
    ...whomFields,
    created_at: instant,
    duration_seconds: z.int().nullable(),
    transcript: z.string().nullable(),
    is_read: z.boolean(),
  })
  .openapi('Voicemail');

export const noteShape = z
  .object({
    id: z.string(),
    call_id: z.string().nullable(),
    ...whomFields,
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
    ...whomFields,
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
    numbers: z.array(z.object({ label: z.string(), number: whomFields.number })),
    is_favourite: z.boolean(),
    sources: z.array(z.enum(['personal', 'company', 'local'])),
  })
  .openapi('Contact');

function whomOf(party: Party) {
  return {
    contact_id: party.contactId ?? null,
    contact_name: party.name ?? null,
    number: party.number ?? party.extensionNumber ?? null,
  };
}

export function toPersonShape(party: Party): z.infer<typeof personShape> {
  return { ...whomOf(party), company: party.company ?? null };
}

export function toVoicemailShape(voicemail: VoicemailView): z.infer<typeof voicemailShape> {
  return {
    id: voicemail.id,
    ...whomOf(voicemail.from),
    created_at: toInstant(voicemail.createdAt),
    duration_seconds: voicemail.durationSeconds ?? null,
    transcript: voicemail.transcript ?? null,
    is_read: voicemail.isRead,
  };
}

export function toNoteShape(note: NoteView): z.infer<typeof noteShape> {
  return {
    id: note.id,
    call_id: note.callId ?? null,
    ...whomOf(note.party),
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
    ...whomOf(followUp.party),
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
      number: number ?? extensionNumber ?? null,
    })),
    is_favourite: contact.isFavourite,
    sources: [...contact.sources],
  };
}

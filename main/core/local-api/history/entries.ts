import { z } from '@hono/zod-openapi';
import { strings } from '../../../../shared/strings/strings.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { toId } from '../../db/row-id.ts';
import type { CallRecordRow, TextRecordRow, Whom } from './rows.ts';

const number = z.string().nullable().openapi({ example: '+12125550142' });
const instant = z.string().openapi({ format: 'date-time', example: '2026-03-02T15:04:05.000Z' });

/** A call, in the words that programs read. What is not known is null, never left out. */
export const callEntry = z
  .object({
    id: z.string(),
    /** Of the request that placed it, where a program did. */
    session_id: z.string().nullable(),
    direction: z.enum(['inbound', 'outbound']),
    from_number: number,
    to_number: number,
    contact_name: z.string().nullable(),
    contact_id: z.string().nullable(),
    started_at: instant,
    duration_seconds: z.int().nullable(),
    result: z
      .enum([
        'in_progress',
        'connected',
        'missed',
        'voicemail',
        'no_answer',
        'busy',
        'rejected',
        'cancelled',
        'blocked',
        'failed',
        'unknown',
        'handed_over',
      ])
      .openapi({ example: 'connected' }),
    has_recording: z.boolean(),
    has_voicemail: z.boolean(),
    error: z.string().nullable(),
  })
  .openapi('Call');
export type CallEntry = z.infer<typeof callEntry>;

/** A text, in the words that programs read. */
export const textEntry = z
  .object({
    id: z.string(),
    thread_id: z.string(),
    direction: z.enum(['inbound', 'outbound']),
    from_number: number,
    /** The first of those it is to; `to_numbers` has them all. */
    to_number: number,
    to_numbers: z.array(z.string()),
    contact_name: z.string().nullable(),
    contact_id: z.string().nullable(),
    message: z.string(),
    status: z
      .enum([
        'queued',
        'sending',
        'sent',
        'delivered',
        'failed',
        'unknown',
        'received',
        'discarded',
        'waiting',
      ])
      .openapi({ example: 'delivered' }),
    created_at: instant,
    is_read: z.boolean(),
    attachments: z.array(z.object({ content_type: z.string(), file_name: z.string().nullable() })),
    error: z.string().nullable(),
  })
  .openapi('Message');
export type TextEntry = z.infer<typeof textEntry>;

/** A call row as programs read it. */
export function toCallEntry(row: CallRecordRow): CallEntry {
  const own = row.own ?? null;
  const theirs = row.whom.number ?? null;
  const isInbound = row.direction === 'inbound';
  return {
    id: toId(row.id),
    session_id: row.requestId ?? null,
    direction: row.direction,
    from_number: isInbound ? theirs : own,
    to_number: isInbound ? own : theirs,
    contact_name: row.whom.name ?? null,
    contact_id: row.whom.contactId ?? null,
    started_at: toInstant(row.startedAt),
    duration_seconds: row.durationSeconds ?? null,
    result: snake(row.outcome) as CallEntry['result'],
    has_recording: row.hasRecording,
    has_voicemail: row.hasVoicemail,
    error: toSentence(row.failure),
  };
}

/** A text row as programs read it. */
export function toTextEntry(row: TextRecordRow): TextEntry {
  const others = numbersOf(row.others);
  const isInbound = row.direction === 'inbound';
  // To a group it went to everyone but who wrote it.
  const rest = others.filter((each) => each !== row.from?.number);
  const to = isInbound ? [row.own, ...rest] : others;
  const whom = row.from ?? row.others[0];
  return {
    id: toId(row.id),
    thread_id: toId(row.threadId),
    direction: row.direction,
    from_number: isInbound ? (row.from?.number ?? null) : row.own,
    to_number: to[0] ?? null,
    to_numbers: to,
    contact_name: whom?.name ?? null,
    contact_id: whom?.contactId ?? null,
    message: row.text,
    status: row.status,
    created_at: toInstant(row.createdAt),
    is_read: row.isRead,
    attachments: row.files.map(({ contentType, fileName }) => ({
      content_type: contentType,
      file_name: fileName ?? null,
    })),
    error: toSentence(row.failure),
  };
}

/** A failure as one sentence for a person. */
export function toSentence(reason: Failure | undefined): string | null {
  if (reason === undefined) return null;
  const { title, advice } = strings.failures(reason);
  return `${title}. ${advice}`;
}

/** ISO 8601 in UTC. */
export function toInstant(at: number): string {
  return new Date(at).toISOString();
}

function numbersOf(whoms: readonly Whom[]): string[] {
  return whoms.flatMap(({ number: each }) => each ?? []);
}

function snake(name: string): string {
  return name.replaceAll('-', '_');
}

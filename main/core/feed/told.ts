import { assertNever } from '../../../shared/failure.ts';
import type { EventSubject, LocalEvent } from './local-event.ts';
import { toCallEntry, toInstant, toTextEntry } from '../local-api/history/entries.ts';
import { toVoicemailShape } from '../local-api/shapes.ts';

/** The name of an event, for every program the same. */
export function eventId(epoch: string, seq: number): string {
  return `${epoch}-${seq}`;
}

/** Where in the feed an event's name stands; undefined for what is no name. */
export function parseEventId(
  id: string,
): { readonly epoch: string; readonly seq: number } | undefined {
  const [, epoch, seq] = /^([0-9a-z]{1,32})-(\d{1,15})$/.exec(id) ?? [];
  return epoch === undefined || seq === undefined ? undefined : { epoch, seq: Number(seq) };
}

/** What a program is told of an event: the rows as they are now, the type as it was noted. */
export function toTold(event: LocalEvent, epoch: string) {
  return {
    id: eventId(epoch, event.seq),
    type: event.type,
    created_at: toInstant(event.at),
    data: toData(event.subject),
  };
}

function toData(subject: EventSubject) {
  switch (subject.kind) {
    case 'call':
      return { call: toCallEntry(subject.call) };
    case 'message':
      return { message: toTextEntry(subject.message) };
    case 'voicemail':
      return { voicemail: toVoicemailShape(subject.voicemail) };
    default:
      return assertNever(subject);
  }
}

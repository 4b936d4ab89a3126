import { assertNever } from '../../../shared/failure.ts';
import type { EventSubject, LocalEvent } from './queries.ts';
import { describeCall, describeText, describeVoicemail } from './shapes.ts';

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
    created_at: new Date(event.at).toISOString(),
    data: toData(event.subject),
  };
}

function toData(subject: EventSubject) {
  switch (subject.kind) {
    case 'call':
      return { call: describeCall(subject.call) };
    case 'message':
      return { message: describeText(subject) };
    case 'voicemail':
      return { voicemail: describeVoicemail(subject.voicemail) };
    default:
      return assertNever(subject);
  }
}

import type { CallRow } from '../../../shared/model/calls.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import type { EventSubject } from './queries.ts';

/** An instant as other programs read it: ISO 8601, in UTC. */
export function toInstant(at: EpochMs): string {
  return new Date(at).toISOString();
}

/** Someone as other programs are told of them; null where something is not known. */
export function describeParty(party: Party) {
  return {
    contact_id: party.contactId ?? null,
    name: party.name ?? null,
    company: party.company ?? null,
    number: party.number ?? null,
    extension: party.extensionNumber ?? null,
  };
}

export function describeCall(call: CallRow) {
  return {
    id: call.id,
    direction: call.direction,
    outcome: call.outcome,
    party: describeParty(call.party),
    started_at: toInstant(call.startedAt),
    duration: call.durationSeconds ?? null,
  };
}

export function describeText({
  message,
  parties,
  ownNumber,
}: Extract<EventSubject, { kind: 'message' }>) {
  const isInbound = message.direction === 'inbound';
  return {
    id: message.id,
    thread_id: message.threadId,
    direction: message.direction,
    status: message.status,
    from_number: isInbound ? (message.from.number ?? null) : ownNumber,
    to_numbers: isInbound ? [ownNumber] : parties.flatMap(({ number }) => number ?? []),
    parties: parties.map(describeParty),
    text: message.text,
    attachments: message.attachments.map(({ contentType, fileName }) => ({
      content_type: contentType,
      file_name: fileName ?? null,
    })),
    created_at: toInstant(message.createdAt),
  };
}

export function describeVoicemail(voicemail: VoicemailView) {
  return {
    id: voicemail.id,
    from: describeParty(voicemail.from),
    created_at: toInstant(voicemail.createdAt),
    duration: voicemail.durationSeconds ?? null,
    transcript: voicemail.transcript ?? null,
  };
}

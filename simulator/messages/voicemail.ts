import type { Attachment, Message, Party } from '../state/types.ts';
import { ownParty } from '../telephony/call-parties.ts';
import type { World } from '../world.ts';
import { addMessage, touchMessage } from './message-changes.ts';

/** Leaves a voicemail; its transcription, if there is one, is finished a little later. */
export function addVoicemail(
  world: World,
  from: Party,
  seconds: number,
  transcript: string | undefined,
): Message {
  const now = world.clock.now();
  const id = world.ids.message();
  const direct = world.state.profile.numbers.find((number) => number.primary);
  const message: Message = {
    id,
    type: 'VoiceMail',
    direction: 'Inbound',
    readStatus: 'Unread',
    status: 'Received',
    availability: 'Alive',
    subject: '',
    createdAt: now,
    modifiedAt: now,
    from,
    to: [ownParty(world, direct?.phoneNumber ?? '')],
    attachments: [recording(id, seconds)],
    transcriptionStatus: transcript === undefined ? 'NotAvailable' : 'InProgress',
  };
  addMessage(world, message);
  if (transcript !== undefined) planTranscription(world, message, transcript);
  return message;
}

function planTranscription(world: World, message: Message, text: string): void {
  world.clock.schedule(world.pace.transcription, () => {
    message.attachments = [...message.attachments, transcription(message.id, text)];
    message.transcriptionStatus = 'Completed';
    touchMessage(world, message);
  });
}

/** Transcriptions that were being made when the server stopped are not finished any more. */
export function failUnfinishedTranscriptions(world: World): void {
  for (const message of world.state.messages) {
    if (message.transcriptionStatus !== 'InProgress') continue;
    message.transcriptionStatus = 'Failed';
    touchMessage(world, message);
  }
}

export function recording(messageId: number, seconds: number): Attachment {
  return {
    id: messageId,
    type: 'AudioRecording',
    contentType: 'audio/x-wav',
    vmDuration: seconds,
    media: { kind: 'voice', seconds, seed: messageId % 1_000 },
  };
}

export function transcription(messageId: number, text: string): Attachment {
  return {
    id: messageId + 1,
    type: 'AudioTranscription',
    contentType: 'text/plain',
    media: { kind: 'text', text },
  };
}

import { z } from 'zod';
import type {
  RingOutStatus,
  ServerAttachment,
  ServerCall,
  ServerMessage,
  ServerParty,
  ServerRecipient,
} from './records.ts';
import { instant, optionalText, serverId, type RecordReader } from './schemas.ts';

const direction = z.enum(['Inbound', 'Outbound']);

const party = z
  .looseObject({
    phoneNumber: optionalText,
    extensionNumber: z
      .union([z.string(), z.number().transform(String)])
      .optional()
      .catch(undefined),
    name: optionalText,
    messageStatus: optionalText,
  })
  .transform(({ phoneNumber, extensionNumber, name, messageStatus }): ServerRecipient => {
    const who = { phoneNumber, extensionNumber, name };
    return messageStatus === undefined ? who : { ...who, messageStatus };
  });

const nobody: ServerParty = {
  phoneNumber: undefined,
  extensionNumber: undefined,
  name: undefined,
};

/** Whole ones, as the archive keeps them, and no more than thirty years. */
const seconds = z.number().min(0).max(1e9).transform(Math.round).optional().catch(undefined);

/** The sides of a picture, in pixels; more than a browser lays out says nothing. */
const pixels = z.number().int().min(1).max(100_000).optional().catch(undefined);

const attachment = z
  .looseObject({
    id: serverId,
    uri: z.string(),
    type: z.string().catch('Unknown'),
    contentType: z.string().catch('application/octet-stream'),
    fileName: optionalText,
    size: z.number().int().nonnegative().optional().catch(undefined),
    width: pixels,
    height: pixels,
    vmDuration: seconds,
  })
  .transform(({ width, height, size, vmDuration, ...raw }): ServerAttachment => {
    const { id, uri, type, contentType, fileName } = raw;
    return {
      id,
      uri,
      type,
      contentType,
      fileName,
      sizeBytes: size,
      size: width === undefined || height === undefined ? undefined : { width, height },
      durationSeconds: vmDuration,
    };
  });

const message = z
  .looseObject({
    id: serverId,
    type: z.string(),
    direction,
    readStatus: z.enum(['Read', 'Unread']).catch('Read'),
    messageStatus: z.string().catch('Unknown'),
    availability: z.string().catch('Alive'),
    subject: z.string().nullish(),
    creationTime: instant,
    lastModifiedTime: instant.optional().catch(undefined),
    from: party.optional().catch(undefined),
    to: z.array(party).catch([]).default([]),
    // Only the string: its integer twin `conversationId` is rounded by every JSON parser
    // (@ringcentral/sdk 5.0.11).
    conversation: z.looseObject({ id: z.string() }).optional().catch(undefined),
    attachments: z.array(z.unknown()).catch([]).default([]),
    deliveryErrorCode: optionalText,
    vmTranscriptionStatus: optionalText,
  })
  .transform((raw): ServerMessage => {
    return {
      id: raw.id,
      type: raw.type,
      direction: raw.direction,
      readStatus: raw.readStatus,
      messageStatus: raw.messageStatus,
      availability: raw.availability,
      subject: raw.subject ?? '',
      createdAt: raw.creationTime,
      modifiedAt: raw.lastModifiedTime ?? raw.creationTime,
      from: raw.from ?? nobody,
      to: raw.to,
      conversationId: raw.conversation?.id,
      attachments: raw.attachments.flatMap((each) => attachment.safeParse(each).data ?? []),
      deliveryErrorCode: raw.deliveryErrorCode,
      transcriptionStatus: raw.vmTranscriptionStatus,
    };
  });

const goneMessage = z.looseObject({ id: serverId, availability: z.enum(['Deleted', 'Purged']) });

/** Records of the message store (RingCentral's guide to the message store). */
export const messageReader: RecordReader<ServerMessage> = {
  read: (raw) => message.parse(raw),
  readGone(raw) {
    const { data } = goneMessage.safeParse(raw);
    return data && { id: data.id, availability: data.availability };
  },
};

const call = z
  .looseObject({
    id: serverId,
    sessionId: serverId,
    telephonySessionId: optionalText,
    startTime: instant,
    direction,
    type: z.string().catch('Voice'),
    action: z.string().catch('Unknown'),
    result: optionalText,
    duration: seconds,
    from: party.optional().catch(undefined),
    to: party.optional().catch(undefined),
    deleted: z.boolean().catch(false).default(false),
    recording: z.looseObject({ id: serverId, contentUri: z.string() }).optional().catch(undefined),
    message: z.looseObject({ id: serverId, type: optionalText }).optional().catch(undefined),
  })
  .transform((raw): ServerCall => {
    return {
      id: raw.id,
      sessionId: raw.sessionId,
      telephonySessionId: raw.telephonySessionId,
      startedAt: raw.startTime,
      direction: raw.direction,
      type: raw.type,
      action: raw.action,
      result: raw.result,
      durationSeconds: raw.duration,
      from: raw.from ?? nobody,
      to: raw.to ?? nobody,
      isDeleted: raw.deleted,
      recording: raw.recording && { id: raw.recording.id, uri: raw.recording.contentUri },
      // A fax hangs on its call in the same field.
      voicemailId: raw.message?.type === 'VoiceMail' ? raw.message.id : undefined,
    };
  });

const goneCall = z.looseObject({
  id: serverId,
  deleted: z.literal(true),
  startTime: z.undefined().optional(),
});

/** Records of the call log (RingCentral's guide to the call log). */
export const callReader: RecordReader<ServerCall> = {
  read: (raw) => call.parse(raw),
  readGone(raw) {
    const { data } = goneCall.safeParse(raw);
    return data && { id: data.id, availability: 'Deleted' };
  },
};

const ringOut = z.looseObject({
  id: serverId,
  status: z
    .looseObject({
      callStatus: z.string().catch('Unknown'),
      callerStatus: z.string().catch('Unknown'),
      calleeStatus: z.string().catch('Unknown'),
    })
    .catch({ callStatus: 'Unknown', callerStatus: 'Unknown', calleeStatus: 'Unknown' }),
});

/** A RingOut with the status of its two legs (RingCentral's guide to RingOut). */
export function readRingOutStatus(raw: unknown): RingOutStatus {
  const { id, status } = ringOut.parse(raw);
  const { callStatus, callerStatus, calleeStatus } = status;
  return { id, callStatus, callerStatus, calleeStatus };
}

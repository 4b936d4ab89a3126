import { rawInteger } from '../http/message.ts';
import type { Attachment, Message } from '../state/types.ts';
import type { World } from '../world.ts';
import { extensionUri, iso } from '../world.ts';

/** A message as the message store shows it (RingCentral's guide to the message store). */
export function toMessageJson(world: World, message: Message): object {
  const uri = `${extensionUri(world)}/message-store/${message.id}`;
  return {
    uri,
    id: message.id,
    extensionId: String(world.state.profile.extensionId),
    to: message.to,
    from: message.from,
    type: message.type,
    creationTime: iso(message.createdAt),
    readStatus: message.readStatus,
    priority: 'Normal',
    attachments: message.attachments.map((attachment) =>
      toAttachmentJson(world, message, attachment),
    ),
    direction: message.direction,
    availability: message.availability,
    ...(message.subject === '' ? {} : { subject: message.subject }),
    messageStatus: message.status,
    ...textFields(message),
    ...(message.toDepartment === undefined ? {} : { pgToDepartment: message.toDepartment }),
    ...conversationFields(world, message),
    lastModifiedTime: iso(message.modifiedAt),
    ...(message.transcriptionStatus === undefined
      ? {}
      : { vmTranscriptionStatus: message.transcriptionStatus }),
  };
}

function textFields(message: Message): object {
  if (message.type !== 'SMS' || message.direction === 'Inbound') return {};
  return {
    smsSendingAttemptsCount: 1,
    ...(message.segmentCount === undefined ? {} : { segmentCount: message.segmentCount }),
    ...(message.deliveredAt === undefined ? {} : { smsDeliveryTime: iso(message.deliveredAt) }),
    ...(message.deliveryErrorCode === undefined
      ? {}
      : { deliveryErrorCode: message.deliveryErrorCode }),
  };
}

function conversationFields(world: World, { conversationId }: Message): object {
  if (conversationId === undefined) return {};
  return {
    conversationId: rawInteger(conversationId),
    conversation: {
      id: conversationId,
      uri: `${world.addresses.api}/restapi/v1.0/conversation/${conversationId}`,
    },
  };
}

/** Content is fetched from the media origin. */
function toAttachmentJson(world: World, message: Message, attachment: Attachment): object {
  const { media: _media, ...shown } = attachment;
  const base = extensionUri(world).replace(world.addresses.api, world.addresses.media);
  return { ...shown, uri: `${base}/message-store/${message.id}/content/${attachment.id}` };
}

/**
 * What a sync says of a message that is gone: only its id and availability (RingCentral's guide to
 * the message store).
 */
export function toGoneJson({ id, availability }: Message): object {
  return { id, availability };
}

/** The message in an event: its numbers are texts there, and addresses are left out. */
export function toEventJson(world: World, message: Message): object {
  const { profile } = world.state;
  return {
    id: String(message.id),
    to: message.to.map((recipient) => ({ ...recipient, target: true })),
    from: message.from,
    type: message.type,
    creationTime: iso(message.createdAt),
    lastModifiedTime: iso(message.modifiedAt),
    readStatus: message.readStatus,
    priority: 'Normal',
    attachments: message.attachments.map(({ media: _media, ...shown }) => ({
      ...shown,
      id: String(shown.id),
    })),
    direction: message.direction,
    availability: message.availability,
    ...(message.subject === '' ? {} : { subject: message.subject }),
    messageStatus: message.status,
    ...(message.conversationId === undefined
      ? {}
      : { conversation: { id: message.conversationId } }),
    ...(message.transcriptionStatus === undefined
      ? {}
      : { vmTranscriptionStatus: message.transcriptionStatus }),
    eventType: 'Create',
    owner: {
      extensionId: String(profile.extensionId),
      extensionType: 'User',
      name: `${profile.firstName} ${profile.lastName}`,
    },
  };
}

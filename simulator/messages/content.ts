import { resourceNotFound } from '../http/errors.ts';
import { mediaAnswer } from '../http/media.ts';
import type { Handler } from '../http/routes.ts';
import type { Media } from '../state/types.ts';
import { requireMessage } from './message-store.ts';
import { drawPicture } from './picture.ts';
import { speak } from './voice.ts';

/** GET …/content/{attachmentId}: the bytes of an attachment. */
export const getContent: Handler = (world, { request, params }) => {
  const message = requireMessage(world, params['messageId'] ?? '');
  const attachment = message.attachments.find(({ id }) => String(id) === params['attachmentId']);
  if (!attachment) throw resourceNotFound('attachmentId');
  return mediaAnswer(world, request, {
    contentType: attachment.contentType,
    bytes: bytesOf(attachment.media),
    fileName: attachment.fileName ?? 'content',
  });
};

function bytesOf(media: Media): Buffer {
  switch (media.kind) {
    case 'text':
      return Buffer.from(media.text, 'utf8');
    case 'bytes':
      return Buffer.from(media.base64, 'base64');
    case 'voice':
      return speak(media.seconds, media.seed);
    case 'picture':
      return drawPicture(media.seed);
  }
}

import { rangeNotSatisfiable, resourceNotFound } from '../http/errors.ts';
import type { Answer, Incoming } from '../http/message.ts';
import { oneOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import type { Attachment, Media } from '../state/types.ts';
import { drawPicture } from './picture.ts';
import { requireMessage } from './message-store.ts';
import { speak } from './voice.ts';

/** GET …/content/{attachmentId}: the bytes, whole or the part a Range header asks for. */
export const getContent: Handler = (world, { request, params }) => {
  const message = requireMessage(world, params['messageId'] ?? '');
  const attachment = message.attachments.find(({ id }) => String(id) === params['attachmentId']);
  if (!attachment) throw resourceNotFound('attachmentId');
  const bytes = bytesOf(attachment.media);
  const headers = {
    'Content-Type': attachment.contentType,
    'Accept-Ranges': 'bytes',
    ...disposition(request, attachment),
  };
  return cut(request, bytes, headers);
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

function disposition(request: Incoming, attachment: Attachment): Record<string, string> {
  const { query } = request;
  if (!query.has('contentDisposition')) return {};
  const kind = oneOf(query, 'contentDisposition', ['Inline', 'Attachment'], 'Inline');
  const name = query.get('contentDispositionFilename') ?? attachment.fileName ?? 'content';
  const safeName = name.replace(/[^\w.-]/g, '_');
  return { 'Content-Disposition': `${kind.toLowerCase()}; filename="${safeName}"` };
}

function cut(request: Incoming, bytes: Buffer, headers: Record<string, string>): Answer {
  const range = request.headers['range'];
  if (range === undefined) return { status: 200, headers, body: bytes };
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  const start = first === '' ? bytes.length - Number(last) : Number(first);
  const end = first === '' || last === '' ? bytes.length - 1 : Number(last);
  if ((first === '' && last === '') || start < 0 || start >= bytes.length || end < start) {
    throw rangeNotSatisfiable(bytes.length);
  }
  const lastByte = Math.min(end, bytes.length - 1);
  return {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${start}-${lastByte}/${bytes.length}` },
    body: bytes.subarray(start, lastByte + 1),
  };
}

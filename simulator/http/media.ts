import { rangeNotSatisfiable } from './errors.ts';
import type { Answer, Incoming } from './message.ts';
import { oneOf } from './query.ts';
import type { World } from '../world.ts';

export type Media = {
  readonly contentType: string;
  readonly bytes: Buffer;
  /** The name of the file when the client asks for none. */
  readonly fileName: string;
};

/**
 * The bytes, whole or the part that a Range header asks for: 206, or 416 CMN-107 (RingCentral's
 * guide to recordings).
 */
export function mediaAnswer({ rules }: World, request: Incoming, media: Media): Answer {
  const { bytes } = media;
  const headers = {
    'Content-Type': media.contentType,
    ...(rules.mediaRanges && { 'Accept-Ranges': 'bytes' }),
    ...disposition(request, media.fileName),
  };
  const range = rules.mediaRanges ? request.headers['range'] : undefined;
  if (range === undefined) return { status: 200, headers, body: bytes };
  const { start, end } = rangeOf(range, bytes.length);
  return {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${start}-${end}/${bytes.length}` },
    body: bytes.subarray(start, end + 1),
  };
}

/** "bytes=0-99", "bytes=100-" or "bytes=-100": the first and the last byte. */
function rangeOf(text: string, size: number): { readonly start: number; readonly end: number } {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(text) ?? [];
  const isSuffix = first === '';
  const start = isSuffix ? Math.max(0, size - Number(last)) : Number(first);
  const end = isSuffix || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  const isEmpty = isSuffix && Number(last) === 0;
  if (isEmpty || start >= size || end < start) throw rangeNotSatisfiable(size);
  return { start, end };
}

function disposition({ query }: Incoming, fallback: string): Record<string, string> {
  if (!query.has('contentDisposition')) return {};
  const kind = oneOf(query, 'contentDisposition', ['Inline', 'Attachment'], 'Inline');
  const name = query.get('contentDispositionFilename') ?? fallback;
  const safeName = name.replace(/[^\w.-]/g, '_');
  return { 'Content-Disposition': `${kind.toLowerCase()}; filename="${safeName}"` };
}

import type { Failure } from '../../../shared/failure.ts';
import type { ServerMedia } from '../ringcentral/records.ts';
import { plainFile } from './content-type.ts';
import { streamFile, type Growing } from './download.ts';
import { baseName, cleanFileName, splitFileName } from './file-name.ts';
import type { MediaSource } from './queries.ts';
import { parseRange } from './range.ts';

/** An HTTP answer in plain parts, for the shell to hand to the window. */
export type MediaAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReadableStream<Uint8Array> | undefined;
  /** Why there is nothing to play. */
  readonly failure?: Failure;
};

/** What RingCentral answered, with the type it is served as. */
export type PassedMedia = { readonly media: ServerMedia; readonly contentType: string };

/** RingCentral's word for a range that lies outside of the file (its guide to recordings). */
export const outsideCode = 'CMN-107';

/** What a player asks of a file that is here, or is coming. */
export async function answerFile(
  file: Growing,
  header: string | undefined,
  source: MediaSource,
): Promise<MediaAnswer> {
  const { sizeBytes, contentType } = file;
  const headers = headersOf(contentType, source);
  if (sizeBytes === undefined) {
    const body = await streamFile(file, { start: 0, end: undefined });
    return { status: 200, headers, body };
  }
  const range = parseRange(header, sizeBytes);
  if (range === 'unsatisfiable')
    return { status: 416, headers: { 'Content-Range': `bytes */${sizeBytes}` }, body: undefined };
  const { start, end } = range === 'whole' ? { start: 0, end: sizeBytes - 1 } : range;
  return {
    status: range === 'whole' ? 200 : 206,
    headers: {
      ...headers,
      'Accept-Ranges': 'bytes',
      'Content-Length': String(end - start + 1),
      ...(range !== 'whole' && { 'Content-Range': `bytes ${start}-${end}/${sizeBytes}` }),
    },
    body: await streamFile(file, { start, end }),
  };
}

/** RingCentral's own answer, passed through with none of its headers but those of the range. */
export function answerPassed(
  { media, contentType }: PassedMedia,
  source: MediaSource,
): MediaAnswer {
  const { status, contentLength, contentRange } = media;
  return {
    status,
    headers: {
      ...headersOf(contentType, source),
      'Accept-Ranges': 'bytes',
      ...(contentLength !== undefined && { 'Content-Length': String(contentLength) }),
      ...(contentRange !== undefined && { 'Content-Range': contentRange }),
    },
    body: media.body,
  };
}

/** Why there is nothing; the window has its words from `media.prepare`. */
export function answerFailure(failure: Failure): MediaAnswer {
  return { status: statusOf(failure), headers: {}, body: undefined, failure };
}

function statusOf(failure: Failure): number {
  if (failure.code === outsideCode) return 416;
  switch (failure.kind) {
    case 'not-found':
      return 404;
    case 'auth':
    case 'rejected':
      return 403;
    case 'unsupported':
    case 'invalid':
      return 415;
    case 'rate-limited':
    case 'offline':
    case 'conflict':
      return 503;
    case 'internal':
      return 500;
  }
}

function headersOf(contentType: string, source: MediaSource): Readonly<Record<string, string>> {
  if (contentType !== plainFile) return { 'Content-Type': contentType };
  const { stem, extension = 'bin' } = splitFileName(baseName(source.fileName ?? '') || source.kind);
  const name = encodeURIComponent(cleanFileName(stem, extension)).replaceAll("'", '%27');
  return {
    'Content-Type': plainFile,
    'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
  };
}

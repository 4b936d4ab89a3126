import type { JsonObject } from '../http/body.ts';
import { isObject, jsonObject, mediaType, parseJson } from '../http/body.ts';
import { invalidParameter } from '../http/errors.ts';
import type { Incoming } from '../http/message.ts';
import type { Part } from '../http/multipart.ts';
import { multipartBody, partFileName } from '../http/multipart.ts';

export type SentFile = {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
};

export type SmsRequest = { readonly body: JsonObject; readonly files: readonly SentFile[] };

/**
 * A text as JSON, or as multipart: the first part the JSON, then the files (RingCentral's guide to
 * SMS).
 */
export function readSmsRequest(request: Incoming): SmsRequest {
  if (!mediaType(request).startsWith('multipart/')) {
    return { body: jsonObject(request), files: [] };
  }
  const [first, ...rest] = multipartBody(request);
  const body = first ? parseJson(first.body.toString('utf8')) : undefined;
  if (!isObject(body)) throw invalidParameter('CMN-103', 'The first part is not a JSON object');
  return { body, files: rest.map(toFile) };
}

function toFile(part: Part, index: number): SentFile {
  return {
    name: partFileName(part) ?? `attachment-${index + 1}`,
    contentType: part.headers['content-type'] ?? 'application/octet-stream',
    bytes: part.body,
  };
}

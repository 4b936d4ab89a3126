import { invalidParameter, unsupportedMedia } from './errors.ts';
import type { Incoming } from './message.ts';

export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The media type without its parameters, in lower case. */
export function mediaType(request: { readonly headers: Incoming['headers'] }): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** A JSON request body; 415 for another type, 400 CMN-103 for text that is no JSON. */
export function jsonBody(request: Incoming): unknown {
  const type = mediaType(request);
  if (type !== 'application/json' && !type.endsWith('+json')) {
    throw unsupportedMedia('CMN-115', 'Unsupported content type');
  }
  return parseJson(request.body.toString('utf8'));
}

export function jsonObject(request: Incoming): JsonObject {
  const value = jsonBody(request);
  if (!isObject(value)) throw notJson();
  return value;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw notJson();
  }
}

function notJson(): Error {
  return invalidParameter('CMN-103', 'Cannot parse request: invalid JSON');
}

export function formBody(request: Incoming): URLSearchParams {
  if (mediaType(request) !== 'application/x-www-form-urlencoded') {
    throw unsupportedMedia('CMN-115', 'Unsupported content type');
  }
  return new URLSearchParams(request.body.toString('utf8'));
}

/** A text field, or undefined when it is missing, empty or no text. */
export function textField(body: JsonObject, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function objectField(body: JsonObject, name: string): JsonObject {
  const value = body[name];
  return isObject(value) ? value : {};
}

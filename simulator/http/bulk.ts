import { STATUS_CODES } from 'node:http';

import type { World } from '../world.ts';
import { isObject, jsonBody, mediaType, parseJson } from './body.ts';
import { ApiError, invalidParameter } from './errors.ts';
import type { Answer, Incoming } from './message.ts';
import { multipartBody, multipartJson } from './multipart.ts';

const MAX_IDS = 50;
const MULTIPART_JSON = 'application/vnd.ringcentral.multipart+json';

/** The ids of a path segment such as "11,12,13"; 400 CMN-106 above fifty. */
export function bulkIds(segment: string | undefined, parameterName: string): readonly string[] {
  const ids = (segment ?? '').split(',').filter((id) => id !== '');
  if (ids.length > MAX_IDS) {
    const message = `Bulk request limit of ${MAX_IDS} is exceeded`;
    throw invalidParameter('CMN-106', message, parameterName);
  }
  return ids;
}

/** One body per id: a multipart/mixed body's parts, an array, or a single body for all. */
export function bulkBodies(request: Incoming, ids: readonly string[]): readonly unknown[] {
  if (mediaType(request).startsWith('multipart/')) {
    return multipartBody(request).map((part) => parseJson(part.body.toString('utf8')));
  }
  const body = jsonBody(request);
  if (!Array.isArray(body)) return ids.map(() => body);
  return ids.map((id, index) => {
    const entries = body as unknown[];
    const named = entries.find((entry) => isObject(entry) && entry['resourceId'] === id);
    const entry = named ?? entries[index];
    return isObject(entry) ? entry['body'] : undefined;
  });
}

type Entry = { readonly id: string; readonly status: number; readonly body: unknown };

export type BulkRequest = {
  readonly request: Incoming;
  /** Where the resources are: an id is added to it. */
  readonly address: string;
  readonly ids: readonly string[];
};

/**
 * 207: as a JSON array when the client asks for it, else as multipart/mixed (RingCentral's guide to
 * the message store).
 */
export function bulkAnswer(
  world: World,
  { request, address, ids }: BulkRequest,
  work: (id: string, index: number) => object | undefined,
): Answer {
  const entries = ids.map((id, index) => run(id, () => work(id, index)));
  const wantsJson = [request.headers['accept'], request.headers['content-type']].some((value) =>
    value?.includes(MULTIPART_JSON),
  );
  if (wantsJson) {
    const records = entries.map(({ id, status, body }) => ({ resourceId: id, status, body }));
    const headers = { 'Content-Type': MULTIPART_JSON };
    return { status: 207, headers, body: JSON.stringify(records) };
  }
  const boundary = `Boundary_${world.random.text(20)}`;
  const summary = entries.map(({ id, status }) => ({
    href: `${address}/${id}`,
    status,
    responseDescription: STATUS_CODES[status] ?? 'OK',
  }));
  const parts = [{ response: summary }, ...entries.map(({ body }) => body ?? {})];
  return {
    status: 207,
    headers: { 'Content-Type': `multipart/mixed; boundary=${boundary}` },
    body: multipartJson(boundary, parts),
  };
}

function run(id: string, work: () => object | undefined): Entry {
  try {
    const body = work();
    return { id, status: body === undefined ? 204 : 200, body };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { id, status: error.status, body: error.body };
  }
}

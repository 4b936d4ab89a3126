import { failure } from '../../../shared/failure.ts';
import type { RingCentralApi } from './api.ts';
import type { StreamRequester } from './requester.ts';

/** How long the media host may fall silent in the middle of a file. */
const silenceMs = 30_000;

/** Streams what a record names; the gate keeps the token from any host but the account's own. */
export async function openMedia(
  stream: StreamRequester,
  uri: string,
  { range, givenUp, lane = 'user' }: Parameters<RingCentralApi['media']['open']>[1],
): ReturnType<RingCentralApi['media']['open']> {
  // Anything else would be taken for a path of the server's.
  if (!/^https?:\/\//i.test(uri) || URL.parse(uri) === null)
    return { kind: 'not-sent', failure: failure('unsupported', 'media.unreadable') };
  const outcome = await stream({
    method: 'GET',
    path: uri,
    ...(range !== undefined && { headers: { Range: range } }),
    lane,
    area: 'other',
    timeoutMs: silenceMs,
    givenUp,
  });
  if (outcome.kind !== 'ok') return outcome;
  const { status, headers, body } = outcome.value;
  return {
    kind: 'ok',
    value: {
      status: status === 206 ? 206 : 200,
      contentType: headers.get('content-type') ?? undefined,
      contentLength: lengthOf(headers),
      contentRange: headers.get('content-range') ?? undefined,
      body: body ?? new Blob([]).stream(),
    },
  };
}

/** The length of what is read; that of a compressed answer says nothing of it. */
function lengthOf(headers: Headers): number | undefined {
  if (headers.has('content-encoding')) return undefined;
  const text = headers.get('content-length');
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

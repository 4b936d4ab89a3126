import type { Session } from './connection.ts';
import type { Protocol } from './protocol.ts';
import { aliasPolicy, fromAlias, schemeOf } from './url-alias.ts';

type Paused = Protocol.Fetch.requestPausedPayload;
type FailReason = Protocol.Network.ErrorReason;

/** Lets an intercepted request go on to the network, perhaps to another address. */
export function continueRequest(session: Session, { requestId }: Paused, url?: string): void {
  session.post('Fetch.continueRequest', url === undefined ? { requestId } : { requestId, url });
}

/** Ends an intercepted request with a network error. */
export function failRequest(session: Session, { requestId }: Paused, reason: FailReason): void {
  session.post('Fetch.failRequest', { requestId, errorReason: reason });
}

/** The request as a protocol handler gets it, under the address the app knows. */
export function toRequest({ request }: Paused): Request {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const parts = (request.postDataEntries ?? []).map((entry) =>
    Buffer.from(entry.bytes ?? '', 'base64'),
  );
  return new Request(fromAlias(request.url), {
    method: request.method,
    headers: request.headers as Record<string, string>,
    ...(hasBody && parts.length > 0 ? { body: Buffer.concat(parts) } : {}),
  });
}

/**
 * Answers an intercepted request. The body is gathered first: DevTools takes an answer only as a
 * whole, so a streamed body arrives at once.
 */
export async function fulfillRequest(
  session: Session,
  paused: Paused,
  response: Response,
): Promise<void> {
  if (response.type === 'error') {
    failRequest(session, paused, 'Failed');
    return;
  }
  const body = Buffer.from(await response.arrayBuffer());
  const scheme = schemeOf(fromAlias(paused.request.url));
  const responseHeaders = [...response.headers].map(([name, value]) => ({
    name,
    value: name.startsWith('content-security-policy') ? aliasPolicy(value, scheme) : value,
  }));
  session.post('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: response.status,
    responseHeaders,
    body: body.toString('base64'),
    ...(response.statusText ? { responsePhrase: response.statusText } : {}),
  });
}

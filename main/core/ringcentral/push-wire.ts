import { z } from 'zod';
import { optionalText } from './schemas.ts';

/** Longer than any event of RingCentral's: an MMS with its whole text stays far below. */
const mostFrameChars = 1_000_000;
/**
 * RingCentral's guide to WebSockets: how long a lost connection can be recovered, unless its first
 * frame says otherwise.
 */
const usualRecoverySeconds = 180;

const wsc = z.object({ token: z.string().min(1).max(4_000), sequence: z.number() });

const metaSchema = z.looseObject({
  type: z.string(),
  messageId: optionalText,
  status: z.number().int().optional().catch(undefined),
  wsc: wsc.optional().catch(undefined),
  headers: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

/**
 * One frame: every one is an array of a meta object and, mostly, a body (RingCentral's guide to
 * WebSockets).
 */
export type Frame = { readonly meta: z.infer<typeof metaSchema>; readonly body: unknown };

/** Reads a frame; undefined when it is none. */
export function parseFrame(text: string): Frame | undefined {
  if (text.length > mostFrameChars) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed)) return undefined;
  const [rawMeta, body] = parsed as readonly unknown[];
  const meta = metaSchema.safeParse(rawMeta);
  return meta.success ? { meta: meta.data, body } : undefined;
}

/** Where a socket opens, and what lets it in, once (RingCentral's guide to WebSockets). */
export type SocketToken = { readonly uri: string; readonly token: string };

const socketTokenSchema = z.looseObject({
  uri: z.url({ protocol: /^wss?$/ }),
  ws_access_token: z.string().min(1).max(10_000),
});

/** Reads the answer of wstoken; throws when it is not one. */
export function readSocketToken(answer: unknown): SocketToken {
  const { uri, ws_access_token: token } = socketTokenSchema.parse(answer);
  return { uri, token };
}

/** What the first frame says of the connection. */
export type ConnectionDetails = {
  /** Undefined when nothing was to be recovered. */
  readonly recovery: 'Successful' | 'Failed' | undefined;
  readonly recoveryErrorCode: string | undefined;
  readonly recoveryTimeoutMs: number;
};

const detailsSchema = z.looseObject({
  recoveryState: z.enum(['Successful', 'Failed']).optional().catch('Failed'),
  recoveryErrorCode: optionalText,
  recoveryTimeout: z.number().nonnegative().max(86_400).catch(usualRecoverySeconds),
});

/** Reads the body of ConnectionDetails; whatever is odd in it counts as not recovered. */
export function readConnectionDetails(body: unknown): ConnectionDetails {
  const details = detailsSchema.parse(typeof body === 'object' && body !== null ? body : {});
  return {
    recovery: details.recoveryState,
    recoveryErrorCode: details.recoveryErrorCode,
    recoveryTimeoutMs: details.recoveryTimeout * 1_000,
  };
}

const errorSchema = z.looseObject({ errorCode: optionalText });

/** The code of an Error frame (`WSG-902`); undefined when it has none. */
export function readErrorCode(body: unknown): string | undefined {
  const parsed = errorSchema.safeParse(body);
  return parsed.success ? parsed.data.errorCode : undefined;
}

const subscriptionSchema = z.looseObject({
  id: z.string().min(1),
  disabledFilters: z.array(z.unknown()).catch([]).default([]),
});

/** A subscription as RingCentral took it; undefined when the answer is none. */
export function readSubscription(
  body: unknown,
): { readonly id: string; readonly disabled: number } | undefined {
  const parsed = subscriptionSchema.safeParse(body);
  if (!parsed.success) return undefined;
  return { id: parsed.data.id, disabled: parsed.data.disabledFilters.length };
}

/** The HTTP-like headers of an answer over the socket; what could not be a header is left out. */
export function toHeaders(raw: Frame['meta']['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw ?? {})) {
    if (!/^[\w-]+$/.test(name) || (typeof value !== 'string' && typeof value !== 'number'))
      continue;
    const text = String(value);
    if (/^[\t\x20-\x7e]*$/.test(text)) headers.set(name, text);
  }
  return headers;
}

import type { MiddlewareHandler } from 'hono';
import { failure } from '../../../shared/failure.ts';
import { ApiError } from './problems.ts';
import type { ApiEnv } from './routes.ts';

/** The largest body; the longest text is a sixth of it. */
export const largestBody = 64 * 1024;

/**
 * Refuses a body that is too large, before it is read or while it comes. One of no announced length is
 * taken in here: hono's own limit builds another request, which the server's kind of request cannot be
 * made into.
 */
export const limitBody: MiddlewareHandler<ApiEnv> = async (context, next) => {
  const { req } = context;
  if (req.header('Transfer-Encoding') === undefined) {
    if (Number(req.header('Content-Length') ?? 0) > largestBody) throw tooLarge();
    return next();
  }
  const { method, headers, url, body } = req.raw;
  const isRead = method !== 'GET' && method !== 'HEAD' && body !== null;
  const bytes = isRead ? await readCapped(body) : undefined;
  req.raw = new Request(url, { method, headers, ...(bytes && { body: bytes }) });
  return next();
};

/**
 * Refuses JSON in which something's `length` is an object: a schema that looks at it throws instead of
 * saying that it is no text. What is no JSON at all is the validators' to refuse.
 */
export const refuseOddLengths: MiddlewareHandler<ApiEnv> = async ({ req }, next) => {
  const text = req.method === 'GET' || req.method === 'HEAD' ? '' : await req.text();
  if (text.includes('length') && hasOddLength(text))
    throw new ApiError(400, failure('invalid', 'api.malformed'));
  return next();
};

function hasOddLength(text: string): boolean {
  let isOdd = false;
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (key === 'length' && typeof value === 'object') isOdd = true;
      return value;
    });
  } catch (error) {
    // Nested so deep that nobody can look through it: nothing anybody asks is.
    return !(error instanceof SyntaxError);
  }
  return isOdd;
}

async function readCapped(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > largestBody) throw tooLarge();
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function tooLarge(): ApiError {
  return new ApiError(413, failure('invalid', 'api.too-large'));
}

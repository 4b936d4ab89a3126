import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** So that a scan for secrets in somebody's code knows what it has found. */
const prefix = 'sidetone_';
/** 256 bits, from the system's own chance: the `Random` port is never for secrets. */
const bytes = 32;
const shape = /^sidetone_[\w-]{43}$/;

/** A token as it is shown once, and what is kept of it. */
export type FreshToken = {
  readonly token: string;
  readonly hash: string;
  /** Its last characters, to tell it from others by. */
  readonly hint: string;
};

/** Draws a token that nobody can guess. */
export function createToken(): FreshToken {
  const token = prefix + randomBytes(bytes).toString('base64url');
  return { token, hash: hashToken(token), hint: token.slice(-4) };
}

/**
 * What is kept of a token, as hexadecimal digits. A slow hash protects what people make up; of 256
 * random bits nobody can try enough to find one, and this is done at every request.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a text has the form of a token; anything else is not looked for. */
export function isTokenShaped(text: string): boolean {
  return shape.test(text);
}

/** The entry whose hash it is; it takes as long to say so whichever it is, and for none. */
export function findByHash<Entry extends { readonly hash: string }>(
  entries: readonly Entry[],
  hash: string,
): Entry | undefined {
  const wanted = Buffer.from(hash);
  let found: Entry | undefined;
  for (const entry of entries) {
    const each = Buffer.from(entry.hash);
    if (each.length === wanted.length && timingSafeEqual(each, wanted)) found = entry;
  }
  return found;
}

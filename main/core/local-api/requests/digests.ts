import { createHash } from 'node:crypto';

/** What an `Idempotency-Key` may be. */
const keyShape = /^[\x21-\x7e]{1,200}$/;

export function isKey(text: string): boolean {
  return keyShape.test(text);
}

/** A digest of texts in their order; no two lists of texts have the same. */
export function digestOf(...texts: readonly (string | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

/**
 * The id of a request that came under a key: always the same for the same request, so that a text
 * is accepted once even where nobody remembers the key any more.
 */
export function derivedId(programId: string, key: string, askedHash: string): string {
  return `api-${digestOf(programId, key, askedHash).slice(0, 40)}`;
}

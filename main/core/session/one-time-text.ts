import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits: more than anyone can guess within a sign-in. */
const bytes = 32;

/**
 * A text that nobody can guess and that is good once. The `Random` port is not asked: it spreads
 * retries and names rows, its tests count, and what is drawn from it may be guessed.
 */
export type OneTimeText = {
  readonly text: string;
  /** Whether this is it, for the first time; it takes as long to say so for any other. */
  redeem(given: string): boolean;
};

/** Draws one from the system's own chance. */
export function createOneTimeText(): OneTimeText {
  const text = randomBytes(bytes).toString('base64url');
  let isUsed = false;
  return {
    text,
    redeem(given) {
      const isIt = timingSafeEqual(digest(given), digest(text));
      if (!isIt || isUsed) return false;
      isUsed = true;
      return true;
    },
  };
}

/** Digests are of one length, which the comparison needs and the text need not be. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

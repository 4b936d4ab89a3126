import { createHash } from 'node:crypto';

import type { Random } from '../random.ts';
import type { Counters } from './types.ts';

/** Ids in the shapes RingCentral gives them. */
export type Ids = {
  /** About 10^12, far below 2^53. */
  message(): number;
  contact(): number;
  /** Call-log record id: short, opaque, mixed case. */
  callRecord(): string;
  telephonySession(): { sessionId: string; telephonySessionId: string; partyId: string };
  /** Base64-like, as production gives it. */
  ringOut(): string;
};

export function createIds(counters: Counters, random: Random): Ids {
  return {
    message: () => (counters.message += 1_000 * random.integer(1, 9)),
    contact: () => (counters.contact += 1_000),
    callRecord: () => random.text(14),
    telephonySession() {
      counters.session += 10_000 * random.integer(1, 40);
      const telephonySessionId = `s-a0${random.uuid().replaceAll('-', '')}`;
      return {
        sessionId: String(counters.session),
        telephonySessionId,
        partyId: `p-${telephonySessionId.slice(2)}-1`,
      };
    },
    ringOut: () => Buffer.from(`cs${random.text(17)}@127.0.0.1`).toString('base64url'),
  };
}

const ABOVE_SAFE_INTEGERS = 1n << 60n;

/**
 * The conversation of an own number with these people: the same people always share one, and its
 * number is above 2^53, as RingCentral's are, so a client that reads it as a double loses it.
 */
export function conversationIdOf(ownNumber: string, others: readonly string[]): string {
  const people = [ownNumber, ...[...new Set(others)].sort()].join('|');
  const digest = createHash('sha256').update(people).digest();
  const low = digest.readBigUInt64BE(0) & (ABOVE_SAFE_INTEGERS - 1n);
  // Odd, so that rounding to a double always changes it.
  return String(ABOVE_SAFE_INTEGERS | low | 1n);
}

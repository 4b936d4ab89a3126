import { createHmac, randomBytes } from 'node:crypto';
import type { EpochMs } from '../../../shared/model/ids.ts';

/** A new secret: 32 random bytes, in letters that survive copying. */
export function makeSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`;
}

/**
 * The value of `Sidetone-Signature`: the time in seconds, and HMAC-SHA256 in hex of `t.body` with
 * the whole secret as the key. The time is signed, so that an old request cannot be sent again.
 */
export function sign(secret: string, at: EpochMs, body: string): string {
  const t = Math.floor(at / 1_000);
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  return `t=${t},v1=${v1}`;
}

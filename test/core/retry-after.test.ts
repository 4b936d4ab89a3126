import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../main/core/retry-after.ts';

const now = Date.UTC(2026, 3, 1, 15, 0, 0);

describe('how long a server asks to be left alone', () => {
  it.each([
    ['60', 60_000],
    [' 5 ', 5_000],
    ['0', 0],
    ['Wed, 01 Apr 2026 15:02:00 GMT', 120_000],
    // An older form, which RFC 9110 still has one read.
    ['Wednesday, 01-Apr-26 15:02:00 GMT', 120_000],
    // Over already.
    ['Wed, 01 Apr 2026 14:00:00 GMT', 0],
  ])('is read from %s', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([undefined, null, '', '-5', '1.5', '1e3', '99999999999', '2026-04-01', 'soon'])(
    'is not guessed from %s',
    (header) => {
      expect(retryAfterMs(header, now)).toBeUndefined();
    },
  );
});

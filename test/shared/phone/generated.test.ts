import { describe, expect, it } from 'vitest';
import { checkGenerated, checkRoundTrip, checkText } from './generated.ts';

/** `npm run soak -- numbers` checks a million. */
const runs = 6_000;

describe('whatever is written', () => {
  it('is read without an exception, as digits and + alone, and read again as the same', () => {
    expect(() => checkGenerated(runs, 20_261_123)).not.toThrow();
  });

  it('is judged by checks that can fail', () => {
    const number = '+442079460123' as Parameters<typeof checkRoundTrip>[0]['number'];
    expect(() => checkRoundTrip({ region: 'GB', number }, ' ')).not.toThrow();
    expect(() => checkRoundTrip({ region: 'GB', number }, '1')).toThrow('is not +442079460123');
  });

  it.each(['', '\u0000', '%', 'tel:%E0%A4%A', '\ud800', '+'.repeat(2_000), '9'.repeat(100_000)])(
    '%j is nothing to fall over',
    (text) => {
      expect(() => checkText(text, 'US' as Parameters<typeof checkText>[1])).not.toThrow();
    },
  );
});

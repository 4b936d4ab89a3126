import { describe, expect, it } from 'vitest';
import { failure, type Failure } from '../../../shared/failure.ts';
import { backoffMs } from '../../../main/core/backoff.ts';
import { settle } from '../../../main/core/outbox/settle.ts';
import type { ServerMessage } from '../../../main/core/ringcentral/records.ts';

const rejected = (code: string): Failure => failure('rejected', 'text.failed', { code });
const refused = (status: number, reason: Failure) =>
  settle({ kind: 'refused', status, failure: reason });

describe('the outcome of an attempt', () => {
  it('adopts the record of a text that RingCentral has taken', () => {
    const record = { id: '1' } as ServerMessage;
    expect(settle({ kind: 'ok', value: record })).toEqual({ kind: 'sent', record });
  });

  it.each([400, 403, 404, 415])('fails on %i, for the user to send again', (status) => {
    expect(refused(status, rejected('MSG-246'))).toEqual({
      kind: 'failed',
      failure: { ...rejected('MSG-246'), retry: 'user' },
    });
  });

  it('waits for sign-in on 401, and spends no attempt', () => {
    const reason = failure('auth', 'session.expired');
    expect(refused(401, reason)).toEqual({ kind: 'wait', hold: 'session' });
    expect(settle({ kind: 'not-sent', failure: reason })).toEqual({
      kind: 'wait',
      hold: 'session',
    });
  });

  it('pauses everything on 429 for as long as RingCentral says', () => {
    const reason = failure('rate-limited', 'rate.limited', { retry: { afterMs: 61_000 } });
    const pause = { kind: 'wait', hold: { pauseMs: 61_000 } };
    expect(refused(429, reason)).toEqual(pause);
    expect(settle({ kind: 'not-sent', failure: reason })).toEqual(pause);
    expect(refused(429, failure('rate-limited', 'rate.limited'))).toEqual({
      kind: 'wait',
      hold: { pauseMs: 30_000 },
    });
  });

  it.each(['MSG-290', 'CMN-211'])('backs off on 503 with %s', (code) => {
    expect(refused(503, rejected(code))).toEqual({ kind: 'wait', hold: 'attempt' });
  });

  it('waits for the network when nothing was written', () => {
    const reason = failure('offline', 'network.offline');
    expect(settle({ kind: 'not-sent', failure: reason })).toEqual({
      kind: 'wait',
      hold: 'network',
    });
  });

  it.each([
    [408, 'HTTP-408'],
    [500, 'CMN-201'],
    [502, 'HTTP-502'],
    [503, 'HTTP-503'],
    [504, 'HTTP-504'],
    [429, 'CMN-304'],
  ])('does not know after %i %s', (status, code) => {
    expect(refused(status, rejected(code))).toMatchObject({
      kind: 'unknown',
      failure: { message: 'text.outcome-unknown', code, retry: 'auto' },
    });
  });

  it('does not know when no answer came back', () => {
    const outcome = { kind: 'unknown', failure: failure('offline', 'network.timeout') } as const;
    expect(settle(outcome)).toMatchObject({ kind: 'unknown' });
  });
});

describe('the back-off', () => {
  it('doubles from two seconds to a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 1000].map((attempts) => backoffMs(attempts, 0))).toEqual([
      2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000,
    ]);
  });

  it('spreads by up to a quarter', () => {
    expect(backoffMs(1, 0.5)).toBe(2_250);
    expect(backoffMs(9, 0.999)).toBeLessThan(75_000);
  });
});

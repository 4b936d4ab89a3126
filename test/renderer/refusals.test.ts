import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { strings } from '../../shared/strings/strings.ts';
import {
  deliveryRefusals,
  requestRefusals,
  type TextRefusalCode,
} from '../../shared/text-refusals.ts';
import { whatHappened } from '../../renderer/app/messages/refusal.ts';

const codes = Object.keys({ ...deliveryRefusals, ...requestRefusals }) as TextRefusalCode[];
const at = Date.UTC(2026, 2, 2, 9, 41);

describe('the table of refusals', () => {
  test('has all 36 delivery codes and every code of the request', () => {
    expect(Object.keys(deliveryRefusals)).toHaveLength(36);
    expect(Object.keys(strings.textRefusals.byCode).toSorted()).toEqual(codes.toSorted());
  });

  test.each(codes)('%s says what happened, and what to do, in words', (code) => {
    const { title, advice } = strings.textRefusals.byCode[code];
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(advice).toMatch(/^\p{Lu}.*\.$/u);
    // Its own code is for the fact below, not for the sentence.
    expect(`${title} ${advice}`).not.toMatch(/SMS-|MSG-|CMN-|undefined/);
  });

  test('tells delivery codes apart that a carrier tells apart', () => {
    const said = Object.keys(deliveryRefusals).map(
      (code) => strings.textRefusals.byCode[code as TextRefusalCode].title,
    );
    // 432 and the opt-outs and spam of each stage say whose filter or list it was.
    expect(new Set(said).size).toBe(36);
  });

  test('speaks for a bubble too', () => {
    const refused = failure('rejected', 'text.spam', { code: 'SMS-CAR-435', retry: 'user' });
    expect(strings.failures(refused).title).toBe('Carriers refuse shortened links');
    const general = failure('rejected', 'text.spam', { retry: 'user' });
    expect(strings.failures(general).title).toBe('A carrier took this text for spam');
  });
});

describe('what happened to a text', () => {
  test('that was not delivered: whose side, what helps, RingCentral’s code and words', () => {
    const reason = failure('rejected', 'text.recipient-blocked', {
      code: 'MSG-243',
      params: { serverMessage: 'Phone number is blocked' },
    });
    const { title, facts } = whatHappened({ status: 'failed', failure: reason, at });
    expect(title).toBe('You have blocked that number');
    expect(Object.fromEntries(facts)).toMatchObject({
      'Where the problem is': 'Their number or phone',
      'Can trying again help?': 'Only after changing what is described above.',
      'RingCentral’s code': 'MSG-243',
      'In RingCentral’s words': 'Phone number is blocked',
    });
  });

  test('that failed without a reason says so, and shows no key of ours', () => {
    const reason = failure('rejected', 'text.failed', { retry: 'user' });
    const { facts } = whatHappened({ status: 'failed', failure: reason, at });
    expect(Object.fromEntries(facts)).toMatchObject({
      'Where the problem is': undefined,
      'RingCentral’s code': undefined,
    });
  });

  test('of unknown outcome: looked up first, then asked about', () => {
    const unknown = (retry: 'auto' | 'user') =>
      whatHappened({
        status: 'unknown',
        failure: failure('rejected', 'text.outcome-unknown', { retry }),
        at,
      });
    expect(unknown('auto').advice).toContain('will not send it twice');
    expect(unknown('user').advice).toContain('only you can tell');
  });
});

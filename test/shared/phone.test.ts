import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountryCode, E164 } from '../../shared/model/ids.ts';
import { formatNumber } from '../../shared/phone/format.ts';
import { parseDialable, parseShort, toE164 } from '../../shared/phone/parse.ts';

const us = 'US' as CountryCode;
const gb = 'GB' as CountryCode;

describe('what people type becomes E.164', () => {
  it.each<[string, CountryCode, string, string | undefined]>([
    ['+14155550142', us, '+14155550142', undefined],
    ['(415) 555-0142', us, '+14155550142', undefined],
    ['415.555.0142', us, '+14155550142', undefined],
    ['1 415 555 0142', us, '+14155550142', undefined],
    ['415/555/0142', us, '+14155550142', undefined],
    ['011 44 20 7946 0123', us, '+442079460123', undefined],
    ['020 7946 0123', gb, '+442079460123', undefined],
    ['00 1 415 555 0142', gb, '+14155550142', undefined],
    ['tel:+1-415-555-0142', us, '+14155550142', undefined],
    ['４１５５５５０１４２', us, '+14155550142', undefined],
    ['\u202a+1 415 555 0142\u202c', us, '+14155550142', undefined],
    ['415–555–0142', us, '+14155550142', undefined],
    ['415 555 0142 x9', us, '+14155550142', '9'],
    ['415 555 0142 ext. 438', us, '+14155550142', '438'],
    ['415 555 0142 #438', us, '+14155550142', '438'],
    ['4155550142,,123#', us, '+14155550142', '123#'],
    ['tel:%2B1%20415%20555%200142', us, '+14155550142', undefined],
    ['tel:(415)%20555-0142%3Bext=438', us, '+14155550142', '438'],
    ['1-800-FLOWERS', us, '+18003569377', undefined],
    ['+1 800 flowers', gb, '+18003569377', undefined],
    ['(800) GO-FEDEX', us, '+18004633339', undefined],
    ['415-555-0ABC', us, '+14155550222', undefined],
  ])('%s', (typed, country, number, keyIn) => {
    expect(parseDialable(typed, country)).toEqual({ ok: true, value: { number, keyIn } });
  });

  it.each<[string, string]>([
    ['', 'number.empty'],
    ['   \u200b ', 'number.empty'],
    ['Ada Brook', 'number.not-dialable'],
    ['---', 'number.not-dialable'],
    ['102', 'number.short'],
    ['4-1-1', 'number.short'],
    ['411,,5', 'number.short'],
    ['tel:%34%31%31', 'number.short'],
    ['Unit 5', 'number.not-dialable'],
    ['5 Main Street', 'number.not-dialable'],
    ['x12', 'number.short'],
    ['*67', 'number.service-code'],
    ['tel:%39%31%3', 'number.not-dialable'],
    ['tel:%2539%2531%2531', 'number.not-dialable'],
    ['FLOWERS', 'number.not-dialable'],
    ['1-800-FLOWER', 'number.not-dialable'],
    ['1-800-MATTRESSES', 'number.not-dialable'],
    ['0800 FLOWERS', 'number.not-dialable'],
    ['415 555 01 x9', 'number.not-dialable'],
    ['415 555 O142', 'number.not-dialable'],
    ['415 555 OI42', 'number.not-dialable'],
    ['5550142', 'number.not-dialable'],
    ['+1 415 555 0142 0142 0142 0142', 'number.too-long'],
    ['4'.repeat(500), 'number.too-long'],
    ['+', 'number.not-dialable'],
  ])('%j is refused beside the field', (typed, message) => {
    expect(parseDialable(typed, us)).toMatchObject({
      ok: false,
      failure: { message, field: 'number' },
    });
  });
});

describe('a short number', () => {
  it.each([
    ['411', '411', undefined],
    ['4-1-1', '411', undefined],
    ['tel:411', '411', undefined],
    ['411,,5', '411', '5'],
  ])('%s is read as the digits it is', (typed, number, keyIn) => {
    expect(parseShort(typed)).toEqual({ number, keyIn });
  });

  it.each(['', 'Unit 5', '(415) 555-0142', '#411', '+411'])('%j is none', (typed) => {
    expect(parseShort(typed)).toBeUndefined();
  });
});

describe('whatever is typed', () => {
  it('never throws, and never answers anything but + and digits', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789+()-. ,;xp#*٣４\u202e')) }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(us, gb, 'ZZ' as CountryCode), (typed, country) => {
        const parsed = parseDialable(typed, country);
        if (parsed.ok) expect(parsed.value.number).toMatch(/^\+[1-9]\d{1,16}$/);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('formatting', () => {
  it.each<[string, CountryCode, string]>([
    ['+14155550142', us, '(415) 555-0142'],
    ['+14155550142', gb, '+1 415 555 0142'],
    ['+442079460123', us, '+44 20 7946 0123'],
    ['+442079460123', gb, '020 7946 0123'],
  ])('%s at home in %s', (number, home, shown) => {
    expect(formatNumber(number as E164, home)).toBe(shown);
  });

  it('reads back to the same number', () => {
    for (const home of [us, gb]) {
      for (const number of ['+14155550142', '+442079460123', '+61491570156'] as E164[]) {
        expect(toE164(formatNumber(number, home), home)).toBe(number);
      }
    }
  });

  it('takes a whole North American number as reading it would', () => {
    const ten = fc.stringMatching(/^[2-9]\d{9}$/);
    fc.assert(
      fc.property(ten, (digits) => {
        const read = parseDialable(`+1${digits}`, us);
        expect(toE164(`+1${digits}`, us)).toBe(read.ok ? read.value.number : undefined);
      }),
      { numRuns: 2_000 },
    );
  });
});

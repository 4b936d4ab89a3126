import fc from 'fast-check';
import phone from 'google-libphonenumber';
import { describe, expect, it } from 'vitest';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { guardDial } from '../../../main/core/calls/guard.ts';
import { isEmergency } from '../../../main/core/numbers/emergency.ts';

const us = 'US' as CountryCode;

describe('emergency numbers', () => {
  it.each([
    ['911', 'US'],
    ['9-1-1', 'US'],
    ['  9 1 1 ', 'US'],
    ['９１１', 'US'],
    ['9\u200b11', 'US'],
    ['tel:911', 'US'],
    ['9911', 'US'],
    ['9 911', 'US'],
    ['91911', 'US'],
    ['1911', 'US'],
    ['+1911', 'US'],
    ['+1 911', 'US'],
    ['+911', 'US'],
    ['011911', 'US'],
    ['0111911', 'US'],
    ['00911', 'GB'],
    ['911,,5', 'US'],
    ['911;ext=1', 'US'],
    ['911 x5', 'US'],
    ['911 555 0100', 'US'],
    ['9119111', 'US'],
    ['112', 'US'],
    ['+1 112', 'US'],
    ['933', 'US'],
    ['999', 'US'],
    ['999', 'GB'],
    ['+44 999', 'US'],
    ['011 44 999', 'US'],
    ['00 49 110', 'GB'],
    ['000', 'AU'],
    ['110', 'DE'],
    ['119', 'JP'],
    ['117', 'CH'],
    ['911', 'ZZ'],
    ['police 911', 'US'],
    ['phone: 911', 'US'],
    ['Help 911', 'US'],
    ['911 help', 'US'],
    ['police +911', 'US'],
    ['(+44) 999', 'US'],
    ['x911', 'US'],
    ['ext 911', 'US'],
    ['sip:911', 'US'],
    ['#911', 'US'],
    ['9,911', 'US'],
    ['9p911', 'US'],
    ['9;911', 'US'],
    ['9,1,1', 'US'],
    ['91w1', 'US'],
    ['tel:%39%31%31', 'US'],
    ['police 911, 415 555 0142', 'US'],
    ['power company 999', 'US'],
    ['police 999', 'GB'],
    ['help 112', 'GB'],
    ['police 999', 'DE'],
    ['help 112', 'DE'],
    ['Polizei 110', 'DE'],
  ])('%s typed in %s is one', (typed, country) => {
    expect(isEmergency(typed, country as CountryCode)).toBe(true);
  });

  it.each([
    ['', 'US'],
    ['+', 'US'],
    ['Ada', 'US'],
    ['(212) 555-0100', 'US'],
    ['+1 212 555 0111', 'US'],
    ['+1 919 555 0112', 'US'],
    ['1 919 555 0112', 'US'],
    ['9 1 919 555 0112', 'US'],
    ['(415) 555-0911', 'US'],
    ['+1 415 555 0112', 'US'],
    ['415 555 0142 x911', 'US'],
    ['415 555 0142 ext. 112', 'US'],
    ['(415) 555-0142,,911', 'US'],
    ['+44 20 7946 0112', 'GB'],
    ['1-800-FLOWERS', 'US'],
    ['(800) GO-FEDEX', 'US'],
    ['411', 'US'],
    ['611', 'US'],
    ['311', 'US'],
    ['101', 'US'],
    ['+44 20 7946 0018', 'US'],
    ['020 7946 0999', 'GB'],
    ['+61 491 570 006', 'US'],
    ['0491 570 110', 'AU'],
  ])('%s typed in %s is none', (typed, country) => {
    expect(isEmergency(typed, country as CountryCode)).toBe(false);
  });
});

describe('the guard before a call', () => {
  it('lets a dialable number through, with what the user keys in', () => {
    expect(guardDial('(212) 555-0142 x7', us)).toEqual({
      ok: true,
      value: { number: '+12125550142', keyIn: '7' },
    });
  });

  it.each([
    ['', 'number.empty'],
    ['   ', 'number.empty'],
    ['Ada', 'number.not-dialable'],
    ['5'.repeat(200), 'number.too-long'],
    ['911', 'number.emergency'],
  ])('refuses %j with %s', (typed, message) => {
    expect(guardDial(typed, us)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', message, field: 'number' },
    });
  });

  it('takes a short number as the digits it is; whether to ask is decided elsewhere', () => {
    expect(guardDial('411', us)).toEqual({ ok: true, value: { number: '411', keyIn: undefined } });
  });

  it('refuses an emergency number', () => {
    expect(guardDial('911', us)).toMatchObject({ failure: { message: 'number.emergency' } });
  });

  it.each(['police 911', 'x911', 'sip:911', '#911', '9,911', '9p911', 'power company 999'])(
    'refuses %s too',
    (typed) => {
      expect(guardDial(typed, us)).toMatchObject({
        failure: { message: 'number.emergency' },
      });
    },
  );

  it('sends what the text says and no more', () => {
    expect(guardDial('411,,5', us)).toEqual({
      ok: true,
      value: { number: '411', keyIn: '5' },
    });
    expect(guardDial('Unit 5', us)).toMatchObject({
      failure: { message: 'number.not-dialable' },
    });
    expect(guardDial('1-800-FLOWERS', us)).toMatchObject({
      value: { number: '+18003569377' },
    });
  });
});

describe('whatever is typed', () => {
  const short = phone.ShortNumberInfo.getInstance();
  const emergencies = ['911', '112', '999', '933', '110', '000'];
  const prefix = '(?:011|00|[0189])?';
  const known = new RegExp(`^${prefix}${prefix}(?:911|112|999|933)$`);

  /** Told by other means than the guard's: the numbers themselves, and the library's own word. */
  function isDangerous(sent: string, country: string): boolean {
    const digits = sent.replace(/^\+1?/, '');
    return known.test(digits) || short.isEmergencyNumber(digits, country as phone.RegionCode);
  }

  const noise = fc.string({
    unit: fc.constantFrom(...Array.from(' ()-./+,;xpw#*0189aPt:%\u200b９'), 'ext', 'tel:'),
    maxLength: 5,
  });
  const spelled = fc
    .tuple(fc.constantFrom(...emergencies), fc.array(noise, { minLength: 4, maxLength: 4 }))
    .map(([digits, [before = '', one = '', two = '', after = '']]) => {
      const [first = '', second = '', third = ''] = digits;
      return before + first + one + second + two + third + after;
    });
  const text = fc.oneof(
    spelled,
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123489+()-. ,;xpw#*%٩١')), maxLength: 12 }),
  );

  it('no emergency number comes out', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('US', 'GB', 'DE', 'AU', 'ZZ'), (typed, country) => {
        const target = guardDial(typed, country as CountryCode);
        if (target.ok) expect(isDangerous(target.value.number, country)).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  it('a number behind words is refused', () => {
    const word = fc.stringMatching(/^[a-zA-Z:#'!]{1,10} ?$/);
    fc.assert(
      fc.property(fc.tuple(word, fc.constantFrom('911', '112', '999')), ([before, digits]) => {
        expect(guardDial(before + digits, us)).toMatchObject({
          failure: { message: 'number.emergency' },
        });
      }),
    );
  });
});

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
    expect(guardDial('(212) 555-0142 x7', us, false)).toEqual({
      ok: true,
      value: { number: '+12125550142', keyIn: '7' },
    });
  });

  it.each([
    ['', 'number.empty'],
    ['   ', 'number.empty'],
    ['Ada', 'number.not-dialable'],
    ['555', 'number.short'],
    ['5'.repeat(200), 'number.too-long'],
    ['911', 'number.emergency'],
  ])('refuses %j with %s', (typed, message) => {
    expect(guardDial(typed, us, false)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', message, field: 'number' },
    });
  });

  it('dials a short number only after the user was asked', () => {
    expect(guardDial('411', us, false)).toMatchObject({
      failure: { message: 'number.short', retry: 'user' },
    });
    expect(guardDial('411', us, true)).toEqual({
      ok: true,
      value: { number: '411', keyIn: undefined },
    });
  });

  it('refuses an emergency number whatever the user has said', () => {
    expect(guardDial('911', us, true)).toMatchObject({ failure: { message: 'number.emergency' } });
  });
});

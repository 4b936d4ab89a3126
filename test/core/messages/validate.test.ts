import { describe, expect, it } from 'vitest';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import { checkText, chooseSender, parseRecipients } from '../../../main/core/messages/validate.ts';

const us = 'US' as CountryCode;
const main = { number: '+12125550100' as E164, label: undefined, isDefault: true };
const second = { number: '+12125550101' as E164, label: 'Second', isDefault: false };

describe('what may be sent', () => {
  it.each([
    ['', 'text.empty'],
    [' \n\t ', 'text.empty'],
    ['x'.repeat(1_001), 'text.too-long'],
    ['😀'.repeat(501), 'text.too-long'],
  ])('refuses a text (%#) with %s', (text, message) => {
    expect(checkText(text)).toMatchObject({ message, field: 'text' });
  });

  it('counts UTF-16 units, a thousand of which are allowed', () => {
    expect(checkText('x'.repeat(1_000))).toBeUndefined();
    expect(checkText('😀'.repeat(500))).toBeUndefined();
    expect(checkText('x'.repeat(1_001))?.params).toEqual({ length: 1_001, limit: 1_000 });
  });
});

describe('who it may be sent to', () => {
  it.each([
    [[], 'text.no-recipient'],
    [['', ' '], 'text.no-recipient'],
    [['Ada'], 'number.not-dialable'],
    [['911'], 'number.emergency'],
    [['+1 911'], 'number.emergency'],
    [['22395'], 'text.short-number'],
    [['212 555 0142 x7'], 'text.extension-number'],
    [['212 555 0142', '411'], 'text.short-number'],
    [Array.from({ length: 11 }, (_, n) => `+12125550${110 + n}`), 'text.too-many-recipients'],
  ])('refuses %j with %s', (typed, message) => {
    const parsed = parseRecipients(typed, us);
    expect(parsed).toMatchObject({ ok: false, failure: { message, field: 'to' } });
  });

  it('takes a number once, however it was written', () => {
    const typed = ['(212) 555-0142', '+12125550142', '2125550143'];
    expect(parseRecipients(typed, us)).toEqual({
      ok: true,
      value: ['+12125550142', '+12125550143'],
    });
  });

  it('takes ten', () => {
    const typed = Array.from({ length: 10 }, (_, n) => `+1212555011${n}`);
    expect(parseRecipients(typed, us)).toMatchObject({ ok: true, value: { length: 10 } });
  });
});

describe('the number it goes out from', () => {
  it('is the one asked for, the usual one, or the default', () => {
    expect(chooseSender([main, second], second.number, main.number)).toMatchObject({
      value: second.number,
    });
    expect(chooseSender([main, second], undefined, second.number)).toMatchObject({
      value: second.number,
    });
    expect(chooseSender([second, main], undefined, '+19995550100')).toMatchObject({
      value: main.number,
    });
    expect(chooseSender([second], undefined, undefined)).toMatchObject({ value: second.number });
  });

  it('must be able to send texts', () => {
    expect(chooseSender([main], second.number, undefined)).toMatchObject({
      failure: { message: 'text.sender-refused', field: 'from' },
    });
    expect(chooseSender([], undefined, undefined)).toMatchObject({
      failure: { message: 'text.no-sender', field: 'from' },
    });
  });
});

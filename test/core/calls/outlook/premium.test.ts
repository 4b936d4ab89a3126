import { describe, expect, it } from 'vitest';
import { isPremium } from '../../../../main/core/calls/outlook/premium.ts';
import type { CountryCode, E164 } from '../../../../shared/model/ids.ts';
import { parseDialable } from '../../../../shared/phone/parse.ts';

/** As it is read where it is typed: a number that the parser refuses can never be called. */
function read(typed: string, country: string): E164 {
  const parsed = parseDialable(typed, country as CountryCode);
  if (!parsed.ok) throw new Error(`${typed} is no number in ${country}`);
  return parsed.value.number;
}

describe('numbers that may cost extra', () => {
  it.each([
    ['(900) 555-0142', 'US'],
    ['1-900-555-0142', 'CA'],
    ['(212) 976-0142', 'US'],
    ['09012 345678', 'GB'],
    ['0950 123 4567', 'GB'],
    ['0871 234 5678', 'GB'],
    ['0845 464 7000', 'GB'],
    ['0900 1234567', 'DE'],
    ['0137 7123456', 'DE'],
    ['0180 5123456', 'DE'],
    ['0899 12 34 56', 'FR'],
    ['0900 123456', 'AT'],
    ['0901 234 567', 'CH'],
    ['1900 123 456', 'AU'],
    ['0900 12345', 'NL'],
    ['803 123 456', 'ES'],
    ['899 123456', 'IT'],
    ['0903 12345', 'BE'],
    ['0990 123456', 'JP'],
    ['90 12 34 56', 'DK'],
    ['829 00 123', 'NO'],
    ['0900 123 4567', 'SE'],
    ['1520 123 456', 'IE'],
    ['0900 12345', 'NZ'],
    ['0900 123456', 'BR'],
    ['+881 6123 45678', 'US'],
    ['+870 772 123 456', 'US'],
    ['+882 16 1234567', 'US'],
    ['+979 1 2345 6789', 'US'],
  ])('asks about %s, dialled in %s', (typed, country) => {
    expect(isPremium(read(typed, country))).toBe(true);
  });

  it.each([
    ['(212) 555-0142', 'US'],
    ['(800) 555-0142', 'US'],
    ['(976) 555-0142', 'US'],
    ['(604) 555-0142', 'CA'],
    ['020 7946 0958', 'GB'],
    ['07700 900123', 'GB'],
    ['0800 123 4567', 'GB'],
    ['0300 123 4567', 'GB'],
    ['030 1234567', 'DE'],
    ['0151 12345678', 'DE'],
    ['01 23 45 67 89', 'FR'],
    ['06 12 34 56 78', 'FR'],
    ['01 234567', 'AT'],
    ['044 668 18 00', 'CH'],
    ['02 5550 1234', 'AU'],
    ['0412 345 678', 'AU'],
    ['020 123 4567', 'NL'],
    ['910 123 456', 'ES'],
    ['06 698 12345', 'IT'],
    ['02 123 45 67', 'BE'],
    ['03-1234-5678', 'JP'],
    ['32 12 34 56', 'DK'],
    ['21 23 45 67', 'NO'],
    ['08 123 456 78', 'SE'],
    ['01 234 5678', 'IE'],
    ['11 2345-6789', 'BR'],
    ['+91 80 1234 5678', 'US'],
    ['+800 1234 5678', 'US'],
  ])('asks nothing about %s, dialled in %s', (typed, country) => {
    expect(isPremium(read(typed, country))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { findNumbers } from '../../../shared/phone/find.ts';

/** The numbers of a text as they stand there, and what each is read as. */
function found(text: string, country = 'US'): readonly string[][] {
  return findNumbers(text, country as CountryCode).map(({ start, end, target }) => [
    text.slice(start, end),
    [target.number, target.keyIn].filter(Boolean).join(' '),
  ]);
}

describe('numbers in a text', () => {
  it.each<[string, string, string[][]]>([
    ['Call me at (512) 555-0142 before 5pm.', 'US', [['(512) 555-0142', '+15125550142']]],
    ['512-555-0142', 'US', [['512-555-0142', '+15125550142']]],
    ['My cell is 5125550142!', 'US', [['5125550142', '+15125550142']]],
    ['ph:512.555.0142', 'US', [['512.555.0142', '+15125550142']]],
    ['It is +1 512 555 0142, ext. 9', 'US', [['+1 512 555 0142, ext. 9', '+15125550142 9']]],
    ['512-555-0142 x9 please', 'US', [['512-555-0142 x9', '+15125550142 9']]],
    ['512-555-0142,,5# now', 'US', [['512-555-0142,,5#', '+15125550142 5#']]],
    [
      'Ada 512-555-0142, Bo 512-555-0143',
      'US',
      [
        ['512-555-0142', '+15125550142'],
        ['512-555-0143', '+15125550143'],
      ],
    ],
    [
      '512-555-0142; 512-555-0143',
      'US',
      [
        ['512-555-0142', '+15125550142'],
        ['512-555-0143', '+15125550143'],
      ],
    ],
    [
      'Home 512-555-0142\nWork 512-555-0143 x7',
      'US',
      [
        ['512-555-0142', '+15125550142'],
        ['512-555-0143 x7', '+15125550143 7'],
      ],
    ],
    [
      '512-555-0142 or 512-555-0142',
      'US',
      [
        ['512-555-0142', '+15125550142'],
        ['512-555-0142', '+15125550142'],
      ],
    ],
    ['Order at 1-800-FLOWERS today', 'US', [['1-800-FLOWERS', '+18003569377']]],
    ['Dial 1-800-FLOWERS,,5', 'US', [['1-800-FLOWERS,,5', '+18003569377 5']]],
    ['London: +44 20 7946 0123', 'US', [['+44 20 7946 0123', '+442079460123']]],
    ['London: +44 (0)20 7946 0123.', 'US', [['+44 (0)20 7946 0123', '+442079460123']]],
    ['Ruf an: 030 23125 123 (Ada)', 'DE', [['030 23125 123', '+493023125123']]],
    ['Rappelez le 01 99 00 12 34 svp', 'FR', [['01 99 00 12 34', '+33199001234']]],
    ['Anrop 08-465 004 12 tack', 'SE', [['08-465 004 12', '+46846500412']]],
    ['Ring 020 7946 0123 x4', 'GB', [['020 7946 0123 x4', '+442079460123 4']]],
    ['Mob +44 7700 900123', 'GB', [['+44 7700 900123', '+447700900123']]],
    ['tel:+15125550142 is the link', 'US', [['+15125550142', '+15125550142']]],
    ['\u202a(512) 555-0142\u202c', 'US', [['(512) 555-0142', '+15125550142']]],
  ])('%j in %s', (text, country, numbers) => {
    expect(found(text, country)).toEqual(numbers);
  });

  it.each([
    'On 2026-11-23 at 10:30',
    '11/23/2026 10:30-11:45',
    'The rate is 6.125% on $1,250,000.00',
    'Loan 20261123-000412',
    'Order #4471930',
    'ISBN 978-3-16-148410-0',
    '4111 1111 1111 1111',
    'Server 192.168.100.101',
    '30.2672, -97.7431',
    'Call 911 or 411',
    'Room 512, desk 555',
    'v1.2.3456789',
    '1234567890123456789',
    'No digits at all',
    '',
    'see order_5125550142_final.pdf',
    'https://example.com/5125550142?x=1',
  ])('%j has none', (text) => {
    expect(found(text)).toEqual([]);
  });

  describe.each(['US', 'GB', 'DE', 'FR'])('in %s', (country) => {
    it.each([
      '2026-11-22',
      '11/22/2026',
      '22.11.2026',
      '11-22-2026',
      '2026.11.22',
      '22 11 2026',
      '20261122',
      '2026-11-22 10:30',
      '2026 11 22 10 30',
      '10.5.2026 - 12.5.2026',
      '2024-2025',
      '10:30-11:45',
      '$1,250,000.00',
      '$1 250 000.00',
      '$450,000-475,000',
      '1.250.000,00',
      '€ 1.250.000',
      '1 000 000 000',
      'USD 5125550142',
      '$512 555 0142',
      '5125550142.50',
      'loan 2024-000123',
      'Loan #512-555-0142',
      'loan no. 5125550142',
      'invoice 2026-11-0142',
      'order number 415 555 0142',
      'conf # 4155550142',
      'NMLS #1234567',
      'parcel 415-555-0142-000',
      'routing 111000025 account 000123456789',
      'SSN 123-45-6789',
      'DE89 3704 0044 0532 0130 00',
      'GB29 NWBK 6016 1331 9268 19',
      '4111 1111 1111 1111',
      '78701-1234',
      '1200-1500',
      '3.875%',
      '360-month',
      '5/6 ARM at 80/20',
      '192.168.100.101',
      '30.2672, -97.7431',
    ])('%j is a date, an amount or the number of something else', (text) => {
      expect(found(text, country)).toEqual([]);
    });
  });

  it.each([
    'Phone no. 512-555-0142',
    'my number is 512-555-0142, loan 2024-000123',
    'Suite 200 512-555-0142',
    'on 11/22/2026 call 512.555.0142.',
    'cell #512-555-0142',
    '(512) 5550142 at 10:30',
    '5125550142, 3.875% for 360 months',
    '2026-11-22: 1 (512) 555-0142',
  ])('%j has one beside them', (text) => {
    expect(found(text).map(([, number]) => number)).toEqual(['+15125550142']);
  });

  it('does not look twice at a long text without any', () => {
    const text = 'The closing is on Friday, bring 2 documents. '.repeat(2_000);
    const began = performance.now();
    expect(found(text)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

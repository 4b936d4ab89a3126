import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  byteOrderMark,
  toCsvHead,
  toCsvLine,
  toSafeCell,
} from '../../../main/core/keeping/exports/csv.ts';
import type { ExportRecord } from '../../../main/core/keeping/exports/record.ts';

const record: ExportRecord = {
  kind: 'text',
  id: '7',
  at: Date.UTC(2026, 2, 2, 15),
  direction: 'inbound',
  people: [
    { name: 'Dana Ito', company: 'Ito, Ltd', number: '+14155550142', extensionNumber: undefined },
  ],
  sender: undefined,
  ownNumber: '+16505550100',
  status: 'received',
  durationSeconds: undefined,
  text: 'Hello',
  outcome: undefined,
  attachments: [],
};

function readBack(changes: Partial<ExportRecord>): Record<string, string> {
  const file = toCsvHead() + toCsvLine({ ...record, ...changes });
  const { data, errors } = Papa.parse<Record<string, string>>(file.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(1);
  return data[0] ?? {};
}

describe('a line of CSV', () => {
  it('says what a person looks for, with the number to be read', () => {
    expect(readBack({})).toMatchObject({
      Kind: 'text',
      'Time (UTC)': '2026-03-02T15:00:00.000Z',
      'Local time': expect.stringMatching(/^2026-03-0[123] \d\d:00:00$/) as string,
      Name: 'Dana Ito',
      Company: 'Ito, Ltd',
      Number: '+1 415 555 0142',
      'Own number': '+1 650 555 0100',
      Text: 'Hello',
    });
  });

  it('begins the file with a byte-order mark and ends each line with CRLF', () => {
    expect(toCsvHead().startsWith(byteOrderMark)).toBe(true);
    expect(toCsvHead().endsWith('\r\n')).toBe(true);
    expect(toCsvLine(record).endsWith('\r\n')).toBe(true);
  });

  it('names everyone of a group, and who wrote', () => {
    const [one] = record.people;
    const two = {
      name: 'Sam Roe',
      company: undefined,
      number: '+442079460018',
      extensionNumber: undefined,
    };
    const row = readBack({ people: [one!, two], sender: two });
    expect(row).toMatchObject({
      Name: 'Dana Ito; Sam Roe',
      Number: '+1 415 555 0142; +44 20 7946 0018',
      'Sent by': 'Sam Roe',
    });
  });

  it.each([
    ['=1+1', `'=1+1`],
    ['=HYPERLINK("http://example.com","x")', `'=HYPERLINK("http://example.com","x")`],
    ['+1+cmd|x', `'+1+cmd|x`],
    ['-2+3', `'-2+3`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\r=1', `'\r=1`],
    ['\n=1', `'\n=1`],
    [' =1+1', `' =1+1`],
    ['\u00A0 +1+1', `'\u00A0 +1+1`],
    ['\u200B\uFEFF@SUM(A1)', `'\u200B\uFEFF@SUM(A1)`],
    ['\uFF1D1+1', `'\uFF1D1+1`],
    ['+14155550142', `'+14155550142`],
    ['+1 415 555 0142', '+1 415 555 0142'],
    ['+1 415; =1', `'+1 415; =1`],
    ['+1 415 555 0142 =1', `'+1 415 555 0142 =1`],
    ['+1 (415)', `'+1 (415)`],
    ['it is = 1', 'it is = 1'],
    ['', ''],
  ])('lets no spreadsheet run %j', (value, cell) => {
    expect(toSafeCell(value)).toBe(cell);
    expect(readBack({ text: value })['Text']).toBe(cell);
    expect(readBack({ people: [{ ...record.people[0]!, name: value }] })['Name']).toBe(cell);
  });

  it('gives any text back as it was, but for the apostrophe', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('', '"', ',', '\r\n', '\n', ';', '=', '"=1"'),
        (text, odd) => {
          const value = `${odd}${text}${odd}`;
          const found = readBack({ text: value })['Text'] ?? '';
          expect([value, `'${value}`]).toContain(found);
          expect(/^[=+\-@\t\r\n]/.test(found)).toBe(false);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readEntries } from '../../../../main/core/contacts/import/service.ts';
import * as files from './files.ts';

function read(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const result = readEntries(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.entries;
}

function refuse(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const result = readEntries(bytes);
  return result.ok ? result.value : [result.failure.message, result.failure.params];
}

const nobody = {
  firstName: undefined,
  lastName: undefined,
  company: undefined,
  jobTitle: undefined,
  email: undefined,
  remarks: undefined,
};
const ada = {
  firstName: 'Ada',
  lastName: 'Byron',
  company: 'Engines Ltd',
  jobTitle: 'Analyst',
  email: 'ada@example.com',
};

describe('an export', () => {
  it('of Outlook', () => {
    expect(read(files.outlook)).toEqual([
      {
        line: 2,
        firstName: 'Ada King',
        lastName: 'Byron',
        company: 'Engines, Ltd.',
        jobTitle: 'Analyst',
        email: 'ada@example.com',
        remarks: 'Said "call after 4"\r\nLikes numbers',
        numbers: [
          { label: 'businessFax', typed: '(212) 555-0199' },
          { label: 'business', typed: '(212) 555-0142' },
          { label: 'business2', typed: '(212) 555-0143' },
          { label: 'mobile', typed: '+1 (917) 555-0144' },
        ],
      },
      {
        ...nobody,
        // The street and the notes above have a line break each.
        line: 5,
        firstName: 'Bob',
        lastName: 'Stone',
        numbers: [{ label: 'home', typed: '310-555-0145' }],
      },
    ]);
  });

  it('of Google, new and old', () => {
    expect(read(files.google)).toEqual([
      {
        ...nobody,
        ...ada,
        line: 2,
        numbers: [
          { label: 'mobile', typed: '+1 917-555-0144' },
          { label: 'mobile', typed: '+1 917-555-0146' },
          { label: 'businessFax', typed: '(212) 555-0199' },
        ],
      },
      {
        ...nobody,
        line: 3,
        company: 'Stone & Sons',
        numbers: [{ label: 'company', typed: '310-555-0145' }],
      },
    ]);
    expect(read(files.googleOld)).toMatchObject([
      { ...ada, numbers: [{ label: 'mobile', typed: '+1 917-555-0144' }] },
    ]);
  });

  it.each([
    ['Salesforce', files.salesforce, ['business', 'mobile', 'assistant']],
    ['HubSpot', files.hubspot, ['business', 'mobile']],
  ])('of %s', (_, file, labels) => {
    const [entry] = read(file);
    expect(entry).toMatchObject(ada);
    expect(entry?.numbers.map(({ label }) => label)).toEqual(labels);
  });

  it('in German, with semicolons', () => {
    expect(read(files.german)).toMatchObject([
      {
        firstName: 'Jörg',
        lastName: 'Groß',
        company: 'Bäckerei Müller',
        email: 'joerg@example.com',
        numbers: [{ label: 'business' }, { label: 'mobile' }],
      },
    ]);
  });

  it('of Apple’s Contacts', () => {
    expect(read(files.appleVCard)).toEqual([
      {
        line: 1,
        firstName: 'Ada King',
        lastName: 'Byron',
        company: 'Engines, Ltd.',
        jobTitle: 'Analyst',
        email: 'ada@example.com',
        remarks: 'Said "call after 4"\nLikes numbers',
        numbers: [
          { label: 'mobile', typed: '+1 (917) 555-0144' },
          { label: 'businessFax', typed: '(212) 555-0199' },
          { label: 'company', typed: '(212) 555-0142' },
        ],
      },
      {
        ...nobody,
        line: 18,
        company: 'Stone & Sons',
        numbers: [{ label: 'home', typed: '310-555-0145' }],
      },
    ]);
  });

  it('in vCard 4.0, without its groups', () => {
    expect(read(files.vCard4)).toMatchObject([
      {
        firstName: 'Ada',
        lastName: 'Byron',
        numbers: [
          { label: 'mobile', typed: 'tel:+1-917-555-0144' },
          { label: 'business', typed: 'tel:+1-212-555-0142;ext=12' },
        ],
      },
    ]);
  });

  it('in vCard 2.1, quoted-printable in two character sets', () => {
    expect(read(files.vCard21)).toMatchObject([
      {
        firstName: 'Jörg',
        lastName: 'Groß',
        remarks: 'Line one\nLine two; three',
        numbers: [
          { label: 'mobile', typed: '9175550144' },
          { label: 'business', typed: '(212) 555-0142' },
        ],
      },
    ]);
  });
});

describe('a file', () => {
  const utf16 = (text: string, isBig: boolean): Buffer => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };

  it.each([
    ['UTF-8', Buffer.from(files.german)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${files.german}`)],
    ['UTF-16 LE', utf16(files.german, false)],
    ['UTF-16 BE', utf16(files.german, true)],
    ['Windows-1252', Buffer.from(files.german, 'latin1')],
    ['UTF-8, tabs', Buffer.from(files.german.replaceAll(';', '\t'))],
    ['UTF-8, commas', Buffer.from(files.german.replaceAll(';', ','))],
    ['UTF-8, the delimiter named', Buffer.from(`sep=;\r\n${files.german}`)],
    ['UTF-8, lines of an old Mac', Buffer.from(files.german.replaceAll('\r\n', '\r'))],
  ])('in %s', (_, bytes) => {
    expect(read(bytes)).toMatchObject([{ firstName: 'Jörg', lastName: 'Groß' }]);
  });

  it.each([
    ['a quote that is never closed', 'Name,Phone\nAda,"212\nBob,310\n', 2, 'quote-not-closed'],
    ['text after a quote', 'Name,Phone\n\nAda,212\nBob,"310"5\n', 4, 'quote-inside'],
    ['a field too many', 'Name,Phone\nAda,212\nBob,310,x\n', 3, 'too-many-fields'],
    ['a card that does not end', 'BEGIN:VCARD\nVERSION:3.0\nFN:Ada\n', 1, 'no-end'],
    ['a card in a card', 'BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nBEGIN:VCARD', 4, 'no-end'],
    ['a line outside a card', 'BEGIN:VCARD\nFN:A\nEND:VCARD\nFN:B\n', 4, 'no-begin'],
    ['a line without a property', 'BEGIN:VCARD\nFN:A\n\nrubbish\nEND:VCARD', 4, 'no-property'],
    ['a version to come', 'BEGIN:VCARD\nVERSION:9.0\nFN:A\nEND:VCARD', 1, 'version'],
    [
      'letters of an unknown set',
      'BEGIN:VCARD\nFN;CHARSET=X-NONE;ENCODING=QUOTED-PRINTABLE:=41\nEND:VCARD',
      2,
      'encoding',
    ],
  ])('with %s is refused with its line', (_, content, line, detail) => {
    expect(refuse(content)).toEqual(['contact-import.malformed', { line, detail }]);
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'contact-import.not-text'],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004\u0014\0\u0006\0'), 'contact-import.not-text'],
    ['a web page', '<!doctype html>\n<p>Hello, world</p>', 'contact-import.no-columns'],
    ['JSON', '[\n  { "id": 1, "score": 2 }\n]', 'contact-import.no-columns'],
    ['no line', '', 'contact-import.no-columns'],
    ['names of columns alone', 'Name,Phone\n\n,\n', 'contact-import.nothing-found'],
  ])('that is %s is refused', (_, content, message) => {
    expect(refuse(content)).toEqual([message, undefined]);
  });

  it('of more people than can be taken at once is refused', () => {
    const many = `Name\n${'Ada\n'.repeat(50_001)}`;
    expect(refuse(many)).toEqual(['contact-import.too-large', undefined]);
    expect(read(`Name\n${'Ada\n'.repeat(50_000)}`)).toHaveLength(50_000);
  });
});

describe('whatever a file holds', () => {
  /** A generator of its own, so that what fails can be repeated. */
  const createRandom = (seed: number) => (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  const sources = Object.values(files).map((text) => Buffer.from(text));

  it('is answered and never thrown at', () => {
    const random = createRandom(7);
    for (let round = 0; round < 400; round += 1) {
      const bytes = Buffer.from(sources[round % sources.length] ?? []);
      for (let change = 0; change < 1 + random(12); change += 1) {
        bytes[random(bytes.length)] = random(256);
      }
      const cut = bytes.subarray(random(8), bytes.length - random(bytes.length));
      const result = readEntries(cut);
      expect(result.ok || result.failure.message.startsWith('contact-import.')).toBe(true);
    }
  });
});

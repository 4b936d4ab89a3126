import { describe, expect, it } from 'vitest';
import { readList, type ReadList } from '../../../main/core/call-lists/file/read-list.ts';
import { us } from '../contacts/entries.ts';
import * as files from '../contacts/import/files.ts';
import { must, openLists, readDraft } from './harness.ts';

const read = (text: string, chosen?: Parameters<typeof readList>[2]): ReadList =>
  must(readList(text, us, chosen));
const people = ({ entries }: ReadList) =>
  entries.map(({ name = '', number, extensionNumber, keyIn }) =>
    [name, number ?? extensionNumber, keyIn].filter((part) => part !== undefined).join(' | '),
  );
const leftOut = ({ draft }: ReadList) =>
  draft.problems.map(({ line, typed, failure }) => `${line}: ${typed} (${failure.message})`);

describe('what a file has', () => {
  it.each<[what: string, text: string, people: readonly string[]]>([
    ['with a header', 'Name,Phone\nAda,(212) 555-0142', ['Ada | +12125550142']],
    [
      'without one',
      'Ada,(212) 555-0142\nBob,917-555-0144',
      ['Ada | +12125550142', 'Bob | +19175550144'],
    ],
    [
      'semicolons, and headers nobody knows',
      'Kunde;Rufnr\nÄnne;212 555 0142',
      ['Änne | +12125550142'],
    ],
    ['tabs', 'Phone\tName\n2125550142\tAda', ['Ada | +12125550142']],
    ['bars', 'Name|Phone\nAda|2125550142', ['Ada | +12125550142']],
    ['numbers alone', '2125550142\n917-555-0144', [' | +12125550142', ' | +19175550144']],
    ['Excel’s own first line', 'sep=;\nName;Phone\nAda;2125550142', ['Ada | +12125550142']],
    [
      'names in two columns',
      'First Name,Last Name,Mobile\nAda,Byron,2125550142',
      ['Ada Byron | +12125550142'],
    ],
    [
      'a quoted comma and line break',
      'Name,Phone,Notes\n"Byron, Ada",2125550142,"a\nb"',
      ['Byron, Ada | +12125550142'],
    ],
    ['a sum made of a number', 'Name,Phone\nAda,12125550142.0', ['Ada | +12125550142']],
    [
      'digits to key in',
      'Name,Phone\nAda,212-555-0142 x12\nBob,212-555-0142 x13',
      ['Ada | +12125550142 | 12', 'Bob | +12125550142 | 13'],
    ],
    ['an extension', 'Name,Phone\nAda,2125550142\nBob,101', ['Ada | +12125550142', 'Bob | 101']],
    ['a prefix for abroad', 'Name,Phone\nAda,011 1 310 555 0146', ['Ada | +13105550146']],
    [
      'rows of unlike length',
      'Name,Phone,City\nAda,2125550142\nBob,917-555-0144,Rye,more',
      ['Ada | +12125550142', 'Bob | +19175550144'],
    ],
    ['Outlook’s export', files.outlook, ['Ada Byron | +19175550144']],
    ['Google’s export', files.googleOld, ['Ada Byron | +19175550144']],
    ['Salesforce’s export', files.salesforce, ['Ada Byron | +19175550144']],
    ['HubSpot’s export', files.hubspot, ['Ada Byron | +19175550144']],
    ['a German one', files.german, ['Jörg Groß | +19175550144']],
  ])('%s', (_what, text, expected) => {
    expect(people(read(text))).toEqual(expected);
  });

  it('keeps the other columns with the person, by name', () => {
    const { entries } = read('Name,Phone,City,Loan\nAda,2125550142,Rye,\nBob,917-555-0144,,£5');
    expect(entries.map(({ details }) => details)).toEqual([[['City', 'Rye']], [['Loan', '£5']]]);
  });

  it('has each number once, the first time, and counts the repeats', () => {
    const list = read('Name,Phone\nAda,2125550142\nAda B.,+1 (212) 555-0142\nBob,9175550144');
    expect(people(list)).toEqual(['Ada | +12125550142', 'Bob | +19175550144']);
    expect(list.draft).toMatchObject({ count: 2, repeats: 1, leftOut: 0 });
  });
});

describe('rows that cannot be called', () => {
  it('are named by line and reason, and left out', () => {
    const list = read(
      [
        'Name,Phone',
        'Ada,2125550142',
        'Bob,',
        'Cy,call the office',
        'Di,911',
        'Ed,+1 911',
        'Flo,2.12555E+09',
        'Gus,7',
        '',
        'Hal,"917',
        '555',
        '"x',
        'Ida,917-555-0144',
      ].join('\n'),
    );
    expect(people(list)).toEqual(['Ada | +12125550142', 'Ida | +19175550144']);
    expect(leftOut(list).slice(0, 6)).toEqual([
      '3:  (number.empty)',
      '4: call the office (number.not-dialable)',
      '5: 911 (number.emergency)',
      '6: +1 911 (number.emergency)',
      '7: 2.12555E+09 (number.not-dialable)',
      '8: 7 (number.not-dialable)',
    ]);
    expect(list.draft.leftOut).toBe(list.draft.problems.length);
  });

  it('loses nobody behind a quote that is never closed', () => {
    const list = read('Name,Phone\n"Ada,2125550142\nBob,9175550144\nCy,9175550145');
    expect(people(list)).toEqual(['Bob | +19175550144', 'Cy | +19175550145']);
    expect(list.draft.problems).toMatchObject([
      { line: 2, failure: { message: 'contact-import.malformed', params: { line: 2 } } },
    ]);
  });

  it('shows the first two hundred, and counts all', () => {
    const rows = Array.from({ length: 300 }, () => 'Ada,nobody');
    const { draft } = read(['Name,Phone', 'Bob,2125550142', ...rows].join('\n'));
    expect(draft.problems).toHaveLength(200);
    expect(draft.leftOut).toBe(300);
  });
});

describe('columns', () => {
  const file = 'Ref,Office,Cell,Who\n1,2125550142,9175550144,Ada\n2,2125550143,,Bob';

  it('are guessed by name and by what is in them', () => {
    expect(read(file).draft).toMatchObject({ numberColumn: 1, nameColumn: 3, count: 2 });
  });

  it('are read as chosen', () => {
    const list = read(file, { numberColumn: 2, nameColumn: undefined });
    expect(people(list)).toEqual([' | +19175550144']);
    expect(list.draft).toMatchObject({
      numberColumn: 2,
      leftOut: 1,
      columns: ['Ref', 'Office', 'Cell', 'Who'],
    });
    expect(list.draft.nameColumn).toBeUndefined();
  });

  it('never take a fax for a phone, where there is a phone', () => {
    const { draft } = read('Name,Fax,Phone\nAda,2125550199,\nBob,2125550198,2125550142');
    expect(draft.numberColumn).toBe(2);
  });

  it('with no number in any of them leave the choice to the user', () => {
    expect(read('Name,City\nAda,Rye').draft).toMatchObject({ count: 0, leftOut: 1 });
  });
});

describe('hostile files', () => {
  const refusal = (text: string) => {
    const list = readList(text, us, undefined);
    return list.ok ? undefined : list.failure.message;
  };

  it.each([
    ['empty', '', 'call-list.empty'],
    ['blank', '\n \n,,\n', 'call-list.empty'],
    ['a header alone', 'Name,Phone\n', 'call-list.empty'],
    ['too many rows', `Phone\n${'x\n'.repeat(50_001)}`, 'call-list.too-large'],
    [
      'nothing but open quotes',
      'Name,Phone\n' + '"Ada,2125550142\n'.repeat(1_100),
      'call-list.unreadable',
    ],
  ])('%s', (_what, text, expected) => {
    expect(refusal(text)).toBe(expected);
  });

  it('too many people for one list', () => {
    const rows = Array.from({ length: 10_001 }, (_, n) => `2125550142 x${n}`);
    expect(refusal(['Phone', ...rows].join('\n'))).toBe('call-list.too-large');
  });

  it('keeps a row of thousands of cells, and formulas, in bounds and as text', () => {
    const { entries } = read(`Name,Phone\nAda,2125550142,${'=cmd(),'.repeat(5_000)}`);
    expect(entries[0]?.details.length).toBeLessThanOrEqual(30);
  });

  it('no text whatever breaks it', () => {
    const alphabet = [
      '"',
      ',',
      ';',
      '\n',
      '\r\n',
      '\t',
      'a',
      '2125550142',
      '911',
      '\0',
      '‮',
      '=',
      'é',
      'sep=;',
      '|',
      ' ',
    ];
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let n = 0; n < 2_000; n += 1) {
      const text = Array.from({ length: next(60) }, () => alphabet[next(alphabet.length)]).join('');
      const list = readList(
        text,
        us,
        n % 3 === 0 ? { numberColumn: next(4), nameColumn: next(4) } : undefined,
      );
      if (!list.ok) {
        expect(list.failure.message, JSON.stringify(text)).toMatch(/^call-list\./);
        continue;
      }
      for (const { number, extensionNumber } of list.value.entries) {
        expect(number ?? extensionNumber, JSON.stringify(text)).toMatch(/^\+?\d+$/);
        expect(extensionNumber).not.toBe('911');
      }
    }
  });
});

describe('encodings', () => {
  const text = 'Name;Telefon\nJörg Groß;(212) 555-0142\n';
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('%s is read', async (_what, bytes) => {
    const world = openLists();
    world.choose(bytes);
    expect(await readDraft(world)).toMatchObject({
      fileName: 'people.csv',
      columns: ['Name', 'Telefon'],
      sample: [{ name: 'Jörg Groß', typed: '(212) 555-0142' }],
    });
  });

  it.each<[string, Uint8Array]>([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3])],
    ['a workbook', Buffer.from('PK\u0003\u0004\u0014\0\u0006\0')],
  ])('%s is no text', async (_what, bytes) => {
    const world = openLists();
    world.choose(bytes);
    expect(await world.lists.readFile()).toMatchObject({
      ok: false,
      failure: { message: 'call-list.unreadable' },
    });
  });
});

describe('a file that nobody could work with', () => {
  const whole = (unit: string): string => unit.repeat(Math.ceil((3 * 1024 * 1024) / unit.length));

  it('keeps no row for itself where its lines end in several ways', () => {
    const text = 'Name,Phone\r\nAda,2125550142\rBob,9175550144\nCy,3105550145\r\n';
    expect(people(read(text))).toEqual([
      'Ada | +12125550142',
      'Bob | +19175550144',
      'Cy | +13105550145',
    ]);
  });

  it.each([
    ['a quote before every line', whole('"x\n')],
    ['one field of digits', `Phone\n${whole('1')}`],
  ])('holds up the archive for seconds at most: %s', { timeout: 60_000 }, (_what, text) => {
    const before = process.cpuUsage();
    readList(text, us, undefined);
    expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
  });
});

import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { imageSize } from '../../../main/core/files/image-size.ts';
import { judgeFile, judgeFiles } from '../../../main/core/files/judge.ts';
import {
  appointment,
  card,
  drawing,
  elf,
  gif,
  jpegHead,
  latinCsv,
  pdf,
  png,
  program,
  words,
} from './bytes.ts';

const judge = async (fileName: string, bytes: Uint8Array): Promise<string> => {
  const judged = await judgeFile(fileName, bytes);
  if (!judged.ok) return judged.failure.message;
  return `${judged.value.fileName}: ${judged.value.contentType}`;
};

describe('a file that is to go with a text', () => {
  it.each([
    ['house.png', png, 'house.png: image/png'],
    ['HOUSE.PNG', png, 'HOUSE.png: image/png'],
    ['smile.gif', gif, 'smile.gif: image/gif'],
    ['offer.pdf', pdf, 'offer.pdf: application/pdf'],
    ['me.vcf', card, 'me.vcf: text/vcard'],
    ['visit.ics', appointment, 'visit.ics: text/calendar'],
    ['rates.txt', words, 'rates.txt: text/plain'],
    ['rates.csv', latinCsv, 'rates.csv: text/csv'],
    ['page.html', words, 'page.html: text/html'],
    ['plan.svg', drawing, 'plan.svg: image/svg+xml'],
  ])('%s is what its bytes say', async (name, bytes, judged) => {
    expect(await judge(name, bytes)).toBe(judged);
  });

  it('is named after its bytes, without folders and controls', async () => {
    expect(await judge('photo.jpg', png)).toBe('photo.png: image/png');
    expect(await judge('photo', png)).toBe('photo.png: image/png');
    expect(await judge('C:\\Users\\me\\photo.png', png)).toBe('photo.png: image/png');
    expect(await judge('../../etc/\u202egnp.exe\n', png)).toMatch(
      /^[^/\u202e\n]*\.png: image\/png$/,
    );
    expect(await judge('CON.png', png)).toBe('_CON.png: image/png');
  });

  it('is refused as a program whatever its name is', async () => {
    for (const name of ['setup.exe', 'house.png', 'rates.txt', 'a'])
      expect(await judge(name, program)).toBe('file.program');
    expect(await judge('house.png', elf)).toBe('file.program');
  });

  it('is refused when it is of no kind that RingCentral takes', async () => {
    expect(await judge('macro.bat', words)).toBe('file.type-refused');
    expect(await judge('run', words)).toBe('file.type-refused');
    expect(await judge('house.png', words)).toBe('file.type-refused');
    expect(
      await judge(
        'data.txt',
        Uint8Array.from({ length: 50 }, (_, i) => i),
      ),
    ).toBe('file.type-refused');
    // A picture of an iPhone's, by its head.
    const heic = Buffer.concat([
      Buffer.from('0000001c', 'hex'),
      Buffer.from('ftypheic0000mif1heic'),
    ]);
    expect(await judge('IMG_0001.HEIC', heic)).toBe('file.type-refused');
    expect(await judge('notes.docx', wordDocument())).toBe('file.type-refused');
  });

  it('is refused when it is empty or too large', async () => {
    expect(await judge('empty.png', new Uint8Array())).toBe('file.empty');
    expect(await judge('large.txt', new Uint8Array(1_500_001).fill(65))).toBe('file.too-large');
    expect(await judge('just.txt', new Uint8Array(1_500_000).fill(65))).toBe(
      'just.txt: text/plain',
    );
  });
});

it('takes ten files of 1.5 MB together', () => {
  const files = (count: number, sizeBytes: number) =>
    Array.from({ length: count }, () => ({ sizeBytes }));
  expect(judgeFiles(files(10, 150_000))).toBeUndefined();
  expect(judgeFiles(files(11, 1))?.message).toBe('file.too-many');
  expect(judgeFiles(files(3, 500_001))?.message).toBe('file.together-too-large');
});

describe('the size of a picture', () => {
  it('is read from its head', () => {
    expect(imageSize('image/png', png)).toEqual({ width: 480, height: 320 });
    expect(imageSize('image/gif', gif)).toEqual({ width: 1, height: 1 });
    const webp = Buffer.from('524946462400000057454250565038580a00000010000000630000310000', 'hex');
    expect(imageSize('image/webp', webp)).toEqual({ width: 100, height: 50 });
  });

  it('is that of the picture as it is seen, for one that lies on its side', () => {
    expect(imageSize('image/jpeg', jpegHead(1))).toEqual({ width: 100, height: 50 });
    expect(imageSize('image/jpeg', jpegHead(6))).toEqual({ width: 50, height: 100 });
  });

  it('is not known of a head that ends too early, or of a file that is none', () => {
    expect(imageSize('image/png', png.subarray(0, 18))).toBeUndefined();
    expect(imageSize('image/jpeg', jpegHead(1).subarray(0, 30))).toBeUndefined();
    expect(imageSize('application/pdf', pdf)).toBeUndefined();
  });
});

/** A zip with the one entry that tells a Word document. */
function wordDocument(): Uint8Array {
  const name = Buffer.from('[Content_Types].xml');
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const whole = Buffer.from(`<Types><Override ContentType="${type}"/></Types>`);
  const data = deflateRawSync(whole);
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(whole.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, data, Buffer.from('PK\x01\x02'), Buffer.alloc(60)]);
}

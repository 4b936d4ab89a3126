import type { Attachment } from '../state/types.ts';
import { film } from './film.ts';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from './picture.ts';

type SentFile = Omit<Attachment, 'id' | 'type'>;

const bytes = (content: string | Buffer): Attachment['media'] => ({
  kind: 'bytes',
  base64: Buffer.from(content as string).toString('base64'),
});

const card = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Sparks;Otto;;;',
  'FN:Otto Sparks',
  'ORG:Sparks Electric',
  'TITLE:Master electrician',
  'TEL;TYPE=CELL:+1 512 555 0167',
  'TEL;TYPE=WORK:(512) 555-0168',
  'EMAIL:otto@example.com',
  'END:VCARD',
  '',
].join('\r\n');

/** The smallest file that readers of PDF take: one empty page. */
const page = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj',
  'trailer<</Root 1 0 R>>',
  '',
].join('\n');

const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(510)]);
const script = '<script>document.title = "run"</script>';

/** What people send, and what people send who mean harm. */
const files = {
  picture: () => ({
    contentType: 'image/png',
    fileName: 'IMG_2051.png',
    width: PICTURE_WIDTH,
    height: PICTURE_HEIGHT,
    media: { kind: 'picture', seed: 51 },
  }),
  voice: () => ({
    contentType: 'audio/wav',
    fileName: 'Voice 12.wav',
    media: { kind: 'voice', seconds: 6, seed: 12 },
  }),
  video: () => ({
    contentType: 'video/webm',
    fileName: 'VID_0007.webm',
    width: 96,
    height: 64,
    media: bytes(film()),
  }),
  contact: () => ({ contentType: 'text/x-vcard', fileName: 'Otto Sparks.vcf', media: bytes(card) }),
  document: () => ({
    contentType: 'application/pdf',
    fileName: 'Inspection report.pdf',
    media: bytes(page),
  }),
  program: () => ({
    contentType: 'application/octet-stream',
    fileName: 'Statement.pdf.exe',
    media: bytes(program),
  }),
  disguised: () => ({ contentType: 'image/png', fileName: 'photo.png', media: bytes(program) }),
  turned: () => ({
    contentType: 'application/octet-stream',
    fileName: 'photo\u202egnp.exe',
    media: bytes(program),
  }),
  html: () => ({ contentType: 'text/html', fileName: 'offer.html', media: bytes(script) }),
  drawing: () => ({
    contentType: 'image/svg+xml',
    fileName: 'logo.svg',
    media: bytes(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
  }),
  path: () => ({
    contentType: 'application/pdf',
    fileName: '../../../etc/passwd',
    media: bytes(page),
  }),
  endless: () => ({
    contentType: 'application/pdf',
    fileName: `${'very '.repeat(2_000)}long.pdf`,
    media: bytes(page),
  }),
  broken: () => ({
    contentType: 'text/vcard',
    fileName: 'broken.vcf',
    media: bytes('BEGIN:VCARD'),
  }),
} as const satisfies Readonly<Record<string, () => SentFile>>;

export type SentFileName = keyof typeof files;

export function isSentFile(name: unknown): name is SentFileName {
  return typeof name === 'string' && Object.hasOwn(files, name);
}

/** A file as a text brings it, by the name of its sort. */
export function sentFile(id: number, name: SentFileName): Attachment {
  const file: SentFile = files[name]();
  const size = file.media.kind === 'bytes' ? { size: sizeOf(file.media.base64) } : {};
  return { id, type: 'MmsAttachment', ...file, ...size };
}

function sizeOf(base64: string): number {
  return Buffer.from(base64, 'base64').byteLength;
}

import { drawPicture } from '../../../simulator/messages/picture.ts';

const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);

/** A PNG of 480 by 320. */
export const png = Uint8Array.from(drawPicture(1));
/** A GIF of one pixel. */
export const gif = Uint8Array.from(
  Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
);
/** The beginning of a program for Windows. */
export const program = Uint8Array.from(
  Buffer.concat([
    Buffer.from('MZ'),
    Buffer.alloc(58),
    Buffer.from([64, 0, 0, 0]),
    Buffer.alloc(300),
  ]),
);
export const elf = Uint8Array.from(Buffer.from(`7f454c46020101${'00'.repeat(200)}`, 'hex'));
export const pdf = text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
export const card = text('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dana Whitlock\r\nEND:VCARD\r\n');
export const appointment = text('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n');
export const words = text('Rates, as of today:\n6.1 %\n');
export const drawing = text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>\n');
/** What a spreadsheet for Windows exports: é as one byte. */
export const latinCsv = Uint8Array.from(Buffer.from('name;town\r\nRen\xe9;Austin\r\n', 'latin1'));

/** A JPEG's head with the turn that a camera notes: 100 across and 50 down before it. */
export function jpegHead(orientation: number): Uint8Array {
  const exif = Buffer.alloc(34);
  exif.write('Exif\0\0MM\0*', 0, 'latin1');
  exif.writeUInt32BE(8, 10);
  exif.writeUInt16BE(1, 14);
  exif.writeUInt16BE(0x0112, 16);
  exif.writeUInt16BE(3, 18);
  exif.writeUInt32BE(1, 20);
  exif.writeUInt16BE(orientation, 24);
  const segment = (marker: number, body: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const frame = Buffer.from([8, 0, 50, 0, 100, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe1, exif), segment(0xc0, frame)]);
}

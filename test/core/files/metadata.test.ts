import { describe, expect, it } from 'vitest';
import { imageSize } from '../../../main/core/files/image-size.ts';
import { withoutMetadata } from '../../../main/core/files/metadata.ts';
import { gif, jpegHead, png, words } from './bytes.ts';

const bytesOf = (...parts: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );
const segment = (kind: number, body: Uint8Array): Uint8Array =>
  bytesOf([0xff, kind, (body.length + 2) >> 8, (body.length + 2) & 0xff], body);
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const place = 'GPSLatitude 30.2672';
/** Two scans with an FF that is drawn and a mark to resume at between them. */
const scans = bytesOf(
  segment(0xda, bytesOf([1, 2, 3])),
  [0x11, 0xff, 0x00, 0x22, 0xff, 0xd0, 0x33],
  segment(0xda, bytesOf([4])),
  [0x44],
);
const head = jpegHead(6);
const frameOf = (jpeg: Uint8Array): Uint8Array => jpeg.subarray(2 + 38);
const profile = segment(0xe2, bytesOf('ICC_PROFILE\0', [1, 1], 'colours'));
const adobe = segment(0xee, bytesOf('Adobe', [0, 100, 0, 0, 0, 0, 1]));
const jfif = segment(0xe0, bytesOf('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]));

function photo(): Uint8Array {
  return bytesOf(
    head.subarray(0, 2),
    jfif,
    head.subarray(2, 2 + 38),
    segment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0', place)),
    segment(0xed, bytesOf('Photoshop 3.0\0', place)),
    segment(0xe2, bytesOf('MPF\0', place)),
    profile,
    adobe,
    segment(0xfe, bytesOf(place)),
    frameOf(head),
    scans,
    [0xff, 0xd9],
    `a film that hangs on: ${place}`,
  );
}

describe('a photo that goes with a text', () => {
  it('says nothing of where it was taken, and is drawn as before', () => {
    const cleaned = withoutMetadata('image/jpeg', photo());
    expect(latin(cleaned)).not.toContain('GPS');
    expect(latin(cleaned)).not.toContain('film');
    const drawn = latin(bytesOf(jfif, profile, adobe, frameOf(head), scans, [0xff, 0xd9]));
    expect(latin(cleaned).endsWith(drawn)).toBe(true);
    expect(imageSize('image/jpeg', cleaned)).toEqual({ width: 50, height: 100 });
    expect(withoutMetadata('image/jpeg', cleaned)).toEqual(cleaned);
  });

  it('keeps no note at all when it stands upright', () => {
    const cleaned = withoutMetadata('image/jpeg', jpegHead(1));
    expect(latin(cleaned)).not.toContain('Exif');
    expect(imageSize('image/jpeg', cleaned)).toEqual({ width: 100, height: 50 });
  });

  it.each([2, 3, 4, 5, 6, 7, 8])('is turned as before (%i)', (orientation) => {
    const before = jpegHead(orientation);
    const cleaned = withoutMetadata('image/jpeg', before);
    expect(imageSize('image/jpeg', cleaned)).toEqual(imageSize('image/jpeg', before));
    expect(cleaned[2 + 29]).toBe(orientation);
  });

  it('stays as it is when it cannot be read', () => {
    const whole = photo();
    for (const length of [2, 3, 5, 30, 60, 120]) {
      const torn = whole.subarray(0, length);
      const cleaned = withoutMetadata('image/jpeg', torn);
      expect(cleaned.length).toBeLessThanOrEqual(Math.max(torn.length, 2 + 36));
    }
    const odd = bytesOf([0xff, 0xd8], 'not a segment');
    expect(withoutMetadata('image/jpeg', odd)).toBe(odd);
  });
});

describe('other pictures', () => {
  it('lose what is noted in them, and nothing of what is drawn', () => {
    const chunk = bytesOf([0, 0, 0, place.length], 'tEXt', place, [0, 0, 0, 0]);
    const noted = bytesOf(png.subarray(0, 33), chunk, png.subarray(33), place);
    expect(withoutMetadata('image/png', noted)).toEqual(Buffer.from(png));

    const vp8x = bytesOf('VP8X', [10, 0, 0, 0, 0x1c, 0, 0, 0, 9, 0, 0, 9, 0, 0]);
    const image = bytesOf('VP8L', [5, 0, 0, 0, 0x2f, 1, 2, 3, 4, 0]);
    const exif = bytesOf('EXIF', [place.length, 0, 0, 0], place, [0]);
    const webp = (flags: number, ...chunks: readonly Uint8Array[]): Uint8Array => {
      const body = bytesOf('WEBP', vp8x, ...chunks);
      body[12] = flags;
      return bytesOf('RIFF', [body.length, 0, 0, 0], body);
    };
    const cleaned = withoutMetadata('image/webp', webp(0x1c, image, exif));
    expect(cleaned).toEqual(Uint8Array.from(webp(0x10, image)));
  });

  it('and files of other types stay as they are', () => {
    expect(withoutMetadata('image/gif', gif)).toBe(gif);
    expect(withoutMetadata('text/plain', words)).toBe(words);
    const torn = png.subarray(0, 40);
    expect(withoutMetadata('image/png', torn)).toBe(torn);
  });
});

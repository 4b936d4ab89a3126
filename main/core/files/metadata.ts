import { readOrientation, writeOrientation, type Orientation } from './exif.ts';

/**
 * A picture without what the camera or a program noted beside it: where it was taken, with what, by
 * whom, its thumbnail, a film that hangs on its end. What is drawn stays bit for bit, and so do its
 * colours and its orientation. As it is when it is of another type, or not to be read.
 */
export function withoutMetadata(contentType: string, bytes: Uint8Array): Uint8Array {
  try {
    return clean(contentType, bytes) ?? bytes;
  } catch (error) {
    // It ends too early.
    if (error instanceof RangeError) return bytes;
    throw error;
  }
}

function clean(contentType: string, bytes: Uint8Array): Uint8Array | undefined {
  switch (contentType) {
    case 'image/jpeg':
      return cleanJpeg(bytes);
    case 'image/png':
      return cleanPng(bytes);
    case 'image/webp':
      return cleanWebp(bytes);
    default:
      return undefined;
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, exif: 0xe1, comment: 0xfe } as const;
/** JFIF, and Adobe's note of how colours are written, which readers need. */
const neededApps: ReadonlySet<number> = new Set([0xe0, 0xee]);
const colourProfile = 'ICC_PROFILE\0';

function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const data = viewOf(bytes);
  const kept: Uint8Array[] = [];
  let orientation: Orientation | undefined;
  let at = 2;
  while (at < bytes.length) {
    if (data.getUint8(at) !== 0xff) return undefined;
    const kind = data.getUint8(at + 1);
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    const end = endOfSegment(data, at, kind);
    if (end > bytes.length) return undefined;
    if (kind === marker.exif) orientation ??= orientationAt(data, at + 4);
    if (isKeptSegment(bytes, at, kind)) kept.push(bytes.subarray(at, end));
    if (kind === marker.end) break;
    at = end;
  }
  const isTurned = orientation !== undefined && orientation >= 2 && orientation <= 8;
  const turn = isTurned && orientation !== undefined ? [writeOrientation(orientation)] : [];
  return Buffer.concat([bytes.subarray(0, 2), ...turn, ...kept]);
}

function orientationAt(data: DataView, at: number): Orientation | undefined {
  try {
    return readOrientation(data, at);
  } catch {
    return undefined;
  }
}

function isKeptSegment(bytes: Uint8Array, at: number, kind: number): boolean {
  if (kind === 0xe2) {
    const name = Buffer.from(bytes.subarray(at + 4, at + 4 + colourProfile.length));
    return name.toString('latin1') === colourProfile;
  }
  const isApp = kind >= 0xe0 && kind <= 0xef;
  return isApp ? neededApps.has(kind) : kind !== marker.comment;
}

/** Where a segment ends; that of a scan with what is drawn in it. */
function endOfSegment(data: DataView, at: number, kind: number): number {
  const isBare = kind === marker.end || kind === 0x01 || (kind >= 0xd0 && kind <= 0xd7);
  if (isBare) return at + 2;
  const end = at + 2 + data.getUint16(at + 2);
  if (kind !== marker.scan) return end;
  for (let next = end; next + 1 < data.byteLength; next += 1) {
    if (data.getUint8(next) !== 0xff) continue;
    const following = data.getUint8(next + 1);
    // An FF that is drawn, a mark to resume at, or one that fills up.
    const isDrawn = following === 0x00 || (following >= 0xd0 && following <= 0xd7);
    if (!isDrawn && following !== 0xff) return next;
  }
  return data.byteLength;
}

const pngHead = 8;
/** Words, times and what cameras note. */
const notedInPng: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const data = viewOf(bytes);
  const kept = [bytes.subarray(0, pngHead)];
  for (let at = pngHead; at < bytes.length;) {
    const name = nameAt(bytes, at + 4);
    // Length, name and checksum stand around what is in it.
    const end = at + 12 + data.getUint32(at);
    if (end > bytes.length) return undefined;
    if (!notedInPng.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

const webpHead = 12;
const notedInWebp: ReadonlySet<string> = new Set(['EXIF', 'XMP ']);
/** In the flags of the extended head: it is said there that the two are there. */
const notedFlags = 0x08 | 0x04;

function cleanWebp(bytes: Uint8Array): Uint8Array | undefined {
  const data = viewOf(bytes);
  const total = 8 + data.getUint32(4, true);
  if (total > bytes.length) return undefined;
  const kept = [Uint8Array.from(bytes.subarray(0, webpHead))];
  for (let at = webpHead; at < total;) {
    const name = nameAt(bytes, at);
    const length = data.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (end > total) return undefined;
    if (!notedInWebp.has(name)) kept.push(Uint8Array.from(bytes.subarray(at, end)));
    at = end;
  }
  const whole = Uint8Array.from(Buffer.concat(kept));
  const view = viewOf(whole);
  view.setUint32(4, whole.length - 8, true);
  if (nameAt(whole, webpHead) === 'VP8X') view.setUint8(20, view.getUint8(20) & ~notedFlags);
  return whole;
}

function nameAt(bytes: Uint8Array, at: number): string {
  return Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
}

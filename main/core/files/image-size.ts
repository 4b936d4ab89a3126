import { readOrientation } from './exif.ts';

export type PixelSize = { readonly width: number; readonly height: number };

/** How large a picture is drawn, by the head of its file; undefined when that does not say. */
export function imageSize(contentType: string, bytes: Uint8Array): PixelSize | undefined {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = read(contentType, data);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // A head that ends too early.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function read(contentType: string, data: DataView): PixelSize | undefined {
  switch (contentType) {
    case 'image/png':
      return { width: data.getUint32(16), height: data.getUint32(20) };
    case 'image/gif':
      return { width: data.getUint16(6, true), height: data.getUint16(8, true) };
    case 'image/jpeg':
      return readJpeg(data);
    case 'image/webp':
      return readWebp(data);
    default:
      return undefined;
  }
}

/** Walks the segments to the frame; the orientation that the camera noted may turn it. */
function readJpeg(data: DataView): PixelSize | undefined {
  let at = 2;
  let isTurned = false;
  while (data.getUint8(at) === 0xff) {
    const marker = data.getUint8(at + 1);
    const length = data.getUint16(at + 2);
    // The frames that are in use: C0 to CF without tables and arithmetic coding.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const height = data.getUint16(at + 5);
      const width = data.getUint16(at + 7);
      return isTurned ? { width: height, height: width } : { width, height };
    }
    // 5 to 8 lie on their side.
    if (marker === 0xe1) isTurned ||= (readOrientation(data, at + 4) ?? 1) >= 5;
    at += 2 + length;
  }
  return undefined;
}

function readWebp(data: DataView): PixelSize | undefined {
  const three = (at: number): number => data.getUint16(at, true) + (data.getUint8(at + 2) << 16);
  switch (data.getUint32(12)) {
    // VP8X
    case 0x56503858:
      return { width: 1 + three(24), height: 1 + three(27) };
    // VP8L
    case 0x5650384c: {
      const bits = data.getUint32(21, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
    }
    // VP8
    case 0x56503820:
      return {
        width: data.getUint16(26, true) & 0x3fff,
        height: data.getUint16(28, true) & 0x3fff,
      };
    default:
      return undefined;
  }
}

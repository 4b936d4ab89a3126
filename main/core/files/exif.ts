/** How a picture is to be turned or mirrored, as the camera noted: 1 to 8 (Exif, tag 0x0112). */
export type Orientation = number;

const exifMark = 0x45786966;
const orientationTag = 0x0112;

/**
 * The orientation in a JPEG's segment of metadata whose body begins at `at`; undefined where it says
 * none. Throws RangeError when the segment ends too early.
 */
export function readOrientation(data: DataView, at: number): Orientation | undefined {
  if (data.getUint32(at) !== exifMark) return undefined;
  const tiff = at + 6;
  const isLittle = data.getUint16(tiff) === 0x4949;
  const directory = tiff + data.getUint32(tiff + 4, isLittle);
  const entries = data.getUint16(directory, isLittle);
  for (let entry = 0; entry < entries; entry += 1) {
    const place = directory + 2 + entry * 12;
    if (data.getUint16(place, isLittle) === orientationTag) {
      return data.getUint16(place + 8, isLittle);
    }
  }
  return undefined;
}

/** A segment of metadata that says this one thing. */
export function writeOrientation(orientation: Orientation): Uint8Array {
  const segment = new DataView(new ArrayBuffer(36));
  segment.setUint16(0, 0xffe1);
  segment.setUint16(2, 34);
  segment.setUint32(4, exifMark);
  const tiff = 10;
  segment.setUint16(tiff, 0x4d4d);
  segment.setUint16(tiff + 2, 42);
  segment.setUint32(tiff + 4, 8);
  segment.setUint16(tiff + 8, 1);
  segment.setUint16(tiff + 10, orientationTag);
  // One value of the type SHORT.
  segment.setUint16(tiff + 12, 3);
  segment.setUint32(tiff + 14, 1);
  segment.setUint16(tiff + 18, orientation);
  return new Uint8Array(segment.buffer);
}

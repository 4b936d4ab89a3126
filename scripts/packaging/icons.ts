import { readFileSync } from 'node:fs';
import { inRoot } from '../paths.ts';

/** Windows' and macOS's icon files are containers of PNGs; these are the sizes each is shown at. */
const icoSizes = [16, 24, 32, 48, 64, 128, 256] as const;
const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
] as const;

const png = (size: number): Buffer => readFileSync(inRoot('build', 'icons', `${size}x${size}.png`));

/** The `.ico` of the program and its installer. */
export function makeIco(): Buffer {
  const images = icoSizes.map((size) => [size, png(size)] as const);
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, [size, image]] of images.entries()) {
    const at = 6 + 16 * index;
    // 256 does not fit in a byte; zero stands for it.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(image.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += image.length;
  }
  return Buffer.concat([header, ...images.map(([, image]) => image)]);
}

/** The `.icns` of the bundle. */
export function makeIcns(): Buffer {
  const entries = icnsTypes.map(([type, size]) => icnsEntry(type, png(size)));
  return icnsEntry('icns', Buffer.concat(entries));
}

function icnsEntry(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}

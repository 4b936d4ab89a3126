import { crc32, deflateSync } from 'node:zlib';

import { createRandom } from '../random.ts';

export const PICTURE_WIDTH = 480;
export const PICTURE_HEIGHT = 320;

type Colour = readonly [number, number, number];

/** A PNG of a house under a sky; each seed has its own colours and windows. */
export function drawPicture(seed: number): Buffer {
  const paint = house(seed);
  const rows = Buffer.alloc(PICTURE_HEIGHT * (1 + PICTURE_WIDTH * 3));
  let at = 0;
  for (let y = 0; y < PICTURE_HEIGHT; y += 1) {
    at += 1;
    for (let x = 0; x < PICTURE_WIDTH; x += 1) {
      for (const part of paint(x, y)) rows[at++] = part;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(PICTURE_WIDTH, 0);
  header.writeUInt32BE(PICTURE_HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function house(seed: number): (x: number, y: number) => Colour {
  const random = createRandom(seed + 7);
  const tint = (low: number, high: number): number => random.integer(low, high);
  const wall: Colour = [tint(170, 240), tint(150, 220), tint(130, 200)];
  const roof: Colour = [tint(90, 170), tint(50, 90), tint(40, 80)];
  const windows = tint(2, 4);
  return (x, y) => {
    const fromMiddle = Math.abs(x - PICTURE_WIDTH / 2);
    if (y >= 90 && y < 150 && fromMiddle < (y - 80) * 2.2) return roof;
    if (y >= 150 && y < 270 && fromMiddle < 130) {
      const column = ((x - 110) / 260) * windows;
      const inWindow = y > 175 && y < 215 && column % 1 > 0.3 && column % 1 < 0.7;
      const inDoor = y > 215 && fromMiddle < 16;
      if (inDoor) return roof;
      return inWindow ? [250, 236, 160] : wall;
    }
    if (y >= 265) return [96, 142 + (y % 9), 82];
    return [150 + Math.round(y / 4), 190 + Math.round(y / 6), 235];
  };
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'ascii'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

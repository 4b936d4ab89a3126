import { describe, expect, it } from 'vitest';
import {
  drawingsFor,
  drawnName,
  isShrinkable,
  planPictures,
  roomBeside,
  shareOut,
} from '../../renderer/app/files/plan.ts';
import { fileSize } from '../../shared/strings/file-size.ts';
import { strings } from '../../shared/strings/strings.ts';

describe('the room for pictures', () => {
  it('is shared fairly: who wants little gets it, the others get the same', () => {
    expect(shareOut([100, 900, 900], 1_000)).toEqual([100, 450, 450]);
    expect(shareOut([900, 100, 300], 1_000)).toEqual([600, 100, 300]);
    expect(shareOut([400, 400], 1_000)).toEqual([400, 400]);
    expect(shareOut([5, 5], -3)).toEqual([0, 0]);
    expect(shareOut([], 10)).toEqual([]);
  });

  it('is what the other files leave', () => {
    expect(roomBeside([400_000, 100_000])).toBe(1_000_000);
  });

  it('leaves pictures as they are while all of them fit', () => {
    expect(planPictures([700_000, 800_000], 1_500_000)).toEqual([undefined, undefined]);
    expect(planPictures([1_499_999], 1_500_000)).toEqual([undefined]);
  });

  it('makes those smaller that are large, and only those', () => {
    expect(planPictures([4_200_000], 1_500_000)).toEqual([500_000]);
    expect(planPictures([4_200_000, 30_000], 1_500_000)).toEqual([500_000, undefined]);
    expect(planPictures([4_000_000, 4_000_000, 4_000_000, 4_000_000], 1_500_000)).toEqual([
      375_000, 375_000, 375_000, 375_000,
    ]);
    expect(planPictures([4_000_000], 200_000)).toEqual([200_000]);
  });
});

describe('what a picture is drawn as', () => {
  it('is a JPEG that keeps its shape, smaller and smaller, none larger than it was', () => {
    const drawings = drawingsFor({ width: 4_000, height: 3_000, isTransparent: false }, 500_000);
    expect(drawings[0]).toEqual({ width: 2_048, height: 1_536, type: 'image/jpeg', quality: 0.85 });
    for (const { width, height, type } of drawings) {
      expect(type).toBe('image/jpeg');
      expect(Math.abs(width / height - 4 / 3)).toBeLessThan(0.01);
    }
    expect(drawings.at(-1)?.width).toBeLessThan(450);
    const small = drawingsFor({ width: 300, height: 200, isTransparent: false }, 1_000);
    expect(new Set(small.map(({ width }) => width))).toEqual(new Set([300]));
  });

  it('does not begin far beyond what can fit', () => {
    const [first] = drawingsFor({ width: 4_000, height: 3_000, isTransparent: false }, 50_000);
    expect(first?.width).toBeLessThan(1_300);
  });

  it('stays a PNG as long as that fits, where it is see-through', () => {
    const drawings = drawingsFor({ width: 1_000, height: 500, isTransparent: true }, 500_000);
    const [first] = drawings;
    expect(first).toEqual({ width: 1_000, height: 500, type: 'image/png', quality: undefined });
    const types = drawings.map(({ type }) => type);
    expect(types.lastIndexOf('image/png')).toBeLessThan(types.indexOf('image/jpeg'));
  });

  it('never anything that may move', () => {
    expect(['image/gif', 'image/svg+xml', 'video/mp4', ''].some(isShrinkable)).toBe(false);
    expect(isShrinkable('image/jpeg')).toBe(true);
  });

  it('has the ending of what it is', () => {
    expect(drawnName('IMG 1.2.PNG', 'image/jpeg')).toBe('IMG 1.2.jpg');
    expect(drawnName('scan', 'image/png')).toBe('scan.png');
  });
});

it('says how large something is, before and after', () => {
  const sizes = [
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1 KB'],
    [380_400, '380 KB'],
    [999_600, '1 MB'],
    [4_200_000, '4.2 MB'],
    [120_000_000, '120 MB'],
    [999_600_000, '1 GB'],
    [1_500_000_000, '1.5 GB'],
    [3_000_000_000_000, '3,000 GB'],
  ] as const;
  for (const [bytes, words] of sizes) expect(fileSize(bytes)).toBe(words);
  expect(strings.files.shrunk(4_200_000, 380_000)).toBe('4.2 MB, sent as 380 KB');
  expect(strings.files.count(3, 10, 900_000, 1_500_000)).toBe('3 of 10 files, 0.9 of 1.5 MB');
});

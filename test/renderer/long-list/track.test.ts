import { describe, expect, test } from 'vitest';
import { createGeometry } from '../../../renderer/ui/long-geometry.ts';
import { createTrack, tallestPx } from '../../../renderer/ui/long-track.ts';

const view = 600;

describe('the track of a list', () => {
  test('is the list itself while the browser can lay it out', () => {
    const track = createTrack(5_600_000, view);
    expect(track).toMatchObject({ isScaled: false, heightPx: 5_600_000, lastTop: 5_599_400 });
    expect(track.toScroll(1234.5)).toBe(1234.5);
    expect(track.toTop(9e9)).toBe(5_599_400);
  });

  test('of a million rows has the ends of the list at its own, and every place between', () => {
    const listPx = 1_000_000 * 56 + 1_000 * 36;
    const track = createTrack(listPx, view);
    expect(track).toMatchObject({ isScaled: true, heightPx: tallestPx });
    expect(track.toTop(0)).toBe(0);
    expect(track.toTop(tallestPx - view)).toBe(listPx - view);
    // Near both ends a pixel is a pixel.
    expect(track.toTop(1_000)).toBe(1_000);
    expect(track.toTop(tallestPx - view - 1_000)).toBe(listPx - view - 1_000);
    let before = -1;
    for (let top = 0; top <= track.lastTop; top += 997_331) {
      const scroll = track.toScroll(top);
      expect(scroll).toBeGreaterThan(before);
      expect(track.toTop(scroll)).toBeCloseTo(top, 3);
      before = scroll;
    }
  });

  test('of a list lower than the window does not move', () => {
    const track = createTrack(300, view);
    expect(track.lastTop).toBe(0);
    expect(track.toScroll(50)).toBe(0);
  });
});

describe('the places of rows', () => {
  const given = { total: 500, blockSize: 200, rowPx: 56, headingPx: 36 };

  test('of blocks that were read are known to the pixel', () => {
    const shapes = [[0, 3], [0, 150], [40]];
    const list = createGeometry({ ...given, shapes });
    expect(list.heightPx).toBe(500 * 56 + 5 * 36);
    expect([0, 1, 3, 4].map(list.topOf)).toEqual([0, 92, 204, 296]);
    expect([0, 3, 4].map(list.rowTopOf)).toEqual([36, 240, 296]);
    expect(list.topOf(200)).toBe(200 * 56 + 2 * 36);
    expect(list.hasHeading(200)).toBe(true);
    expect(list.hasHeading(201)).toBe(false);
    for (let index = 0; index < 500; index += 1) {
      expect(list.indexAt(list.topOf(index))).toBe(index);
      expect(list.indexAt(list.topOf(index) + 55)).toBe(index);
    }
    expect(list.indexAt(9e9)).toBe(499);
  });

  test('of others are guessed from those, and hang together', () => {
    const list = createGeometry({ ...given, shapes: [undefined, [0, 10, 20, 30], undefined] });
    expect(list.topOf(200)).toBeCloseTo(200 * 56 + 4 * 36);
    expect(list.heightPx).toBeCloseTo(500 * 56 + 10 * 36);
    for (let index = 1; index < 500; index += 1) {
      expect(list.topOf(index)).toBeGreaterThan(list.topOf(index - 1));
    }
  });

  test('of a million rows are found at once', () => {
    const list = createGeometry({ ...given, total: 1_000_000, shapes: [] });
    expect(list.heightPx).toBe(56_000_000);
    expect(list.indexAt(55_999_999)).toBe(999_999);
    expect(createGeometry({ ...given, total: 0, shapes: [] })).toMatchObject({ heightPx: 0 });
  });
});

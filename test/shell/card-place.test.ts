import { describe, expect, it } from 'vitest';
import { fitCards, placeCards, placeQuick } from '../../main/shell/card-place.ts';

const workArea = { x: 0, y: 0, width: 1920, height: 1040 };
/** A second screen, to the left of and above the first. */
const left = { x: -1280, y: -200, width: 1280, height: 984 };

describe('the place of the cards', () => {
  it('is near the top right of the screen', () => {
    expect(placeCards(workArea, { height: 300, zoom: 1 })).toEqual({
      x: 1920 - 380 - 16,
      y: 16,
      width: 380,
      height: 300,
    });
  });

  it('is on the screen it is asked for, whatever its origin', () => {
    expect(placeCards(left, { height: 300, zoom: 1 })).toMatchObject({ x: -396, y: -184 });
  });

  it('grows with the zoom of the page, as far as the screen goes', () => {
    expect(placeCards(workArea, { height: 300, zoom: 2 })).toMatchObject({
      width: 760,
      height: 600,
    });
    const small = { x: 0, y: 0, width: 400, height: 300 };
    expect(placeCards(small, { height: 900, zoom: 2 })).toEqual({
      x: 16,
      y: 16,
      width: 368,
      height: 268,
    });
  });
});

describe('cards of another height', () => {
  it('stay where the window is', () => {
    const at = { x: 200, y: 100, width: 380, height: 300 };
    expect(fitCards(at, workArea, { height: 420, zoom: 1 })).toEqual({ ...at, height: 420 });
  });

  it('move up where they would hang over the edge', () => {
    const at = { x: 200, y: 900, width: 380, height: 100 };
    expect(fitCards(at, workArea, { height: 400, zoom: 1 })).toEqual({
      x: 200,
      y: 640,
      width: 380,
      height: 400,
    });
  });

  it('keep their right edge when the page is zoomed', () => {
    const at = placeCards(workArea, { height: 300, zoom: 1 });
    expect(fitCards(at, workArea, { height: 300, zoom: 1.5 })).toMatchObject({
      x: 1920 - 16 - 570,
      width: 570,
    });
  });

  it('never leave the screen, wherever the window had been put', () => {
    for (const x of [-5_000, -100, 1_900, 9_000]) {
      for (const height of [1, 300, 5_000]) {
        const at = { x, y: 2_000, width: 380, height: 200 };
        const bounds = fitCards(at, workArea, { height, zoom: 1 });
        expect(bounds.x).toBeGreaterThanOrEqual(workArea.x);
        expect(bounds.y).toBeGreaterThanOrEqual(workArea.y);
        expect(bounds.x + bounds.width).toBeLessThanOrEqual(workArea.width);
        expect(bounds.y + bounds.height).toBeLessThanOrEqual(workArea.height);
      }
    }
  });
});

describe('the place of a quick text', () => {
  const size = { height: 300, zoom: 1 };

  it('is above a tray at the bottom, and below one at the top', () => {
    expect(placeQuick(workArea, { x: 1_800, y: 1_060 }, size)).toEqual({
      x: 1920 - 420 - 16,
      y: 1040 - 300 - 16,
      width: 420,
      height: 300,
    });
    expect(placeQuick(workArea, { x: 900, y: 10 }, size)).toMatchObject({ x: 690, y: 26 });
  });

  it('is on the screen where the cursor is, and no larger than that when zoomed', () => {
    expect(placeQuick(left, { x: -1_270, y: 0 }, size)).toMatchObject({ x: -1264, y: 16 });
    const zoomed = placeQuick(left, { x: -600, y: 700 }, { height: 900, zoom: 2 });
    expect(zoomed).toMatchObject({ width: 840, height: 984 - 32, y: -184 });
  });
});

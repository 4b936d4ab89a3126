import { describe, expect, it } from 'vitest';
import { placeOn } from '../../main/shell/window-state.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 2560, height: 1400 };
const bounds = { x: 1600, y: 200, width: 1200, height: 900 };

describe('where a window comes back', () => {
  it('is where it was while its display is there', () => {
    expect(placeOn([laptop, beside], bounds)).toEqual(bounds);
    expect(placeOn([beside, laptop], bounds)).toEqual(bounds);
  });

  it('is the middle of the main display when its own is gone, and no larger than that', () => {
    expect(placeOn([laptop], bounds)).toEqual({ x: 120, y: 25, width: 1200, height: 875 });
  });

  it('is on the display that has most of it', () => {
    const between = { x: 1300, y: 100, width: 1000, height: 1300 };
    expect(placeOn([laptop, beside], between)).toEqual(between);
    const mostlyHere = { ...between, x: 600 };
    expect(placeOn([laptop, beside], mostlyHere)).toEqual({ ...mostlyHere, y: 25, height: 875 });
  });

  it('is smaller when its display has become so, by a change of scale', () => {
    const half = { x: 0, y: 0, width: 960, height: 540 };
    expect(placeOn([half], { x: 100, y: 100, width: 1180, height: 780 })).toEqual({
      x: 0,
      y: 0,
      width: 960,
      height: 560,
    });
  });

  it('is never above a display or below it, where it could not be grasped', () => {
    const middle = { x: 270, y: 113, width: 900, height: 700 };
    expect(placeOn([laptop], { ...middle, y: -40 })).toEqual(middle);
    expect(placeOn([laptop], { ...middle, y: 880 })).toEqual(middle);
    expect(placeOn([laptop], { ...middle, y: 500 })).toEqual({ ...middle, y: 200 });
  });

  it('may hang over a side as far as it was', () => {
    const hanging = { x: -600, y: 100, width: 900, height: 700 };
    expect(placeOn([laptop], hanging)).toEqual(hanging);
    expect(placeOn([laptop], { ...hanging, x: -800 })).toMatchObject({ x: 270 });
  });

  it('is left alone where no display is told', () => {
    expect(placeOn([], bounds)).toEqual(bounds);
  });
});

import { shortCount, type Face } from './face.ts';
import { unitsAcross, type Ink, type Point, type Shape } from './raster.ts';

/** How the icon is coloured: for the place it is seen in. */
export type Palette = 'light' | 'dark' | 'template' | 'colour';

/** The handset and the voice of `build/tray.svg`: the same paths and widths. */
export const handset = [
  { path: 'M24 14 C 13 26 13 38 24 50', width: 7 },
  { path: 'M23 13 L 30 10.5 M23 51 L 30 53.5', width: 10.5 },
  { path: 'M35 28 V 36 M45 20 V 44 M55 26 V 38', width: 5.5 },
] as const;

/** The same within the tile of `build/icon.svg`. */
const handsetOnTile = [
  { path: 'M26 18.5 C 18.75 26.25 18.75 37.75 26 45.5', width: 6 },
  { path: 'M26.5 18.25 L 31 16.4 M26.5 45.75 L 31 47.6', width: 7.8 },
  { path: 'M32.5 29.5 V 34.5 M39.5 24.5 V 39.5 M46.5 28 V 36', width: 3.8 },
] as const;

const white: Ink = [255, 255, 255, 1];
const black: Ink = [0, 0, 0, 1];
const brand: Ink = [70, 98, 216, 1];
const red: Ink = [201, 42, 42, 1];
const grey: Ink = [95, 99, 110, 1];
const amber: Ink = [180, 95, 6, 1];

/** How much is left of a handset that nobody can be reached with. */
const dimmed = 0.45;

/** Where a mark sits, and how large it is. */
const mark = { at: [44, 44], radius: 20, clear: 3 } as const;

/** The icon of the tray, as shapes. `template` says its count beside it, and has no colours. */
export function trayShapes({ state, count }: Face, palette: Palette): readonly Shape[] {
  const isOut = state === 'signed-out' || state === 'offline';
  return [...glyph(palette, isOut), ...markOf(state, count, palette)];
}

/** A count alone, as it is laid over the icon in Windows' task bar. */
export function badgeShapes(count: number): readonly Shape[] {
  const middle: Point = [unitsAcross / 2, unitsAcross / 2];
  return [
    { kind: 'disc', at: middle, radius: 31, ink: red },
    ...writing(shortCount(count), middle, 1.55, white),
  ];
}

function glyph(palette: Palette, isDim: boolean): readonly Shape[] {
  if (palette === 'colour') {
    const tile: Ink = isDim ? grey : brand;
    return [
      { kind: 'tile', at: [4, 4], side: 56, corner: 13, ink: tile },
      { kind: 'strokes', lines: handsetOnTile, ink: white },
    ];
  }
  const [r, g, b] = palette === 'light' ? white : black;
  return [{ kind: 'strokes', lines: handset, ink: [r, g, b, isDim ? dimmed : 1] }];
}

function markOf(state: Face['state'], count: number, palette: Palette): readonly Shape[] {
  const isTemplate = palette === 'template';
  switch (state) {
    case 'signed-out':
      return slash(palette);
    case 'offline':
      return disc(isTemplate ? black : amber, exclamation, isTemplate);
    case 'quiet':
      // A number in grey: it waits, and nobody is told.
      if (count > 0 && !isTemplate) return numbered(count, grey);
      return disc(isTemplate ? black : grey, bar, isTemplate);
    case 'plain':
      return count > 0 && !isTemplate ? numbered(count, red) : [];
  }
}

/** A line through it, which keeps its distance. */
function slash(palette: Palette): readonly Shape[] {
  const path = 'M9 9 L 55 55';
  const ink = palette === 'dark' || palette === 'template' ? black : white;
  return [
    { kind: 'strokes', lines: [{ path, width: 15 }], ink: 'erase' },
    { kind: 'strokes', lines: [{ path, width: 6 }], ink: palette === 'colour' ? grey : ink },
  ];
}

function ground(ink: Ink): readonly Shape[] {
  return [
    { kind: 'disc', at: mark.at, radius: mark.radius + mark.clear, ink: 'erase' },
    { kind: 'disc', at: mark.at, radius: mark.radius, ink },
  ];
}

const bar = 'M34 44 H 54';
const exclamation = 'M44 33 V 46 M44 55 V 55.5';

/** A template has no second colour: its sign is cut out. */
function disc(ink: Ink, sign: string, isTemplate: boolean): readonly Shape[] {
  const over = isTemplate ? 'erase' : white;
  return [...ground(ink), { kind: 'strokes', lines: [{ path: sign, width: 6.5 }], ink: over }];
}

function numbered(count: number, ink: Ink): readonly Shape[] {
  return [...ground(ink), ...writing(shortCount(count), mark.at, 1, white)];
}

/** Digits on a field of 12 by 22, drawn with a round pen. */
const digits: Readonly<Record<string, string>> = {
  '0': 'M6 0 C 13 0 13 22 6 22 C -1 22 -1 0 6 0',
  '1': 'M2 4 L 7 0 V 22',
  '2': 'M1 5 C 1 -2 12 -2 11 6 C 11 12 3 16 1 22 H 12',
  '3': 'M1 1 H 11 L 5 9 C 15 9 13 22 5 22 C 3 22 1 21 0 19',
  '4': 'M9 22 V 0 L 0 15 H 13',
  '5': 'M11 0 H 3 L 2 9 C 14 6 14 22 5 22 C 3 22 1 21 0 19',
  '6': 'M10 0 C 2 4 -1 22 6 22 C 13 22 13 10 6 10 C 3 10 1 12 1 16',
  '7': 'M0 0 H 12 L 4 22',
  '8': 'M6 10 C -1 10 -1 0 6 0 C 13 0 13 10 6 10 C -2 10 -2 22 6 22 C 14 22 14 10 6 10',
  '9': 'M2 22 C 10 18 13 0 6 0 C -1 0 -1 12 6 12 C 9 12 11 10 11 6',
  '+': 'M6 6 V 16 M1 11 H 11',
};
const digit = { width: 12, height: 22, pen: 5, gap: 4 } as const;

/** Centred on a point; two signs are drawn narrower, so that they fit into the same circle. */
function writing(text: string, at: Point, scale: number, ink: Ink): readonly Shape[] {
  const size = text.length > 1 ? scale * 0.72 : scale;
  const across = text.length * digit.width + (text.length - 1) * digit.gap;
  const top = at[1] - (digit.height * size) / 2;
  return text.split('').map((sign, index): Shape => {
    const left = at[0] + (index * (digit.width + digit.gap) - across / 2) * size;
    const path = scaled(digits[sign] ?? '', size);
    return { kind: 'strokes', lines: [{ path, width: digit.pen * size }], ink, at: [left, top] };
  });
}

function scaled(path: string, size: number): string {
  return path.replaceAll(/-?\d+(?:\.\d+)?/g, (number) => String(Number(number) * size));
}

import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { badgeShapes, handset, trayShapes, type Palette } from '../../../main/shell/tray/art.ts';
import { shortCount, toFace, type Face } from '../../../main/shell/tray/face.ts';
import { toPng } from '../../../main/shell/tray/png.ts';
import { drawShapes, toLines, type Bitmap } from '../../../main/shell/tray/raster.ts';
import { trayTooltip } from '../../../main/shell/tray/tooltip.ts';
import { makeTrayView } from './make.ts';

const plain: Face = { state: 'plain', count: 0 };
const faces: readonly Face[] = [
  plain,
  { state: 'plain', count: 3 },
  { state: 'plain', count: 42 },
  { state: 'quiet', count: 0 },
  { state: 'quiet', count: 3 },
  { state: 'offline', count: 3 },
  { state: 'signed-out', count: 0 },
];
const palettes: readonly Palette[] = ['light', 'dark', 'template', 'colour'];

const draw = (face: Face, palette: Palette, size = 32): Bitmap =>
  drawShapes(trayShapes(face, palette), size);
const alphaAt = ({ pixels, size }: Bitmap, x: number, y: number): number =>
  pixels[(Math.floor(y * size) * size + Math.floor(x * size)) * 4 + 3] ?? -1;
const bytes = ({ pixels }: Bitmap): string => Buffer.from(pixels).toString('base64');

describe('the icon of the tray', () => {
  it('tells every state and count from the others, in every colouring that shows them', () => {
    for (const palette of palettes) {
      const drawn = new Set(faces.map((face) => bytes(draw(face, palette))));
      // A template has its count beside it.
      expect(drawn.size, palette).toBe(palette === 'template' ? 4 : faces.length);
    }
  });

  it.each([16, 24, 32, 64, 256])('is sharp at %i pixels', (size) => {
    const { pixels } = draw({ state: 'plain', count: 8 }, 'dark', size);
    const alphas = Array.from({ length: size * size }, (_, at) => pixels[at * 4 + 3] ?? 0);
    const soft = alphas.filter((alpha) => alpha > 0 && alpha < 255).length;
    const solid = alphas.filter((alpha) => alpha === 255).length;
    expect(solid).toBeGreaterThan((size * size) / 6);
    // Only edges are soft, a pixel wide: their share goes down as the picture grows.
    expect(soft).toBeLessThan(size * 7);
  });

  it('is black or white alone where the system colours it', () => {
    const { pixels } = draw({ state: 'offline', count: 0 }, 'template');
    const colours = Array.from(pixels).filter((_, at) => at % 4 !== 3);
    expect(new Set(colours)).toEqual(new Set([0]));
  });

  it('leaves the middle of its sign free for what is behind it, in a template', () => {
    const picture = draw({ state: 'quiet', count: 0 }, 'template', 64);
    expect(alphaAt(picture, 44 / 64, 44 / 64)).toBe(0);
    expect(alphaAt(picture, 44 / 64, 30 / 64)).toBe(255);
  });

  it('has the shapes of the file it is drawn after', () => {
    const svg = readFileSync(new URL('../../../build/tray.svg', import.meta.url), 'utf8');
    const paths = [...svg.matchAll(/<path d="([^"]+)" stroke-width="([^"]+)"/g)];
    expect(handset).toEqual(paths.map(([, path, width]) => ({ path, width: Number(width) })));
  });

  it('draws nothing that it cannot read', () => {
    expect(() => toLines('M0 0 A 1 1', [0, 0])).toThrow('not a path');
    expect(() => toLines('M0', [0, 0])).toThrow('not a path');
  });
});

describe('a badge', () => {
  it('says how much, and of much only that it is', () => {
    expect([1, 9, 10, 4000].map(shortCount)).toEqual(['1', '9', '9+', '9+']);
    const drawn = [1, 2, 9, 10].map((count) => bytes(drawShapes(badgeShapes(count), 16)));
    expect(new Set(drawn).size).toBe(4);
  });
});

describe('a picture', () => {
  it('is a PNG with every pixel as it was drawn', () => {
    const picture = draw({ state: 'plain', count: 5 }, 'colour', 16);
    const png = toPng(picture);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([16, 16]);
    const at = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    const back = Array.from({ length: 16 }, (_, row) => [
      ...rows.subarray(row * 65 + 1, (row + 1) * 65),
    ]).flat();
    expect(back).toEqual([...picture.pixels]);
  });
});

describe('what the icon says', () => {
  const unread = { texts: 2, calls: 1, voicemails: 0 };

  it.each([
    [makeTrayView(), plain, 'Sidetone: nothing new'],
    [
      makeTrayView({ unread }),
      { state: 'plain', count: 3 },
      'Sidetone: 2 unread texts, 1 missed call',
    ],
    [
      makeTrayView({ unread, quiet: { own: undefined, server: true } }),
      { state: 'quiet', count: 3 },
      'Sidetone: 2 unread texts, 1 missed call, do not disturb is on',
    ],
    [
      makeTrayView({ unread, standing: 'offline' }),
      { state: 'offline', count: 3 },
      'Sidetone: offline',
    ],
    [
      makeTrayView({ unread, standing: 'signed-out' }),
      { state: 'signed-out', count: 0 },
      'Sidetone: signed out',
    ],
  ] as const)('is what stands in the way, or else what waits (%#)', (view, face, said) => {
    expect(toFace(view)).toEqual(face);
    expect(trayTooltip(view)).toBe(said);
  });
});

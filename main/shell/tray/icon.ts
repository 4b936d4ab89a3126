import { nativeImage, type NativeImage } from 'electron';
import { badgeShapes, trayShapes, type Palette } from './art.ts';
import type { Face } from './face.ts';
import { toPng } from './png.ts';
import { drawShapes, type Shape } from './raster.ts';

/** How large a tray's icon is at 100 %, in pixels, and at which scales a system may ask for it. */
type Sizes = { readonly side: number; readonly scales: readonly number[] };

const sizes: Readonly<Partial<Record<NodeJS.Platform, Sizes>>> = {
  darwin: { side: 18, scales: [1, 2, 3] },
  win32: { side: 16, scales: [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] },
};
/** A panel on Linux gets one picture and makes it as small as it is itself. */
const onePicture: Sizes = { side: 64, scales: [1] };

/** The tray's icon, drawn for every scale of the platform. A Mac tints it itself. */
export function trayIcon(face: Face, palette: Palette, platform: NodeJS.Platform): NativeImage {
  const image = toImage(trayShapes(face, palette), sizes[platform] ?? onePicture);
  if (palette === 'template') image.setTemplateImage(true);
  return image;
}

/** The count over the icon in Windows' task bar. */
export function badgeIcon(count: number): NativeImage {
  return toImage(badgeShapes(count), { side: 16, scales: [1, 1.5, 2, 3] });
}

function toImage(shapes: readonly Shape[], { side, scales }: Sizes): NativeImage {
  const image = nativeImage.createEmpty();
  for (const scaleFactor of scales) {
    const buffer = toPng(drawShapes(shapes, Math.round(side * scaleFactor)));
    image.addRepresentation({ scaleFactor, buffer });
  }
  return image;
}

import { drawingsFor, drawnName, type Drawing } from './plan.ts';

/** Bytes as they go to main, and what they are called. */
export type Bytes = { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Pixels across that are enough to see whether anything of a picture is see-through. */
const sampleSide = 64;

/**
 * Draws a picture anew until it has no more than so many bytes. It stands as the camera held it, and
 * nothing of what the camera noted beside it goes along. Undefined when it cannot be read, or not be
 * made that small.
 */
export async function shrinkPicture(file: File, mostBytes: number): Promise<Bytes | undefined> {
  const picture = await read(file);
  if (picture === undefined) return undefined;
  try {
    const { width, height } = picture;
    const isTransparent = file.type !== 'image/jpeg' && hasTransparency(picture);
    for (const drawing of drawingsFor({ width, height, isTransparent }, mostBytes)) {
      // One after the other: the first that fits is the best of them.
      const blob = await draw(picture, drawing);
      if (blob.size <= mostBytes && blob.type === drawing.type) {
        return {
          fileName: drawnName(file.name, drawing.type),
          bytes: new Uint8Array(await blob.arrayBuffer()),
        };
      }
    }
    return undefined;
  } finally {
    picture.close();
  }
}

async function read(file: File): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
}

async function draw(picture: ImageBitmap, drawing: Drawing): Promise<Blob> {
  const { width, height, type, quality } = drawing;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('there is no canvas to draw on');
  context.imageSmoothingQuality = 'high';
  if (type === 'image/jpeg') {
    // What is see-through would turn black.
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(picture, 0, 0, width, height);
  return canvas.convertToBlob({ type, ...(quality !== undefined && { quality }) });
}

function hasTransparency(picture: ImageBitmap): boolean {
  const canvas = new OffscreenCanvas(sampleSide, sampleSide);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return false;
  context.drawImage(picture, 0, 0, sampleSide, sampleSide);
  const { data } = context.getImageData(0, 0, sampleSide, sampleSide);
  return data.some((value, index) => index % 4 === 3 && value < 250);
}

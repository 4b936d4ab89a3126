import type * as Electron from 'electron';
import { readFileSync } from 'node:fs';
import { nameAbsentMembers } from '../runtime/absent.ts';
import { ApiObject } from '../runtime/emitter.ts';

/** Electron's `NativeImage` as far as an app can see without looking at pixels. */
export class NativeImage
  extends ApiObject
  implements
    Pick<
      Electron.NativeImage,
      | 'isEmpty'
      | 'getSize'
      | 'getAspectRatio'
      | 'getScaleFactors'
      | 'toPNG'
      | 'toDataURL'
      | 'resize'
      | 'crop'
      | 'isTemplateImage'
      | 'setTemplateImage'
      | 'isMacTemplateImage'
      | 'addRepresentation'
    >
{
  isMacTemplateImage = false;
  readonly #png: Buffer;
  #size: Electron.Size;
  readonly #scaleFactors = new Set([1]);

  constructor(png: Buffer, size = sizeOf(png)) {
    super('NativeImage');
    this.#png = png;
    this.#size = size;
  }

  isEmpty(): boolean {
    return this.#size.width === 0;
  }

  getSize(): Electron.Size {
    return { ...this.#size };
  }

  getAspectRatio(): number {
    return this.isEmpty() ? 0 : this.#size.width / this.#size.height;
  }

  getScaleFactors(): number[] {
    return [...this.#scaleFactors];
  }

  toPNG(): Buffer {
    return Buffer.from(this.#png);
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.#png.toString('base64')}`;
  }

  /** A copy that reports the new size; its pixels stay as they are. */
  resize(options: Electron.ResizeOptions): Electron.NativeImage {
    const ratio = this.getAspectRatio();
    const width = options.width ?? Math.round((options.height ?? this.#size.height) * ratio);
    const height = options.height ?? (ratio > 0 ? Math.round(width / ratio) : 0);
    return toImage(this.#png, this.isEmpty() ? this.#size : { width, height });
  }

  /** A copy that reports the new size; its pixels stay as they are. */
  crop({ width, height }: Electron.Rectangle): Electron.NativeImage {
    return toImage(this.#png, { width, height });
  }

  isTemplateImage(): boolean {
    return this.isMacTemplateImage;
  }

  setTemplateImage(option: boolean): void {
    this.isMacTemplateImage = option;
  }

  addRepresentation({ scaleFactor, buffer }: Electron.AddRepresentationOptions): void {
    this.#scaleFactors.add(scaleFactor ?? 1);
    if (this.isEmpty() && buffer) this.#size = sizeOf(buffer);
  }
}

function toImage(png: Buffer, size?: Electron.Size): Electron.NativeImage {
  return new NativeImage(png, size) as unknown as Electron.NativeImage;
}

/** Reads the size from a PNG's header; anything else is an empty image, as unreadable files are. */
function sizeOf(png: Buffer): Electron.Size {
  const isPng = png.length >= 24 && png.toString('latin1', 1, 4) === 'PNG';
  if (!isPng) return { width: 0, height: 0 };
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** An image from a PNG in memory. */
export function imageFromPng(png: Buffer): Electron.NativeImage {
  return toImage(png);
}

type Module = Pick<
  typeof Electron.nativeImage,
  'createEmpty' | 'createFromBuffer' | 'createFromDataURL' | 'createFromPath'
>;

/** The module object `electron.nativeImage`. */
export function createNativeImage(): Module {
  const nativeImage = {
    createEmpty: () => toImage(Buffer.alloc(0)),
    createFromBuffer: (buffer: Buffer) => toImage(buffer),
    createFromDataURL: (dataURL: string) =>
      toImage(Buffer.from(dataURL.slice(dataURL.indexOf(',') + 1), 'base64')),
    createFromPath: (path: string) => {
      try {
        return toImage(readFileSync(path));
      } catch {
        return toImage(Buffer.alloc(0));
      }
    },
  } satisfies Module;
  return nameAbsentMembers(nativeImage, 'nativeImage');
}

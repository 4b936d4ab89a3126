import type * as Electron from 'electron';
import type { ScreenSize } from '../chromium/browser.ts';
import { ApiEmitter } from '../runtime/emitter.ts';

/** What tests see, whatever the machine has. */
const usualScreen: ScreenSize = {
  width: 1920,
  height: 1080,
  scaleFactor: 1,
  workArea: { x: 0, y: 0, width: 1920, height: 1053 },
};

/** `screen`: one display, the real one only where windows are really shown. */
export class Screen
  extends ApiEmitter
  implements
    Pick<
      Electron.Screen,
      | 'getPrimaryDisplay'
      | 'getAllDisplays'
      | 'getDisplayMatching'
      | 'getDisplayNearestPoint'
      | 'getCursorScreenPoint'
    >
{
  #size = usualScreen;

  constructor() {
    super('screen');
  }

  /** Tells which screen Chromium shows its windows on. */
  setSize(size: ScreenSize): void {
    this.#size = size;
  }

  /** The part of the display windows may cover. */
  get workArea(): Electron.Rectangle {
    return { ...this.#size.workArea };
  }

  getPrimaryDisplay(): Electron.Display {
    const { width, height, scaleFactor, workArea } = this.#size;
    return {
      accelerometerSupport: 'unknown',
      bounds: { x: 0, y: 0, width, height },
      colorDepth: 24,
      colorSpace: '',
      depthPerComponent: 8,
      detected: true,
      displayFrequency: 60,
      id: 1,
      internal: true,
      label: 'Display',
      maximumCursorSize: { width: 0, height: 0 },
      monochrome: false,
      nativeOrigin: { x: 0, y: 0 },
      rotation: 0,
      scaleFactor,
      size: { width, height },
      touchSupport: 'unknown',
      workArea: { ...workArea },
      workAreaSize: { width: workArea.width, height: workArea.height },
    };
  }

  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()];
  }

  getDisplayMatching(): Electron.Display {
    return this.getPrimaryDisplay();
  }

  getDisplayNearestPoint(): Electron.Display {
    return this.getPrimaryDisplay();
  }

  getCursorScreenPoint(): Electron.Point {
    return { x: 0, y: 0 };
  }
}

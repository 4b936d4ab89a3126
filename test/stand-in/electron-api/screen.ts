import type * as Electron from 'electron';
import { ApiEmitter } from '../runtime/emitter.ts';

const bounds = { x: 0, y: 0, width: 1920, height: 1080 };
const workArea = { x: 0, y: 0, width: 1920, height: 1053 };

const display: Electron.Display = {
  accelerometerSupport: 'unknown',
  bounds,
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
  scaleFactor: 1,
  size: { width: bounds.width, height: bounds.height },
  touchSupport: 'unknown',
  workArea,
  workAreaSize: { width: workArea.width, height: workArea.height },
};

/** `screen`: one display of a common size, whatever the machine has. */
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
  constructor() {
    super('screen');
  }

  getPrimaryDisplay(): Electron.Display {
    return structuredClone(display);
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

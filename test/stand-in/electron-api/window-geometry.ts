import type * as Electron from 'electron';
import type { Screen } from './screen.ts';
import { WindowTrim } from './window-trim.ts';

type Options = Electron.BrowserWindowConstructorOptions;
type Size = readonly [width: number, height: number];

/** Where a window is and how large; the content is all of it, as Chromium draws the frame. */
export abstract class WindowGeometry
  extends WindowTrim
  implements
    Pick<
      Electron.BrowserWindow,
      | 'getBounds'
      | 'setBounds'
      | 'getNormalBounds'
      | 'getContentBounds'
      | 'getSize'
      | 'setSize'
      | 'getContentSize'
      | 'setContentSize'
      | 'getPosition'
      | 'setPosition'
      | 'center'
      | 'setMinimumSize'
      | 'getMinimumSize'
      | 'setMaximumSize'
      | 'getMaximumSize'
    >
{
  readonly #screen: Screen;
  readonly #wanted: Options;
  #bounds: Electron.Rectangle;
  #minimum: Size;
  #maximum: Size;
  #moved = false;

  constructor(appName: string, screen: Screen, options: Options) {
    super(appName, options);
    this.#screen = screen;
    this.#wanted = options;
    this.#bounds = this.#place(options.width ?? 800, options.height ?? 600);
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#maximum = [options.maxWidth ?? 0, options.maxHeight ?? 0];
  }

  /** Lets Chromium's window follow. */
  protected abstract applySurface(): void;

  protected abstract requireAlive(): void;

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.requireAlive();
    const wanted = { ...this.#bounds, ...bounds };
    const [width, height] = this.#clamp(wanted.width, wanted.height);
    this.moveTo({ x: wanted.x, y: wanted.y, width, height });
    this.applySurface();
  }

  getNormalBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  center(): void {
    this.setBounds(centerIn(this.#screen.workArea, this.#bounds));
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height];
  }

  getMinimumSize(): number[] {
    return [...this.#minimum];
  }

  setMaximumSize(width: number, height: number): void {
    this.#maximum = [width, height];
  }

  getMaximumSize(): number[] {
    return [...this.#maximum];
  }

  /** Finds a place once it is known which screen the window is on, unless it has been moved. */
  protected placeOnScreen(): void {
    if (!this.#moved) this.#bounds = this.#place(this.#bounds.width, this.#bounds.height);
  }

  #clamp(width: number, height: number): Size {
    const fit = (value: number, least: number, most: number): number =>
      Math.max(least, most > 0 ? Math.min(value, most) : value);
    return [
      fit(width, this.#minimum[0], this.#maximum[0]),
      fit(height, this.#minimum[1], this.#maximum[1]),
    ];
  }

  /** Takes over bounds, the user's or the app's, and tells of them. */
  protected moveTo(bounds: Electron.Rectangle): void {
    const before = this.#bounds;
    this.#bounds = bounds;
    this.#moved = true;
    const { x, y, width, height } = bounds;
    if (width !== before.width || height !== before.height) this.#emitPair('resize', 'resized');
    if (x !== before.x || y !== before.y) this.#emitPair('move', 'moved');
  }

  #emitPair(first: string, second: string): void {
    this.emit(first);
    this.emit(second);
  }

  /** Where a window of this size goes: where the app wants it, else in the middle of the screen. */
  #place(width: number, height: number): Electron.Rectangle {
    const { x, y } = this.#wanted;
    const centered = centerIn(this.#screen.workArea, { x: 0, y: 0, width, height });
    return { ...centered, ...(x === undefined || y === undefined ? {} : { x, y }) };
  }
}

/** The middle of an area, and no larger than it. */
function centerIn(area: Electron.Rectangle, size: Electron.Rectangle): Electron.Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

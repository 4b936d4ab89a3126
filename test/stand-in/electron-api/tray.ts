import type * as Electron from 'electron';
import { ApiEmitter } from '../runtime/emitter.ts';
import type { Desktop } from './desktop.ts';
import type { Menu } from './menu.ts';

/** Electron's `Tray`: an icon no one sees, which a test can press. */
export class Tray
  extends ApiEmitter
  implements
    Pick<
      Electron.Tray,
      | 'destroy'
      | 'isDestroyed'
      | 'setImage'
      | 'setPressedImage'
      | 'setToolTip'
      | 'setTitle'
      | 'getTitle'
      | 'setContextMenu'
      | 'popUpContextMenu'
      | 'closeContextMenu'
      | 'setIgnoreDoubleClickEvents'
      | 'getIgnoreDoubleClickEvents'
      | 'getBounds'
      | 'getGUID'
      | 'focus'
    >
{
  toolTip = '';
  image: Electron.NativeImage | string;
  contextMenu: Menu | null = null;
  readonly #desktop: Desktop;
  readonly #guid: string | null;
  #title = '';
  #ignoresDoubleClicks = false;

  constructor(desktop: Desktop, image: Electron.NativeImage | string, guid?: string) {
    super('Tray');
    this.#desktop = desktop;
    this.#guid = guid ?? null;
    this.image = image;
    desktop.trays.add(this);
  }

  destroy(): void {
    this.#desktop.trays.delete(this);
  }

  isDestroyed(): boolean {
    return !this.#desktop.trays.has(this);
  }

  setImage(image: Electron.NativeImage | string): void {
    this.#requireAlive();
    this.image = image;
  }

  setPressedImage(): void {
    this.#requireAlive();
  }

  setToolTip(toolTip: string): void {
    this.#requireAlive();
    this.toolTip = toolTip;
  }

  setTitle(title: string): void {
    this.#requireAlive();
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  setContextMenu(menu: Electron.Menu | null): void {
    this.#requireAlive();
    this.contextMenu = menu as unknown as Menu | null;
  }

  popUpContextMenu(menu?: Electron.Menu): void {
    this.#requireAlive();
    this.#desktop.popup = (menu as unknown as Menu | undefined) ?? this.contextMenu;
  }

  closeContextMenu(): void {
    this.#desktop.popup = null;
  }

  setIgnoreDoubleClickEvents(ignore: boolean): void {
    this.#ignoresDoubleClicks = ignore;
  }

  getIgnoreDoubleClickEvents(): boolean {
    return this.#ignoresDoubleClicks;
  }

  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 0, height: 0 };
  }

  getGUID(): string | null {
    return this.#guid;
  }

  focus(): void {
    this.#requireAlive();
  }

  #requireAlive(): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
  }
}

import type * as Electron from 'electron';
import { ApiEmitter, createEvent } from '../runtime/emitter.ts';

/**
 * What surrounds a window's page: title, menu bar, icon, place in the task bar. Chromium draws its
 * own, so these are remembered and nothing more.
 */
export class WindowTrim
  extends ApiEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'setTitle'
      | 'getTitle'
      | 'setMenu'
      | 'removeMenu'
      | 'setMenuBarVisibility'
      | 'isMenuBarVisible'
      | 'setAutoHideMenuBar'
      | 'setBackgroundColor'
      | 'getBackgroundColor'
      | 'setIcon'
      | 'setSkipTaskbar'
      | 'setAlwaysOnTop'
      | 'isAlwaysOnTop'
      | 'setVisibleOnAllWorkspaces'
      | 'isVisibleOnAllWorkspaces'
      | 'setProgressBar'
      | 'setOverlayIcon'
      | 'flashFrame'
      | 'isResizable'
      | 'setResizable'
      | 'setContentProtection'
      | 'setTitleBarOverlay'
      | 'accessibleTitle'
      | 'getParentWindow'
      | 'isModal'
      | 'isEnabled'
    >
{
  accessibleTitle = '';
  readonly #modal: boolean;
  readonly #parent: Electron.BrowserWindow | null;
  #title: string;
  #backgroundColor: string;
  #alwaysOnTop: boolean;
  #resizable: boolean;
  #onAllWorkspaces = false;
  #menuBarVisible = true;

  constructor(appName: string, options: Electron.BrowserWindowConstructorOptions) {
    super('BrowserWindow');
    this.#modal = options.modal ?? false;
    this.#parent = (options.parent as Electron.BrowserWindow | undefined) ?? null;
    this.#title = options.title ?? appName;
    this.#backgroundColor = options.backgroundColor ?? '#FFF';
    this.#alwaysOnTop = options.alwaysOnTop ?? false;
    this.#resizable = options.resizable ?? true;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  setMenu(): void {
    // Windows of the stand-in have no menu bar; menus are reached through its control.
  }

  removeMenu(): void {
    // See setMenu.
  }

  setMenuBarVisibility(visible: boolean): void {
    this.#menuBarVisible = visible;
  }

  isMenuBarVisible(): boolean {
    return this.#menuBarVisible;
  }

  setAutoHideMenuBar(hide: boolean): void {
    this.#menuBarVisible = !hide;
  }

  setBackgroundColor(backgroundColor: string): void {
    this.#backgroundColor = backgroundColor;
  }

  getBackgroundColor(): string {
    return this.#backgroundColor;
  }

  setIcon(): void {
    // Chromium draws its own icon.
  }

  setSkipTaskbar(): void {
    // The desktop decides over Chromium's windows.
  }

  setAlwaysOnTop(flag: boolean): void {
    this.#alwaysOnTop = flag;
    this.emit('always-on-top-changed', createEvent(), flag);
  }

  isAlwaysOnTop(): boolean {
    return this.#alwaysOnTop;
  }

  setVisibleOnAllWorkspaces(visible: boolean): void {
    this.#onAllWorkspaces = visible;
  }

  isVisibleOnAllWorkspaces(): boolean {
    return this.#onAllWorkspaces;
  }

  setProgressBar(): void {
    // No taskbar entry of its own.
  }

  setOverlayIcon(): void {
    // No taskbar entry of its own.
  }

  flashFrame(): void {
    // No taskbar entry of its own.
  }

  setContentProtection(): void {
    // Windows and macOS only in Electron too.
  }

  setTitleBarOverlay(): void {
    // Chromium draws its own title bar.
  }

  setResizable(resizable: boolean): void {
    this.#resizable = resizable;
  }

  isResizable(): boolean {
    return this.#resizable;
  }

  getParentWindow(): Electron.BrowserWindow | null {
    return this.#parent;
  }

  isModal(): boolean {
    return this.#modal;
  }

  isEnabled(): boolean {
    return true;
  }
}

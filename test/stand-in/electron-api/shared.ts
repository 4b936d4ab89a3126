import type * as Electron from 'electron';
import type { Runtime } from '../runtime/runtime.ts';
import type { BrowserWindow } from './browser-window.ts';
import type { IpcMain } from './ipc-main.ts';
import type { Screen } from './screen.ts';
import type { Session, Sessions } from './session.ts';
import type { WebContents } from './web-contents.ts';

/** What the modules of Electron's API know of each other in one process. */
export type Shared = {
  readonly runtime: Runtime;
  readonly ipcMain: IpcMain;
  readonly sessions: Sessions;
  readonly windows: Set<BrowserWindow>;
  readonly contents: Set<WebContents>;
  readonly emitApp: (event: string, ...args: readonly unknown[]) => boolean;
  /** The media features every page sees, such as `prefers-color-scheme`. */
  readonly mediaFeatures: () => { readonly name: string; readonly value: string }[];
  /** Called when the last window has closed. */
  readonly onAllWindowsClosed: () => void;
  readonly screen: Screen;
  readonly imageFromPng: (png: Buffer) => Electron.NativeImage;
  /** Hands an address a page leaves for to another program. */
  readonly openExternal: (url: string) => void;
};

export type ContentsOptions = {
  readonly session: Session;
  readonly preloadPaths: readonly string[];
  readonly additionalArguments: readonly string[];
  readonly zoomFactor: number;
  /** The address new windows get from Chromium are placed by the window that owns the contents. */
  readonly bounds: () => { x: number; y: number; width: number; height: number };
  readonly onPageOpened: () => Promise<void>;
  readonly onPageGone: () => void;
  /** Called when the user may have done something to Chromium's window. */
  readonly onWindowChanged: (focused: boolean) => void;
};

import { BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions } from 'electron';
import type { AppEvent } from '../../shared/contract/index.ts';
import { eventChannel } from '../../shared/contract/bridge.ts';
import { language } from '../../shared/strings/language.ts';
import type { Clock, Log } from '../core/ports.ts';
import { bundle } from './bundle.ts';
import appIcon from './icons/app.png?asset';
import { mendPage } from './page-trouble.ts';

/** A window with one of our pages in it. */
export type PageWindow = {
  readonly window: BrowserWindow;
  /** Delivers an event; a page that is still loading gets it when it has loaded. */
  send(event: AppEvent): void;
  /** Whether messages from these WebContents are from this page. */
  isOurs(contentsId: number): boolean;
};

export type PageTools = {
  readonly address: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly devTools: boolean;
  /** The page broke and is being loaded again: what it showed is gone with it. */
  readonly onOpenedAgain?: () => void;
};

/** The colour of an empty window, so that none flashes white in the dark: the pages' own. */
const background = { light: '#f3f3f6', dark: '#131317' } as const;

/** Makes a hidden window and loads its page: the one place where windows are made. */
export function openPageWindow(
  options: Omit<BrowserWindowConstructorOptions, 'show' | 'webPreferences' | 'backgroundColor'>,
  tools: PageTools & { readonly staysAwake?: boolean },
): PageWindow {
  const window = new BrowserWindow({
    ...options,
    show: false,
    title: 'Sidetone',
    icon: appIcon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload: bundle.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: tools.devTools,
      backgroundThrottling: tools.staysAwake !== true,
    },
  });
  const send = createSender(window);
  mendPage(window, {
    clock: tools.clock,
    log: tools.log,
    openAgain() {
      load(window, tools);
      tools.onOpenedAgain?.();
    },
  });
  load(window, tools);
  return {
    window,
    send,
    isOurs: (contentsId) => !window.isDestroyed() && window.webContents.id === contentsId,
  };
}

function createSender({ webContents: contents }: BrowserWindow): PageWindow['send'] {
  const waiting: AppEvent[] = [];
  // The moment at which `isLoading` turns false, so that nothing falls between the two.
  contents.on('did-stop-loading', () => {
    for (const event of waiting.splice(0)) contents.send(eventChannel, event);
  });
  return (event) => {
    if (contents.isDestroyed()) return;
    if (contents.isLoading()) waiting.push(event);
    else contents.send(eventChannel, event);
  };
}

/** A page begins in the language of now: nothing is first shown in another. */
function load(window: BrowserWindow, { address, log }: PageTools): void {
  window.loadURL(`${address}?language=${language()}`).catch((error: unknown) => {
    log.error('the window did not load', error);
  });
}

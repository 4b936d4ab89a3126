import { createCardWindow } from '../../../main/shell/card-window.ts';
import { createQuickWindow } from '../../../main/shell/quick-window.ts';
import { createShellMemory } from '../../../main/shell/shell-state.ts';
import { createMainWindow } from '../../../main/shell/window.ts';
import { BrowserWindow } from './electron.ts';
import { keepLog } from './log.ts';

/** Makes every window that the app has, as a packaged one does, and answers what it asked for. */
export function openEveryWindow(): readonly BrowserWindow[] {
  BrowserWindow.made.length = 0;
  const log = keepLog();
  const clock = { now: () => 0, schedule: () => () => undefined };
  const file = { read: () => ({}), write: () => undefined, keptAs: undefined };
  createMainWindow({
    memory: createShellMemory(file),
    clock,
    log,
    devTools: false,
    quit: () => undefined,
    whenClosed: () => 'close',
    whenShown: () => undefined,
    whenGone: () => undefined,
  }).show();
  const tools = { clock, log, devTools: false, platform: 'linux' } as const;
  createCardWindow(tools).prepare();
  createQuickWindow(tools).prepare();
  return BrowserWindow.made;
}

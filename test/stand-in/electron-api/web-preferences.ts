import type * as Electron from 'electron';
import type { Runtime } from '../runtime/runtime.ts';

/** Windows the stand-in could not make as safe, or as open, as Electron would are not made at all. */
export function checkOptions(
  runtime: Runtime,
  options: Electron.BrowserWindowConstructorOptions,
): void {
  if (!runtime.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
  const preferences = options.webPreferences ?? {};
  const refused =
    (preferences.contextIsolation === false && 'contextIsolation: false') ||
    (preferences.sandbox === false && 'sandbox: false') ||
    (preferences.nodeIntegration === true && 'nodeIntegration: true') ||
    (preferences.nodeIntegrationInWorker === true && 'nodeIntegrationInWorker: true') ||
    (preferences.nodeIntegrationInSubFrames === true && 'nodeIntegrationInSubFrames: true') ||
    (preferences.webviewTag === true && 'webviewTag: true') ||
    (preferences.webSecurity === false && 'webSecurity: false');
  if (!refused) return;
  throw new Error(`Sidetone's stand-in runtime does not offer windows with ${refused}`);
}

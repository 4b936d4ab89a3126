import { Menu, nativeImage, nativeTheme, Tray, type NativeImage } from 'electron';
import type { Route } from '../../shared/model/app.ts';
import { strings } from '../../shared/strings/strings.ts';
import type { Log } from '../core/ports.ts';
import colourIcon from './icons/tray-colour.png?asset';
import darkIcon from './icons/tray-dark.png?asset';
import lightIcon from './icons/tray-light.png?asset';
import templateIcon from './icons/tray-template.png?asset';

const notifications = strings.notifications;

export type TrayTools = {
  readonly open: () => void;
  /** Opens the small window for a text. */
  readonly quickText: () => void;
  readonly navigate: (to: Route) => void;
  readonly quit: () => void;
  readonly log: Log;
};

const words = notifications.tray;

/**
 * Puts Sidetone into the tray until the app ends; answers whether the system took the icon, which on
 * Linux does not mean that anyone sees it (see `hasTrayHost`).
 */
export function createTray(tools: TrayTools): boolean {
  try {
    const tray = new Tray(trayIcon());
    tray.setToolTip('Sidetone');
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.open, click: tools.open },
        { type: 'separator' },
        { label: words.quickText, click: tools.quickText },
        { label: words.newCall, click: () => tools.navigate({ screen: 'calls' }) },
        {
          label: words.newText,
          click: () => tools.navigate({ screen: 'messages', compose: true }),
        },
        { type: 'separator' },
        { label: words.quit, click: tools.quit },
      ]),
    );
    // On a Mac a click opens the menu, as it does for every other icon there.
    if (process.platform !== 'darwin') tray.on('click', tools.quickText);
    // Told on Windows alone: the second click of two brings the window behind the small one.
    if (process.platform === 'win32') tray.on('double-click', tools.open);
    nativeTheme.on('updated', () => tray.setImage(trayIcon()));
    return true;
  } catch (error) {
    tools.log.error('there is no tray icon', error);
    return false;
  }
}

/** A Mac tints a template itself; Windows tells its taskbar's theme; no Linux panel tells its own. */
function trayIcon(): NativeImage {
  if (process.platform === 'darwin') {
    const image = nativeImage.createFromPath(templateIcon).resize({ height: 18 });
    image.setTemplateImage(true);
    return image;
  }
  if (process.platform === 'win32') {
    const dark = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
    return nativeImage.createFromPath(dark ? lightIcon : darkIcon);
  }
  return nativeImage.createFromPath(colourIcon);
}

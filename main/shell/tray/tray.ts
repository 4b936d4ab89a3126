import { Menu, nativeTheme, Tray } from 'electron';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { TrayView } from '../../../shared/model/tray.ts';
import type { Log } from '../../core/ports.ts';
import type { Palette } from './art.ts';
import { blankFace, toFace, type Face } from './face.ts';
import { trayIcon } from './icon.ts';
import { trayMenu, type TrayDeeds } from './menu.ts';
import { trayTooltip } from './tooltip.ts';

export type TrayTools = {
  readonly deeds: TrayDeeds;
  readonly now: () => EpochMs;
  readonly platform: NodeJS.Platform;
  readonly log: Log;
};

/** Sidetone's icon in the tray. */
export type TrayIcon = {
  /** Shows how things stand; undefined while that is not known. */
  show(view: TrayView | undefined): void;
  /** Draws all of it anew: the language has changed, or the system has changed something in it. */
  drawAnew(): void;
};

/**
 * Puts Sidetone into the tray until the app ends. Undefined when the system refuses the icon; that it
 * took it does not mean, on Linux, that anyone sees it (see `hasTrayHost`).
 */
export function createTray(tools: TrayTools): TrayIcon | undefined {
  const { deeds, platform, log } = tools;
  try {
    const tray = new Tray(trayIcon(blankFace, paletteOf(platform), platform));
    const icon = createDrawing(tray, tools);
    // On a Mac a click opens the menu, as it does for every other icon there.
    if (platform !== 'darwin') tray.on('click', deeds.text);
    // Told on Windows alone: the second click of two brings the window behind the small one.
    if (platform === 'win32') tray.on('double-click', deeds.open);
    nativeTheme.on('updated', icon.drawAnew);
    icon.show(undefined);
    return icon;
  } catch (error) {
    log.error('there is no tray icon', error);
    return undefined;
  }
}

/** Sets of the icon what has changed: a menu that is set anew closes where it is open. */
function createDrawing(tray: Tray, { deeds, now, platform }: TrayTools): TrayIcon {
  let shown: TrayView | undefined;
  let drawn = '';
  let listed = '';

  const drawFace = (face: Face): void => {
    const palette = paletteOf(platform);
    const key = `${face.state} ${face.count} ${palette}`;
    if (key === drawn) return;
    drawn = key;
    tray.setImage(trayIcon(face, palette, platform));
    // Beside the icon, where a Mac has room for it.
    if (platform === 'darwin') tray.setTitle(face.count > 0 ? String(face.count) : '');
  };
  const draw = (): void => {
    drawFace(shown === undefined ? blankFace : toFace(shown));
    tray.setToolTip(trayTooltip(shown));
    const template = trayMenu(shown, deeds, now);
    const key = JSON.stringify(template);
    if (key === listed) return;
    listed = key;
    // A panel on Linux knows only menus that it was given: changed items would stay as they were.
    tray.setContextMenu(Menu.buildFromTemplate(template));
  };
  return {
    show(view) {
      shown = view;
      draw();
    },
    drawAnew() {
      listed = '';
      draw();
    },
  };
}

/** A Mac tints a template itself; Windows tells its taskbar's theme; no Linux panel tells its own. */
function paletteOf(platform: NodeJS.Platform): Palette {
  if (platform === 'darwin') return 'template';
  if (platform !== 'win32') return 'colour';
  return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI ? 'light' : 'dark';
}

import { app } from 'electron';
import { strings } from '../../../shared/strings/strings.ts';
import type { MainWindow } from '../window.ts';
import { badgeIcon } from './icon.ts';

const words = strings.desktop.told;

/**
 * Answers what puts the number of things that wait onto the Dock's icon, the task bar's on Windows,
 * and that of Linux desktops which have such a thing.
 */
export function createBadge(
  window: Pick<MainWindow, 'setOverlay'>,
  platform: NodeJS.Platform,
): (count: number) => void {
  let shown = 0;
  return (count) => {
    if (count === shown) return;
    shown = count;
    if (platform !== 'win32') {
      app.setBadgeCount(count);
    } else if (count === 0) {
      window.setOverlay(undefined);
    } else {
      window.setOverlay({ image: badgeIcon(count), description: words.waiting(count) });
    }
  };
}

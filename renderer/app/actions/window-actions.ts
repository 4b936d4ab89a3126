import type { WindowRole } from '../../../shared/model/app.ts';
import type { ShortcutId } from '../../../shared/shortcuts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../bridge.ts';
import type { Action } from './action.ts';
import { tellOutcome } from './news.ts';

const { menu } = strings.desktop;
const { keywords } = strings.actions;

/** What the menu bar does with the window itself, for those who do not look there. */
export function windowActions(): readonly Action[] {
  return [
    windowAction('zoomIn', menu.roles.zoomIn, keywords.zoomIn, 'zoom-in'),
    windowAction('zoomOut', menu.roles.zoomOut, keywords.zoomOut, 'zoom-out'),
    windowAction('resetZoom', menu.roles.resetZoom, keywords.resetZoom, 'zoom-reset'),
    windowAction('togglefullscreen', menu.roles.togglefullscreen, keywords.fullScreen),
    windowAction('minimize', menu.roles.minimize, keywords.minimize),
    windowAction('close', menu.roles.close, keywords.close, 'close-window'),
    windowAction('quit', menu.quitNamed, keywords.quit, 'quit'),
  ];
}

function windowAction(
  role: WindowRole,
  label: string,
  hiddenWords: string,
  shortcut?: ShortcutId,
): Action {
  return {
    id: `window-${role}`,
    group: 'window',
    label,
    keywords: hiddenWords,
    shortcut,
    run: () => void tellOutcome(call('app.run-role', { role }), {}),
  };
}

import { nativeTheme } from 'electron';
import type { Settings } from '../../shared/model/app.ts';

/** Makes the system's own parts (menus, title bar, the page's idea of the system) follow the setting. */
export function applyTheme({ theme }: Pick<Settings, 'theme'>): void {
  nativeTheme.themeSource = theme;
}

import { nativeTheme } from 'electron';
import type { Settings } from '../../shared/model/app.ts';
import type { Host } from './host.ts';

/** Makes the system's own parts (menus, title bar, the page's idea of the system) follow the setting. */
export function followTheme(host: Host): void {
  const apply = async (): Promise<void> => {
    const result = await host.call('settings.get', undefined);
    // The router answers what the contract says: Settings.
    if (result.ok) nativeTheme.themeSource = (result.value as Settings).theme;
  };
  host.on((event) => {
    if (event.name === 'changed' && event.topics.some(({ area }) => area === 'settings')) {
      void apply();
    }
  });
}

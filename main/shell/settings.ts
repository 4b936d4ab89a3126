import type { AppEvent, CallName } from '../../shared/contract/index.ts';
import type { Settings } from '../../shared/model/app.ts';
import type { Host } from './host.ts';

/** Hands the settings of the open profile to those who follow them, now and after every change. */
export function followSettings(
  host: Pick<Host, 'call' | 'on'>,
  followers: readonly ((settings: Settings) => void)[],
): void {
  const read = async (): Promise<void> => {
    const result = await host.call('settings.get' satisfies CallName, undefined);
    if (!result.ok) return;
    // The router answers what the contract says: Settings.
    for (const follow of followers) follow(result.value as Settings);
  };
  host.on((event) => {
    if (concernsSettings(event)) void read();
  });
}

function concernsSettings(event: AppEvent): boolean {
  return event.name === 'changed' && event.topics.some(({ area }) => area === 'settings');
}

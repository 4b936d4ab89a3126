import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { SettingsService } from './service.ts';

/** Answers the contract's `settings.*`. */
export function createSettingsHandlers(
  settings: SettingsService,
): Handlers<'settings.get' | 'settings.set'> {
  return {
    'settings.get': () => ok(settings.get()),
    'settings.set': (patch) => {
      // A field that is there but undefined was not chosen either; null takes a choice back.
      const chosen = Object.entries(patch)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, value ?? undefined] as const);
      return settings.set(Object.fromEntries(chosen));
    },
  };
}

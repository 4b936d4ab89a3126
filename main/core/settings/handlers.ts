import { settingsPatch } from '../../../shared/contract/app.ts';
import type { Settings } from '../../../shared/model/app.ts';
import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import { personalNames } from './defaults.ts';
import type { SettingsFiles } from './files.ts';
import type { SettingsService } from './service.ts';

/** What *Reset all* takes back: every choice but those that belong to the account and the computer. */
const everyName = (Object.keys(settingsPatch.shape) as (keyof Settings)[]).filter(
  (name) => !personalNames.includes(name),
);

/** Answers the contract's `settings.*`. */
export function createSettingsHandlers(
  settings: SettingsService,
  files: SettingsFiles,
): Handlers<
  | 'settings.get'
  | 'settings.set'
  | 'settings.get-standing'
  | 'settings.reset'
  | 'settings.export'
  | 'settings.read-file'
  | 'settings.apply-file'
> {
  return {
    'settings.get': () => ok(settings.get()),
    'settings.set': (patch) => {
      // A field that is there but undefined was not chosen either; null takes a choice back.
      const chosen = Object.entries(patch)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, value ?? undefined] as const);
      return settings.set(Object.fromEntries(chosen));
    },
    'settings.get-standing': () => ok(settings.getStanding()),
    'settings.reset': ({ names = everyName }) => settings.reset(names),
    'settings.export': files.write,
    'settings.read-file': files.read,
    'settings.apply-file': ({ id }) => files.apply(id),
  };
}

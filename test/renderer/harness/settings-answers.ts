import type { Settings } from '../../../shared/model/app.ts';
import type { SettingsFileDraft } from '../../../shared/model/settings.ts';
import { failure } from '../../../shared/failure.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';
import { usualSettings } from './usual-settings.ts';

/** A file that changes two settings and is wrong about two others. */
export const settingsFile: SettingsFileDraft = {
  id: 'file',
  fileName: 'sidetone-settings.json',
  changes: [
    { name: 'density', before: 'comfortable', after: 'compact' },
    { name: 'ownWords', before: [], after: ['escrow', 'HELOC'] },
  ],
  same: 30,
  skipped: [
    { name: 'undoSeconds', because: 'invalid' },
    { name: 'ringTone', because: 'unknown' },
  ],
  isNewer: true,
};

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What main answers about the settings. */
export function settingsAnswers(world: FakeWorld, touch: () => void): Answers {
  const change = (patch: Partial<Settings>) => {
    world.settings = { ...world.settings, ...patch };
    touch();
    return ok(world.settings);
  };
  const names = Object.keys(usualSettings) as (keyof Settings)[];
  return {
    'settings.get': () => ok(world.settings),
    'settings.set': (patch: Partial<Settings>) => {
      const field = world.locked.find((name) => name in patch);
      if (field) return fail(failure('rejected', 'settings.locked', { field }));
      world.settings = { ...world.settings, ...patch };
      return ok(world.settings);
    },
    'settings.get-standing': () =>
      ok({
        locked: world.locked,
        changed: names.filter((name) => !isSame(world.settings[name], usualSettings[name])),
      }),
    'settings.reset': (input: { names?: readonly (keyof Settings)[] }) =>
      change(Object.fromEntries((input.names ?? names).map((name) => [name, usualSettings[name]]))),
    'settings.export': () => ok({ fileName: 'sidetone-settings.json' }),
    'settings.read-file': () => ok(world.settingsFile),
    'settings.apply-file': () =>
      change(
        Object.fromEntries(world.settingsFile.changes.map(({ name, after }) => [name, after])),
      ),
  };
}

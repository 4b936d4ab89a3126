import { z } from 'zod';
import type { Settings } from '../model/app.ts';
import type { SettingsFileDraft, SettingsStanding } from '../model/settings.ts';
import { settingsPatch } from './app.ts';
import { call } from './define.ts';
import { nothing } from './fields.ts';

const settingName = settingsPatch.keyof();

export const settingsContract = {
  'settings.get-standing': call(nothing).returns<SettingsStanding>(),
  /** Back to what holds by default: these, or all that a window may set. */
  'settings.reset': call(
    z.strictObject({ names: z.array(settingName).max(100).optional() }),
  ).returns<Settings>(),
  /** Asks where to, and writes what is chosen; undefined when the user thought better of it. */
  'settings.export': call(nothing).returns<{ readonly fileName: string } | undefined>(),
  /** Asks for a file and says what it would change; undefined when none was chosen. */
  'settings.read-file': call(nothing).returns<SettingsFileDraft | undefined>(),
  /** Changes what the file that was read last names. */
  'settings.apply-file': call(z.strictObject({ id: z.string().max(64) })).returns<Settings>(),
};

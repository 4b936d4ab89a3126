import { z } from 'zod';
import { settingsPatch } from '../../../shared/contract/app.ts';
import { checkCrmAddress } from '../../../shared/crm.ts';
import { failure } from '../../../shared/failure.ts';
import type { Settings } from '../../../shared/model/app.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Events } from '../events.ts';
import type { Log, SettingsStore } from '../ports.ts';

/** What the file holds: what a window may set, and what only a dialog of the system's chooses. */
const storedSettings = settingsPatch.extend({ backupFolder: z.string().min(1).optional() });

const defaults: Settings = {
  theme: 'system',
  density: 'comfortable',
  callFrom: undefined,
  smsFrom: undefined,
  // Below the ports that systems hand out by themselves, so that it is rarely taken.
  signInPort: 17_845,
  outcomes: ['Reached', 'Left voicemail', 'No answer', 'Wrong number', 'Call back'],
  backupFolder: undefined,
  backupDays: 3,
  backupWeeks: 4,
  keepMonths: undefined,
  keepMediaMonths: undefined,
  mediaCacheMb: 1_024,
  callAtOnce: false,
  showIncoming: true,
  crmAddress: undefined,
  textBack: [
    'In a meeting, I will call you at …',
    'I cannot talk right now. What is it about?',
    'I will call you back in ten minutes.',
  ],
  shortcut: undefined,
  undoSeconds: 5,
  textPrices: undefined,
  stopWords: [],
  firstTextSentence: undefined,
  askQuietTexts: true,
  spellCheck: true,
  ownWords: [],
  ownFields: [],
  notifyTexts: true,
  notifyMissedCalls: true,
  notifyVoicemails: true,
  hideTextInNotifications: false,
  notificationSound: true,
  repeatMinutes: undefined,
  quickTextShortcut: undefined,
  language: 'system',
  closeToTray: true,
  openAtLogin: false,
  apiEnabled: false,
  apiPort: 17_846,
  apiOrigins: [],
  checkForUpdates: true,
  updateChannel: 'stable',
  askedForLinks: false,
};

export type SettingsService = {
  get(): Settings;
  /** Changes what the patch names; nothing is changed when the file cannot be written. */
  set(patch: Partial<Settings>): Result<Settings>;
  /** Where a settings file that could not be read has been kept, if that happened. */
  readonly damagedKeptAs: string | undefined;
};

/** The user's choices, read once; a value that makes no sense counts as not chosen. */
export function createSettings(deps: {
  readonly store: SettingsStore;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
}): SettingsService {
  const { value, damaged } = deps.store.read();
  let settings = readSettings(value);
  return {
    get: () => settings,
    set(patch) {
      const { crmAddress } = patch;
      const checked = crmAddress === undefined ? ok() : checkCrmAddress(crmAddress);
      if (!checked.ok) return checked;
      const next: Settings = { ...settings, ...patch };
      try {
        deps.store.write(next);
      } catch (error) {
        deps.log.error('the settings could not be written', error);
        return fail(failure('internal', 'settings.not-saved'));
      }
      settings = next;
      deps.events.changed({ area: 'settings' });
      return ok(settings);
    },
    damagedKeptAs: damaged?.keptAs,
  };
}

/** Field by field, so that one bad value does not cost the others. */
function readSettings(value: unknown): Settings {
  const stored: Record<string, unknown> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const read = <Name extends keyof Settings>(name: Name): Settings[Name] => {
    const { data } = storedSettings.shape[name].safeParse(stored[name]);
    return (data ?? defaults[name]) as Settings[Name];
  };
  const names = Object.keys(defaults) as (keyof Settings)[];
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Settings;
}

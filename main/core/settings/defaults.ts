import type { Settings } from '../../../shared/model/app.ts';
import type { Language } from '../../../shared/strings/language.ts';
import { wordsIn } from '../../../shared/strings/strings.ts';

/** What holds until somebody chooses otherwise, in their language. */
export function defaultSettings(language: Language): Settings {
  const { outcomes, textBack } = wordsIn(language).usual;
  return { ...plainDefaults, outcomes, textBack };
}

const plainDefaults: Omit<Settings, 'outcomes' | 'textBack'> = {
  theme: 'system',
  density: 'comfortable',
  callFrom: undefined,
  smsFrom: undefined,
  // Below the ports that systems hand out by themselves, so that it is rarely taken.
  signInPort: 17_845,
  backupFolder: undefined,
  backupDays: 3,
  backupWeeks: 4,
  keepMonths: undefined,
  keepMediaMonths: undefined,
  mediaCacheMb: 1_000,
  callAtOnce: false,
  showIncoming: true,
  crmAddress: undefined,
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

/** What belongs to an account or a computer, or is no choice: files and administrators leave it alone. */
export const personalNames: readonly (keyof Settings)[] = [
  'callFrom',
  'smsFrom',
  'backupFolder',
  'askedForLinks',
];

export const settingNames = Object.keys(defaultSettings('en')) as readonly (keyof Settings)[];

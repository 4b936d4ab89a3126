import type { Settings } from '../../../shared/model/app.ts';

/** What holds until somebody chooses otherwise. */
export const defaultSettings: Settings = {
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

/** What belongs to an account or a computer, or is no choice: files and administrators leave it alone. */
export const personalNames: readonly (keyof Settings)[] = [
  'callFrom',
  'smsFrom',
  'backupFolder',
  'askedForLinks',
];

export const settingNames = Object.keys(defaultSettings) as readonly (keyof Settings)[];

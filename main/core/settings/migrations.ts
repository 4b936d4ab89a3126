/** The fields of a settings file, as they were read. */
export type Fields = Readonly<Record<string, unknown>>;

/** Brings the fields of one version to the next; the version itself is no field. */
export type Step = (fields: Fields) => Fields;

/**
 * What version 0 wrote for somebody who had chosen nothing: it wrote every field. Frozen; later defaults
 * are not added here.
 */
const writtenByVersion0: Fields = {
  theme: 'system',
  density: 'comfortable',
  signInPort: 17_845,
  outcomes: ['Reached', 'Left voicemail', 'No answer', 'Wrong number', 'Call back'],
  backupDays: 3,
  backupWeeks: 4,
  mediaCacheMb: 1_024,
  callAtOnce: false,
  showIncoming: true,
  textBack: [
    'In a meeting, I will call you at …',
    'I cannot talk right now. What is it about?',
    'I will call you back in ten minutes.',
  ],
  undoSeconds: 5,
  stopWords: [],
  askQuietTexts: true,
  spellCheck: true,
  ownWords: [],
  ownFields: [],
  notifyTexts: true,
  notifyMissedCalls: true,
  notifyVoicemails: true,
  hideTextInNotifications: false,
  notificationSound: true,
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

/** 0 → 1: a file holds what was chosen and nothing else, so that later defaults and an administrator's reach it. */
const keepWhatWasChosen: Step = (fields) =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(writtenByVersion0[name]),
    ),
  );

/** The step from version n to n + 1 stands at n. Append only: files of every version are out there. */
export const steps: readonly Step[] = [keepWhatWasChosen];

/** The version this Sidetone writes. */
export const currentVersion = steps.length;

/** The fields of a file as this version has them; those of a newer version stay as they are. */
export function migrate(fields: Fields, version: number): Fields {
  return steps.slice(version).reduce((before, step) => step(before), fields);
}

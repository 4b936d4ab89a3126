import { z } from 'zod';
import { originShape } from '../api-origin.ts';
import { windowRoles, type AppInfo, type Notice, type Settings } from '../model/app.ts';
import { languages } from '../strings/language.ts';
import { call } from './define.ts';
import { route } from './events.ts';
import { nothing } from './fields.ts';

/** What may be changed of the settings; also how the file is read back. */
export const settingsPatch = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  callFrom: z.string().min(1).max(64).nullish(),
  smsFrom: z.string().min(1).max(20).nullish(),
  signInPort: z.int().min(1024).max(65_535).optional(),
  outcomes: z.array(z.string().trim().min(1).max(60)).max(30).optional(),
  backupDays: z.int().min(0).max(31).optional(),
  backupWeeks: z.int().min(0).max(52).optional(),
  keepMonths: z.int().min(1).max(240).nullish(),
  keepMediaMonths: z.int().min(1).max(240).nullish(),
  mediaCacheMb: z.int().min(0).max(100_000).optional(),
  callAtOnce: z.boolean().optional(),
  showIncoming: z.boolean().optional(),
  crmAddress: z.string().trim().min(1).max(500).nullish(),
  textBack: z.array(z.string().trim().min(1).max(300)).max(12).optional(),
  shortcut: z.string().min(1).max(64).nullish(),
  undoSeconds: z.int().min(0).max(10).optional(),
  textPrices: z
    .strictObject({
      segment: z.number().min(0).max(100),
      media: z.number().min(0).max(100),
      currency: z.string().regex(/^[A-Z]{3}$/),
    })
    .nullish(),
  stopWords: z.array(z.string().trim().min(1).max(30)).max(30).optional(),
  firstTextSentence: z.string().trim().min(1).max(200).nullish(),
  askQuietTexts: z.boolean().optional(),
  spellCheck: z.boolean().optional(),
  ownWords: z.array(z.string().trim().min(1).max(60)).max(5000).optional(),
  ownFields: z
    .array(
      z.strictObject({ name: z.string().trim().min(1).max(30), value: z.string().trim().max(200) }),
    )
    .max(30)
    .optional(),
  notifyTexts: z.boolean().optional(),
  notifyMissedCalls: z.boolean().optional(),
  notifyVoicemails: z.boolean().optional(),
  hideTextInNotifications: z.boolean().optional(),
  notificationSound: z.boolean().optional(),
  repeatMinutes: z.int().min(1).max(240).nullish(),
  quickTextShortcut: z.string().min(1).max(64).nullish(),
  language: z.enum(['system', ...languages]).optional(),
  closeToTray: z.boolean().optional(),
  openAtLogin: z.boolean().optional(),
  apiEnabled: z.boolean().optional(),
  apiPort: z.int().min(1024).max(65_535).optional(),
  apiOrigins: z.array(z.string().max(200).regex(originShape)).max(20).optional(),
  checkForUpdates: z.boolean().optional(),
  updateChannel: z.enum(['stable', 'beta']).optional(),
  askedForLinks: z.boolean().optional(),
});

export const appContract = {
  'app.info': call(nothing).returns<AppInfo>(),
  /** Brings the main window to the front at a place: how the small window hands over. */
  'app.open': call(z.strictObject({ to: route })).returns<void>(),
  /** Where the main window is, so that it comes back there; `isBusy`: something is written nowhere else. */
  'app.note-place': call(z.strictObject({ to: route, isBusy: z.boolean() })).returns<void>(),
  /** Does with the main window what the menu bar would; `quit` ends Sidetone. */
  'app.run-role': call(z.strictObject({ role: z.enum(windowRoles) })).returns<void>(),
  'app.list-notices': call(nothing).returns<readonly Notice[]>(),
  'app.dismiss-notice': call(z.strictObject({ id: z.string().max(64) })).returns<void>(),
  'settings.get': call(nothing).returns<Settings>(),
  'settings.set': call(settingsPatch).returns<Settings>(),
};

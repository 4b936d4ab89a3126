import type { CallId, CallListId, ContactId, EpochMs, ThreadId, VoicemailId } from './ids.ts';

import type { LanguageChoice } from '../strings/language.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';
/** Which versions are offered: those for everybody, or those before them as well. */
export type UpdateChannel = 'stable' | 'beta';

/** What the menu bar has the system do with the window, by Electron's names for it (`MenuItem.role`). */
export const windowRoles = [
  'zoomIn',
  'zoomOut',
  'resetZoom',
  'togglefullscreen',
  'minimize',
  'close',
  'quit',
] as const;
export type WindowRole = (typeof windowRoles)[number];

/** Prices in a currency (ISO 4217). */
export type TextPrices = {
  readonly segment: number;
  readonly media: number;
  readonly currency: string;
};

/** What the user has chosen; every field has a default, a damaged file means all of them. */
export type Settings = {
  readonly theme: Theme;
  readonly density: Density;
  /** The phone RingOut rings first, when the user chose one (a PhoneId). */
  readonly callFrom: string | undefined;
  /** The number texts are sent from, when the user chose one (E.164). */
  readonly smsFrom: string | undefined;
  /** The loopback port that the browser brings a sign-in back to; the app's redirect URI names it. */
  readonly signInPort: number;
  /** What a call can be noted as, in the order they are offered. */
  readonly outcomes: readonly string[];
  /** Where backups go, when the user chose a folder. */
  readonly backupFolder: string | undefined;
  /** How many days, and then weeks, have a backup of their own. */
  readonly backupDays: number;
  readonly backupWeeks: number;
  /** Texts, calls and voicemails older than this many months are dropped; undefined: never. */
  readonly keepMonths: number | undefined;
  /** The same for media kept on this computer. */
  readonly keepMediaMonths: number | undefined;
  /** How much of this computer recordings and voicemails may take. */
  readonly mediaCacheMb: number;
  /** `tel:` links call at once, but for numbers that are asked about. */
  readonly callAtOnce: boolean;
  /** Incoming calls show a card. */
  readonly showIncoming: boolean;
  /** The address of a person in the CRM, with `{number}`, `{name}` or `{email}` in it. */
  readonly crmAddress: string | undefined;
  /** What *Text back* offers, in this order. */
  readonly textBack: readonly string[];
  /** The global shortcut that proposes the number in the clipboard or the selection. */
  readonly shortcut: string | undefined;
  /** Seconds a text is held so that it can be taken back: 0 to 10. */
  readonly undoSeconds: number;
  /** What a segment of a text, and a text with files, cost the user; undefined: nothing is said. */
  readonly textPrices: TextPrices | undefined;
  /** Answers of one word that mean *no more texts*, beside those that US carriers honour. */
  readonly stopWords: readonly string[];
  /** Added below the first text to someone; undefined: nothing is. */
  readonly firstTextSentence: string | undefined;
  /** Texts outside 8:00 to 21:00 at the recipient's place ask first. */
  readonly askQuietTexts: boolean;
  readonly spellCheck: boolean;
  /** Words that are no mistakes. */
  readonly ownWords: readonly string[];
  /** Fields of templates beside the built-in ones, with what they say unless told otherwise. */
  readonly ownFields: readonly { readonly name: string; readonly value: string }[];
  readonly notifyTexts: boolean;
  readonly notifyMissedCalls: boolean;
  readonly notifyVoicemails: boolean;
  /** Notifications name nobody and quote nothing. */
  readonly hideTextInNotifications: boolean;
  readonly notificationSound: boolean;
  /** Minutes after which what is unread is told again; undefined: never. */
  readonly repeatMinutes: number | undefined;
  /** The global shortcut that opens the small window for a text. */
  readonly quickTextShortcut: string | undefined;
  readonly language: LanguageChoice;
  /** A closed window leaves Sidetone running in the tray, where there is one. */
  readonly closeToTray: boolean;
  /** Sidetone starts, in the tray, when the user signs in to the computer. */
  readonly openAtLogin: boolean;
  /** Other programs of this computer may ask Sidetone to call and text, each with a token. */
  readonly apiEnabled: boolean;
  /** The loopback port they ask at. */
  readonly apiPort: number;
  /** Origins of web pages that may ask (`https://crm.example`). */
  readonly apiOrigins: readonly string[];
  readonly checkForUpdates: boolean;
  readonly updateChannel: UpdateChannel;
  /** The user has been asked whether Sidetone is to open `tel:` links. */
  readonly askedForLinks: boolean;
};

/** Something that happened to the user's files and that they have to know, until dismissed. */
export type Notice = {
  readonly id: string;
  readonly at: EpochMs;
  readonly message:
    | 'archive-damaged'
    | 'archive-foreign'
    | 'settings-damaged'
    | 'policy-ignored'
    | 'policy-partly'
    | 'backup-failed'
    | 'archive-restored'
    | 'caller-id-gone';
  readonly params: Readonly<Record<string, string | number>>;
};

/** What this copy of Sidetone is and where it keeps things. */
export type AppInfo = {
  readonly version: string;
  readonly platform: string;
  readonly runtime: string;
  readonly profileFolder: string;
  /** False in a copy that is being worked on. */
  readonly isPackaged: boolean;
};

/** A place in the window that main can send the user to (tray, menu, notification). */
export type Route =
  | {
      readonly screen: 'calls';
      readonly callId?: CallId | undefined;
      /** With the caret in the dialer. */
      readonly dial?: boolean | undefined;
    }
  | {
      readonly screen: 'messages';
      readonly threadId?: ThreadId | undefined;
      readonly compose?: boolean | undefined;
      /** Recipients of a text that is begun; with `body`, what it begins with. Nothing is sent. */
      readonly to?: readonly string[] | undefined;
      readonly body?: string | undefined;
    }
  | { readonly screen: 'voicemail'; readonly voicemailId?: VoicemailId }
  | {
      readonly screen: 'contacts';
      readonly contactId?: ContactId | undefined;
      /** A new contact is begun with this number. */
      readonly newNumber?: string | undefined;
    }
  | { readonly screen: 'call-lists'; readonly callListId?: CallListId | undefined }
  | { readonly screen: 'follow-ups' }
  | { readonly screen: 'search' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'diagnostics' };

/** A page of a list that is read by keyset: pass `next` back to get the page after it. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | undefined };

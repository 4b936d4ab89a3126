import type { EpochMs, ThreadId } from './ids.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

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
};

/** Something that happened to the user's files and that they have to know, until dismissed. */
export type Notice = {
  readonly id: string;
  readonly at: EpochMs;
  readonly message: 'archive-damaged' | 'archive-foreign' | 'settings-damaged';
  readonly params: Readonly<Record<string, string | number>>;
};

/** What this copy of Sidetone is and where it keeps things. */
export type AppInfo = {
  readonly version: string;
  readonly platform: string;
  readonly runtime: string;
  readonly profileFolder: string;
};

/** A place in the window that main can send the user to (tray, menu, notification). */
export type Route =
  | { readonly screen: 'calls' }
  | { readonly screen: 'messages'; readonly threadId?: ThreadId; readonly compose?: boolean }
  | { readonly screen: 'contacts' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'diagnostics' };

/** A page of a list that is read by keyset: pass `next` back to get the page after it. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | undefined };

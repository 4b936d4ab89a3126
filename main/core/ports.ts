import type { AppInfo, Route, UpdateChannel, WindowRole } from '../../shared/model/app.ts';
import type { EpochMs } from '../../shared/model/ids.ts';
import type {
  LinkScheme,
  LinksView,
  LinkStanding,
  ShortcutView,
} from '../../shared/model/links.ts';
import type { PolicyFlaw } from '../../shared/model/settings.ts';
import type { SecretsStanding } from '../../shared/model/session.ts';
import type { UpdateState } from '../../shared/model/updates.ts';
import type { Result } from '../../shared/result.ts';

/** Wall-clock time and timers; tests pass one they turn by hand. */
export interface Clock {
  now(): EpochMs;
  /** Runs `work` once after `delayMs`; answers the function that calls it off. */
  schedule(delayMs: number, work: () => void): () => void;
}

export interface Random {
  uuid(): string;
  /** At least 0, below 1: for jitter, never for secrets. */
  fraction(): number;
}

/** The vault of one profile. What is set is on disk, as far as the standing allows, when it resolves. */
export interface Secrets {
  /** Where they are kept; it may change while Sidetone runs. */
  readonly standing: SecretsStanding;
  /** Undefined when there is none, or when it could not be decrypted and was removed. */
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** What there is, also of what cannot be read now. */
  keys(): Promise<readonly string[]>;
}

/** A flat store for settings of one profile; the core's settings room gives it a shape. */
export interface SettingsStore {
  /** The whole file, unparsed; `damaged` names the copy of a file that could not be read. */
  read(): { readonly value: unknown; readonly damaged?: { readonly keptAs: string } };
  /** Throws when the file cannot be written. */
  write(value: Readonly<Record<string, unknown>>): void;
}

/** What an administrator has put on this computer for everybody, as it was found at the start. */
export type PolicyFile =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly path: string; readonly value: unknown }
  | { readonly state: 'ignored'; readonly path: string; readonly because: PolicyFlaw };

export type Fetch = typeof globalThis.fetch;

/** A button of a notification. */
export type NoteAction = { readonly label: string; onPress(): void };

/** A notification: plain text, short enough to be shown whole. */
export type SystemNote = {
  readonly title: string;
  readonly body: string;
  /** Where a click leads. */
  readonly to: Route;
  /** One with the same id takes its place. */
  readonly id?: string;
  readonly isSilent?: boolean;
  /** A field to answer in, where the system has one; elsewhere a button that answers nothing yet. */
  readonly reply?: {
    readonly label: string;
    readonly placeholder: string;
    onReply(text: string | undefined): void;
  };
  readonly actions?: readonly NoteAction[];
};

/** The operating system's notifications. */
export interface Notifier {
  show(note: SystemNote): void;
  /** Takes back the one with this id, also one of an earlier run where the system keeps them. */
  close(id: string): void;
}

/** Hands things to other programs. */
export interface Opener {
  /** Opens a page in the system's browser: `https:`, or loopback for a sign-in; answers false when it could not. */
  openPage(url: string): Promise<boolean>;

  /** Opens the page that a text names, `https:` or `http:`; answers false when it could not. */
  openLink(url: string): Promise<boolean>;

  /** Opens a `tel:` link in another program; answers false when none but ourselves handles it. */
  openTel(number: string): Promise<boolean>;
}

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Never given a body, a token or a full number; the port redacts what slips through. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, error: unknown, fields?: LogFields): void;
}

export interface Paths {
  /** The folder of this profile: archive, settings and vault. */
  readonly profile: string;
  /** The bundled entry of the database workers. */
  readonly databaseWorker: URL;
  /** The bundled entry of the thread that knows where numbers are. */
  readonly placesWorker: URL;
}

/** Credentials of the embedded demo account, when this core runs it. */
export type DemoAccount = {
  readonly serverUrl: string;
  readonly clientId: string;
  readonly jwt: string;
};

/** Moves the app between the user's own profile and the demo account's. */
export interface Profiles {
  /** Resolves when the other profile's core has taken over; this one is stopping by then. */
  switchTo(profile: 'own' | 'demo'): Promise<Result<void>>;
}

/** The archive file of one account, and the way to another's. */
export interface Archives {
  /** The file name, in the profile's folder, of the archive this core opens. */
  readonly file: string;
  /**
   * Notes whose archive this is, once that is known; an account is a server and an extension.
   * Answers false, and notes nothing, when it is another account's or this one has its own: then
   * `switchTo` leads there.
   */
  claim(account: string): boolean;
  /**
   * Another account has signed in: a new core takes over with that account's archive, and takes up
   * the session from the vault. Resolves when it has; this one is stopping by then.
   */
  switchTo(account: string): Promise<Result<void>>;
  /**
   * Puts a checked archive file in place of this one, which is kept beside it, and lets a new core
   * go on with it. `file` is moved, never copied; it stays where it is when that fails.
   */
  replaceWith(file: string): Promise<Result<void>>;
  /** Removes this archive and its copies from the disk; a new core goes on with an empty one. */
  erase(): Promise<Result<void>>;
}

/** A sort of file, for the system's dialogs. */
export type FileKind = { readonly name: string; readonly extensions: readonly string[] };

/** The system's own dialogs for files; each answers undefined when the user thought better of it. */
export interface FileDialogs {
  chooseSave(options: {
    readonly title: string;
    readonly fileName: string;
    readonly kind: FileKind;
  }): Promise<string | undefined>;
  chooseOpen(options: {
    readonly title: string;
    readonly kind: FileKind;
  }): Promise<string | undefined>;
  chooseFolder(options: { readonly title: string }): Promise<string | undefined>;
}

/** Which program opens clicks on phone numbers, and making it Sidetone when the user asks for that. */
export interface LinkHandlers {
  /** Asked anew each time: the user can change it anywhere. */
  standing(scheme: LinkScheme): Promise<LinkStanding>;
  get(): Promise<Omit<LinksView, 'wasAsked'>>;
  /** Registers Sidetone, or opens the system's settings; a Failure says why neither was possible. */
  take(): Promise<Result<void>>;
  giveBack(): Promise<Result<void>>;
}

/** A text that a press of the global shortcut found. */
export type PickedText = { readonly text: string; readonly source: 'clipboard' | 'selection' };

/** What a global shortcut is for. */
export type ShortcutName = 'propose' | 'quick-text';

/** The global shortcuts, one for each name. */
export interface Shortcuts {
  /** Takes the keys and lets go of others; undefined lets go. What was held stays when they are taken. */
  set(
    name: ShortcutName,
    accelerator: string | undefined,
    onPress: (picked: PickedText | undefined) => void,
  ): ShortcutView['standing'];
  describe(): Pick<ShortcutView, 'reads' | 'session'>;
}

/** The small window above others; it stays ready while it is hidden. */
export interface CardWindow {
  /** Without `takeFocus` whoever is typing elsewhere goes on typing. */
  show(options: { readonly takeFocus: boolean }): void;
  hide(): void;
  /** Height of its content in CSS pixels. */
  fit(height: number): void;
}

/** The small window for a text; it stays ready while it is hidden. */
export interface QuickWindow {
  /** Shows it with the keyboard in it, once its page has drawn what is new. */
  show(): void;
  hide(): void;
  /** Height of its content in CSS pixels. */
  fit(height: number): void;
  isShown(): boolean;
}

/** The main window. */
export interface MainWindow {
  /** Brings it to the front, at a place. */
  open(to: Route): void;
  /** Where it comes back to when it is made anew; `isBusy`: what is written there is nowhere else. */
  notePlace(place: { readonly to: Route; readonly isBusy: boolean }): void;
  /** Whether the user has it before them: in sight, and with the keyboard in it. */
  isInFront(): boolean;
  /** Does with it what the menu bar would. */
  runRole(role: WindowRole): void;
}

/** Puts newer versions of Sidetone in place of this one; does nothing by itself. */
export interface Updater {
  /** Whether this copy can replace itself. */
  readonly canUpdate: boolean;
  get(): UpdateState;
  /** Tells of each change of what `get` answers; answers what stops it. */
  onChange(listener: () => void): () => void;
  /** Looks for a newer version and fetches it; resolves when that has ended, one way or the other. */
  check(channel: UpdateChannel): Promise<void>;
  /** Ends Sidetone in order and starts the version that is ready. */
  install(): void;
  /** Until when the user does not want to hear of the version that is ready. */
  getLater(): EpochMs | undefined;
  setLater(until: EpochMs): void;
}

/** All that the core needs from the world. */
export type Ports = {
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly settings: SettingsStore;
  readonly policy: PolicyFile;
  readonly fetch: Fetch;
  readonly notifier: Notifier;
  readonly opener: Opener;
  readonly log: Log;
  readonly paths: Paths;
  readonly profiles: Profiles;
  readonly archives: Archives;
  readonly fileDialogs: FileDialogs;
  readonly linkHandlers: LinkHandlers;
  readonly shortcuts: Shortcuts;
  readonly cardWindow: CardWindow;
  readonly quickWindow: QuickWindow;
  readonly mainWindow: MainWindow;
  readonly updater: Updater;
  /** What Sidetone was started with: an older set-up may have its credentials there. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly demo: DemoAccount | undefined;
  readonly info: Omit<AppInfo, 'profileFolder'>;
};

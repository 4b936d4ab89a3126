/**
 * The types of `globalThis.standIn`. They lean on nothing else, so that the end-to-end tests can
 * import them without the stand-in itself.
 */

/** The answers a dialog may be given before it is shown. */
export type DialogAnswer =
  | { readonly kind: 'message'; readonly response: number; readonly checkboxChecked?: boolean }
  | { readonly kind: 'open'; readonly filePaths: readonly string[] }
  | { readonly kind: 'save'; readonly filePath: string };

/** A dialog that was shown, with the options the app gave it. */
export type ShownDialog = {
  readonly kind: 'message' | 'open' | 'save' | 'error';
  readonly options: Readonly<Record<string, unknown>>;
};

/** How the desktop is set, as far as pages and apps can tell. */
export type OsTheme = {
  readonly dark: boolean;
  readonly reducedMotion: boolean;
  readonly forcedColors: boolean;
  readonly reducedTransparency: boolean;
};

/** A menu item as a test sees it. */
export type MenuEntry = {
  readonly label: string;
  readonly id: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly checked: boolean;
  readonly accelerator: string | null;
  readonly items: readonly MenuEntry[];
};

/** A tray icon as a test sees it. */
export type TrayEntry = {
  readonly toolTip: string;
  readonly title: string;
  /** The icon's file, or its size when it was given as an image. */
  readonly image: string | { readonly width: number; readonly height: number };
  readonly items: readonly MenuEntry[];
};

/** A notification that is on the desktop now. */
export type NotificationEntry = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;
  readonly hasReply: boolean;
  readonly actions: readonly string[];
};

/** Names an item: its label, or its id written as `#id`, or the way to it through submenus. */
export type ItemPath = string | readonly string[];

/**
 * What a test may do to the computer the app believes to run on. It is `globalThis.standIn` of the
 * main process, for `electronApp.evaluate`; Electron itself has none.
 */
export type StandInControl = {
  readonly trays: () => readonly TrayEntry[];
  /** Presses the tray icon itself. */
  readonly clickTray: (index?: number, event?: 'click' | 'double-click' | 'right-click') => void;
  /** Chooses an item of the tray's menu; throws when it is missing, off or hidden. */
  readonly pressTrayItem: (item: ItemPath, trayIndex?: number) => void;

  readonly applicationMenu: () => readonly MenuEntry[];
  readonly pressMenuItem: (item: ItemPath) => void;
  /** The context menu that is open, if any. */
  readonly popupMenu: () => readonly MenuEntry[] | undefined;
  readonly pressPopupItem: (item: ItemPath) => void;

  readonly notifications: () => readonly NotificationEntry[];
  /** These act on the newest notification unless an id is given. */
  readonly clickNotification: (id?: string) => void;
  readonly closeNotification: (id?: string) => void;
  readonly pressNotificationAction: (actionIndex: number, id?: string) => void;
  readonly replyToNotification: (text: string, id?: string) => void;

  /** Prepares the answer to the next dialog of its kind; unprepared dialogs are cancelled. */
  readonly answerDialog: (answer: DialogAnswer) => void;
  readonly dialogs: () => readonly ShownDialog[];

  /** Every address that was handed to another program; under a test none really is. */
  readonly openedExternal: () => readonly string[];
  /** From now on no other program can be opened, as on a desktop without a browser. */
  readonly refuseExternal: (refuse: boolean) => void;
  readonly openedPaths: () => readonly string[];
  readonly shownItems: () => readonly string[];

  readonly suspend: () => void;
  readonly resume: () => void;
  readonly lockScreen: () => void;
  readonly unlockScreen: () => void;
  /** How long the user has been away, in seconds. */
  readonly setIdleTime: (seconds: number) => void;
  readonly setOnline: (online: boolean) => void;

  readonly setOsTheme: (theme: Partial<OsTheme>) => void;
  readonly pressShortcut: (accelerator: string) => void;
  readonly clipboardText: () => string;
  readonly setClipboardText: (text: string) => void;
  /** Marks a text in some program, as X11 keeps it beside the clipboard. */
  readonly selectText: (text: string) => void;

  /** Opens an address with the app, as macOS does; before the app is ready, it is what starts it. */
  readonly openUrl: (url: string) => void;
  /** Ends the page process of a window. */
  readonly crashRenderer: (windowId: number) => void;
  /** Closes a window the way its close button does in Electron. */
  readonly closeWindow: (windowId: number) => void;
  /** Closes Chromium's window, page and all: what a close button really does with the stand-in. */
  readonly loseWindow: (windowId: number) => void;
};

declare global {
  /** Present on the stand-in only. */
  var standIn: StandInControl | undefined;
}

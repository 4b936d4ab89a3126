/** The schemes that Sidetone can open. */
export const linkSchemes = ['tel', 'callto', 'sms'] as const;
export type LinkScheme = (typeof linkSchemes)[number];

/** Whether clicks on a scheme's links come to Sidetone. */
export type LinkStanding = 'sidetone' | 'other' | 'none' | 'unknown';

/** What can be done about it on this system. */
export type LinksView = {
  readonly standings: Readonly<Record<LinkScheme, LinkStanding>>;
  /** The program that opens `tel:` links now, by the name the system gives. */
  readonly otherName: string | undefined;
  /**
   * `register`: Sidetone can make itself the handler when asked. `choose`: only the user can, in the
   * system's settings, which Sidetone opens. `unsupported`: this way of running cannot be registered.
   */
  readonly way: 'register' | 'choose' | 'unsupported';
  readonly platform: 'linux' | 'windows' | 'mac';
  /** Whether Sidetone can give the links back by itself. */
  readonly canGiveBack: boolean;
  /** The user has been asked once; Sidetone does not ask again by itself. */
  readonly wasAsked: boolean;
};

/** The global shortcut that proposes the number in the clipboard or the selection. */
export type ShortcutView = {
  /** In Electron's form, `CommandOrControl+Shift+D`; undefined while off. */
  readonly accelerator: string | undefined;
  /** Whether the system gave it to us: another program may have it. */
  readonly standing: 'off' | 'on' | 'taken' | 'unsupported';
  /** What it reads. A Wayland session lets no program see another's selection. */
  readonly reads: readonly ('selection' | 'clipboard')[];
  readonly session: 'x11' | 'wayland' | 'windows' | 'mac' | 'unknown';
};

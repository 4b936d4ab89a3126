import { EventEmitter } from 'node:events';

/** What the shell asked of Electron, kept for the tests to look at; each file starts it anew. */
export const asked = {
  isPackaged: true,
  removedSwitches: [] as string[],
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  protocols: new Map<string, (request: Request) => Promise<Response> | Response>(),
  channels: new Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>(),
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  heard: new Map<string, (event: unknown, value: unknown) => void>(),
  opened: [] as string[],
};

/** A session as far as the guards look at it. */
export class FakeSession extends EventEmitter {
  request:
    ((contents: unknown, permission: string, answer: (is: boolean) => void) => void) | undefined;
  check: ((contents: unknown, permission: string) => boolean) | undefined;
  device: ((details: unknown) => boolean) | undefined;
  isSpelling = true;
  setPermissionRequestHandler = (handler: FakeSession['request']): void => {
    this.request = handler;
  };
  setPermissionCheckHandler = (handler: FakeSession['check']): void => {
    this.check = handler;
  };
  setDevicePermissionHandler = (handler: FakeSession['device']): void => {
    this.device = handler;
  };
  setSpellCheckerEnabled = (is: boolean): void => {
    this.isSpelling = is;
  };
}

/** WebContents as far as the guards and the windows look at them. */
export class FakeContents extends EventEmitter {
  opening: ((details: { readonly url: string }) => { action: string }) | undefined;
  readonly id = 1;
  setWindowOpenHandler = (handler: FakeContents['opening']): void => {
    this.opening = handler;
  };
  isLoading = (): boolean => true;
  isDestroyed = (): boolean => false;
  send = (): void => undefined;
}

/** Every window that was made, with its options and the addresses it was given. */
export class BrowserWindow extends EventEmitter {
  static readonly made: BrowserWindow[] = [];
  readonly webContents = new FakeContents();
  readonly loaded: string[] = [];
  readonly options: { readonly webPreferences: Readonly<Record<string, unknown>> };
  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    BrowserWindow.made.push(this);
  }
  isDestroyed = (): boolean => false;
  isVisible = (): boolean => false;
  loadURL = async (address: string): Promise<void> => void this.loaded.push(address);
  setAlwaysOnTop = (): void => undefined;
  setVisibleOnAllWorkspaces = (): void => undefined;
  getBounds = () => ({ x: 0, y: 0, width: 380, height: 300 });
  setBounds = (): void => undefined;
  setMenu = (): void => undefined;
  show = (): void => undefined;
  hide = (): void => undefined;
  focus = (): void => undefined;
  moveTop = (): void => undefined;
}

export const app = Object.assign(new EventEmitter(), {
  get isPackaged() {
    return asked.isPackaged;
  },
  commandLine: { removeSwitch: (name: string) => void asked.removedSwitches.push(name) },
});
Object.defineProperty(app, 'isPackaged', { get: () => asked.isPackaged });

export const session = { defaultSession: new FakeSession() };
export const nativeTheme = { shouldUseDarkColors: false };
const display = { workArea: { x: 0, y: 0, width: 1_920, height: 1_040 } };
export const screen = Object.assign(new EventEmitter(), {
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  getDisplayNearestPoint: () => display,
  getDisplayMatching: () => display,
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
});
export const protocol = {
  registerSchemesAsPrivileged: (schemes: typeof asked.schemes) =>
    void asked.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    void asked.protocols.set(scheme, handler),
};
export const ipcMain = {
  handle: (channel: string, listener: (event: unknown, ...args: unknown[]) => Promise<unknown>) =>
    void asked.channels.set(channel, listener),
  removeAllListeners: () => undefined,
};
export const ipcRenderer = {
  on: (channel: string, listener: (event: unknown, value: unknown) => void) =>
    void asked.heard.set(channel, listener),
  invoke: (...args: unknown[]) => {
    asked.invoked.push(args);
    return Promise.resolve('answer');
  },
};
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void asked.exposed.set(name, value),
};
export const shell = {
  openExternal: (address: string) => Promise.resolve(void asked.opened.push(address)),
};

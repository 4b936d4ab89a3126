import type * as Electron from 'electron';
import { spawn } from 'node:child_process';
import { ApiEmitter, createEvent } from '../runtime/emitter.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { AppPaths } from './app-paths.ts';
import type { BrowserWindow } from './browser-window.ts';
import type { Desktop } from './desktop.ts';
import type { Menu } from './menu.ts';
import { ProtocolClient } from './protocol-client.ts';
import { SingleInstance, type SecondInstance } from './single-instance.ts';
import { createSwitches } from './switches.ts';

/** What `app` needs of the rest: its windows, and a way to end the process. */
export type AppParts = {
  readonly runtime: Runtime;
  readonly switches: Map<string, string>;
  readonly windows: ReadonlySet<BrowserWindow>;
  readonly exit: (code: number) => void;
  readonly desktop: Desktop;
};

/** Electron's `app`: life cycle, paths, the single-instance lock and the desktop's protocol handlers. */
export class App
  extends ApiEmitter
  implements
    Pick<
      Electron.App,
      | 'whenReady'
      | 'isReady'
      | 'quit'
      | 'exit'
      | 'relaunch'
      | 'getName'
      | 'setName'
      | 'name'
      | 'getVersion'
      | 'getAppPath'
      | 'getPath'
      | 'setPath'
      | 'setAppLogsPath'
      | 'isPackaged'
      | 'getLocale'
      | 'getLocaleCountryCode'
      | 'getSystemLocale'
      | 'getPreferredSystemLanguages'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'setAsDefaultProtocolClient'
      | 'isDefaultProtocolClient'
      | 'removeAsDefaultProtocolClient'
      | 'getApplicationNameForProtocol'
      | 'enableSandbox'
      | 'disableHardwareAcceleration'
      | 'isHardwareAccelerationEnabled'
      | 'commandLine'
      | 'setAppUserModelId'
      | 'setDesktopName'
      | 'setLoginItemSettings'
      | 'getLoginItemSettings'
      | 'badgeCount'
      | 'getBadgeCount'
      | 'setBadgeCount'
      | 'dock'
      | 'focus'
      | 'hide'
      | 'show'
      | 'isHidden'
      | 'isActive'
      | 'setAboutPanelOptions'
      | 'showAboutPanel'
      | 'setUserTasks'
      | 'setJumpList'
      | 'userAgentFallback'
      | 'applicationMenu'
      | 'accessibilitySupportEnabled'
      | 'isAccessibilitySupportEnabled'
      | 'setAccessibilitySupportEnabled'
      | 'runningUnderARM64Translation'
      | 'getAppMetrics'
    >
{
  readonly isPackaged = false;
  readonly dock: Electron.Dock | undefined = undefined;
  readonly runningUnderARM64Translation = false;
  readonly commandLine: Electron.CommandLine;
  badgeCount = 0;
  accessibilitySupportEnabled = false;
  userAgentFallback: string;
  readonly #parts: AppParts;
  readonly #paths: AppPaths;
  readonly #instance: SingleInstance;
  readonly #protocols: ProtocolClient;
  readonly #whenReady = Promise.withResolvers<void>();
  #name: string;
  #desktopName: string;
  #ready = false;
  #quitting = false;
  #exiting = false;
  #loginItem = false;
  #relaunch: Electron.RelaunchOptions | undefined;

  constructor(parts: AppParts) {
    super('app');
    const { runtime } = parts;
    this.#parts = parts;
    this.#name = runtime.appName;
    this.#desktopName = `${runtime.appName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.desktop`;
    this.#paths = new AppPaths(runtime, () => this.#name);
    this.#instance = new SingleInstance(
      () => this.getPath('userData'),
      (second) => this.#onSecondInstance(second),
    );
    this.#protocols = new ProtocolClient(
      () => process.env['CHROME_DESKTOP'] ?? this.#desktopName,
      () => this.#name,
    );
    this.commandLine = createSwitches(parts.switches);
    this.userAgentFallback = `${runtime.appName}/${runtime.appVersion} Electron/${runtime.electronVersion}`;
  }

  /** Tells the app that everything is up; called once, by the runtime. */
  becomeReady(): void {
    this.#ready = true;
    this.emit('will-finish-launching');
    this.emit('ready', createEvent(), {});
    this.#whenReady.resolve();
  }

  whenReady(): Promise<void> {
    return this.#whenReady.promise;
  }

  isReady(): boolean {
    return this.#ready;
  }

  /** Asks everyone, closes every window, and ends; any refusal leaves the app running. */
  quit(): void {
    if (this.#quitting || this.#exiting) return;
    const event = createEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    if (this.#parts.windows.size === 0) setImmediate(() => this.#willQuit());
    for (const window of this.#parts.windows) {
      window.close();
      if (!window.isDestroyed()) {
        this.#quitting = false;
        return;
      }
    }
  }

  /** Called when the last window has closed. */
  onAllWindowsClosed(): void {
    if (this.#exiting) return;
    if (this.#quitting) this.#willQuit();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  exit(exitCode = 0): void {
    if (this.#exiting) return;
    this.#exiting = true;
    for (const window of this.#parts.windows) window.destroy();
    this.emit('quit', createEvent(), exitCode);
    if (this.#relaunch) this.#startAgain(this.#relaunch);
    this.#parts.exit(exitCode);
  }

  relaunch(options: Electron.RelaunchOptions = {}): void {
    this.#relaunch = options;
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return this.#parts.runtime.appVersion;
  }

  getAppPath(): string {
    return this.#parts.runtime.appPath;
  }

  getPath(name: string): string {
    return this.#paths.get(name);
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    this.#paths.set('logs', path ?? this.#paths.get('logs'));
  }

  getLocale(): string {
    return this.getSystemLocale();
  }

  getLocaleCountryCode(): string {
    return new Intl.Locale(this.getSystemLocale()).region ?? '';
  }

  getSystemLocale(): string {
    const { locale } = Intl.DateTimeFormat().resolvedOptions();
    return locale === 'en-US-u-va-posix' ? 'en-US' : locale;
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()];
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return this.#instance.request(additionalData ?? null);
  }

  hasSingleInstanceLock(): boolean {
    return this.#instance.held;
  }

  releaseSingleInstanceLock(): void {
    this.#instance.release();
  }

  setAsDefaultProtocolClient(protocol: string, path?: string, args: string[] = []): boolean {
    const { executable } = this.#parts.runtime;
    return this.#protocols.set({ scheme: protocol, path: path ?? executable, args });
  }

  isDefaultProtocolClient(protocol: string): boolean {
    return this.#protocols.isSet({ scheme: protocol });
  }

  removeAsDefaultProtocolClient(): boolean {
    return this.#protocols.remove();
  }

  getApplicationNameForProtocol(url: string): string {
    return this.#protocols.nameOf(url);
  }

  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  disableHardwareAcceleration(): void {
    if (this.#ready) {
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    }
    this.#parts.switches.set('disable-gpu', '');
  }

  isHardwareAccelerationEnabled(): boolean {
    return !this.#parts.switches.has('disable-gpu');
  }

  setAppUserModelId(): void {
    // Windows only, in Electron too.
  }

  setDesktopName(name: string): void {
    this.#desktopName = name;
  }

  setLoginItemSettings(settings: Electron.Settings): void {
    this.#loginItem = settings.openAtLogin ?? false;
  }

  getLoginItemSettings(): Electron.LoginItemSettings {
    return {
      openAtLogin: this.#loginItem,
      wasOpenedAtLogin: false,
      status: this.#loginItem ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    };
  }

  getBadgeCount(): number {
    return this.badgeCount;
  }

  setBadgeCount(count = 0): boolean {
    this.badgeCount = count;
    return true;
  }

  focus(): void {
    [...this.#parts.windows].find((window) => window.isVisible())?.focus();
  }

  hide(): void {
    for (const window of this.#parts.windows) window.hide();
  }

  show(): void {
    for (const window of this.#parts.windows) window.show();
  }

  isHidden(): boolean {
    return [...this.#parts.windows].every((window) => !window.isVisible());
  }

  isActive(): boolean {
    return [...this.#parts.windows].some((window) => window.isFocused());
  }

  setAboutPanelOptions(): void {
    // The panel itself is not shown.
  }

  showAboutPanel(): void {
    // The panel is part of the desktop, which the stand-in does not reach.
  }

  setUserTasks(): boolean {
    return true;
  }

  setJumpList(): 'ok' {
    return 'ok';
  }

  get applicationMenu(): Electron.Menu | null {
    return this.#parts.desktop.applicationMenu as unknown as Electron.Menu | null;
  }

  set applicationMenu(menu: Electron.Menu | null) {
    this.#parts.desktop.applicationMenu = menu as unknown as Menu | null;
  }

  isAccessibilitySupportEnabled(): boolean {
    return this.accessibilitySupportEnabled;
  }

  setAccessibilitySupportEnabled(enabled: boolean): void {
    this.accessibilitySupportEnabled = enabled;
  }

  getAppMetrics(): Electron.ProcessMetric[] {
    return [];
  }

  #willQuit(): void {
    const event = createEvent();
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }

  #onSecondInstance({ argv, workingDirectory, additionalData }: SecondInstance): void {
    this.emit('second-instance', createEvent(), argv, workingDirectory, additionalData);
  }

  #startAgain({ args, execPath }: Electron.RelaunchOptions): void {
    this.#instance.release();
    const { executable } = this.#parts.runtime;
    spawn(execPath ?? executable, args ?? process.argv.slice(1), {
      detached: true,
      stdio: 'ignore',
    }).unref();
  }
}

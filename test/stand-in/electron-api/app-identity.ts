import type * as Electron from 'electron';
import { ApiEmitter } from '../runtime/emitter.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { AppPaths } from './app-paths.ts';
import { ProtocolClient } from './protocol-client.ts';
import { createSwitches } from './switches.ts';

/** The part of `app` that says what the app is to the desktop: name, folders, addresses it opens. */
export class AppIdentity
  extends ApiEmitter
  implements
    Pick<
      Electron.App,
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
      | 'setAsDefaultProtocolClient'
      | 'isDefaultProtocolClient'
      | 'removeAsDefaultProtocolClient'
      | 'getApplicationNameForProtocol'
      | 'commandLine'
      | 'setAppUserModelId'
      | 'setDesktopName'
      | 'setLoginItemSettings'
      | 'getLoginItemSettings'
      | 'badgeCount'
      | 'getBadgeCount'
      | 'setBadgeCount'
      | 'dock'
      | 'setAboutPanelOptions'
      | 'showAboutPanel'
      | 'setUserTasks'
      | 'setJumpList'
      | 'userAgentFallback'
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
  readonly #runtime: Runtime;
  readonly #paths: AppPaths;
  readonly #protocols: ProtocolClient;
  #name: string;
  #desktopName: string;
  #loginItem = false;

  constructor(runtime: Runtime, switches: Map<string, string>) {
    super('app');
    this.#runtime = runtime;
    this.#name = runtime.appName;
    this.#desktopName = `${runtime.appName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.desktop`;
    this.#paths = new AppPaths(runtime, () => this.#name);
    this.#protocols = new ProtocolClient(() => process.env['CHROME_DESKTOP'] || this.#desktopName);
    this.commandLine = createSwitches(switches);
    this.userAgentFallback = `${runtime.appName}/${runtime.appVersion} Electron/${runtime.electronVersion}`;
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
    return this.#runtime.appVersion;
  }

  getAppPath(): string {
    return this.#runtime.appPath;
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

  setAsDefaultProtocolClient(protocol: string): boolean {
    return this.#protocols.set({ scheme: protocol });
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

  isAccessibilitySupportEnabled(): boolean {
    return this.accessibilitySupportEnabled;
  }

  setAccessibilitySupportEnabled(enabled: boolean): void {
    this.accessibilitySupportEnabled = enabled;
  }

  getAppMetrics(): Electron.ProcessMetric[] {
    return [];
  }
}

import type * as Electron from 'electron';
import { spawn } from 'node:child_process';
import { createEvent } from '../runtime/emitter.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { AppIdentity } from './app-identity.ts';
import type { BrowserWindow } from './browser-window.ts';
import type { Desktop } from './desktop.ts';
import type { Menu } from './menu.ts';
import { SingleInstance, type SecondInstance } from './single-instance.ts';

/** What `app` needs of the rest: its windows, and a way to end the process. */
export type AppParts = {
  readonly runtime: Runtime;
  readonly switches: Map<string, string>;
  readonly windows: ReadonlySet<BrowserWindow>;
  readonly exit: (code: number) => void;
  readonly desktop: Desktop;
};

/** Electron's `app`: its identity, life cycle and single-instance lock. */
export class App
  extends AppIdentity
  implements
    Pick<
      Electron.App,
      | 'whenReady'
      | 'isReady'
      | 'quit'
      | 'exit'
      | 'relaunch'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'enableSandbox'
      | 'disableHardwareAcceleration'
      | 'isHardwareAccelerationEnabled'
      | 'focus'
      | 'hide'
      | 'show'
      | 'isHidden'
      | 'isActive'
      | 'applicationMenu'
    >
{
  readonly #parts: AppParts;
  readonly #instance: SingleInstance;
  readonly #whenReady = Promise.withResolvers<void>();
  readonly #waitingUrls: string[] = [];
  #isLaunched = false;
  #ready = false;
  #quitting = false;
  #exiting = false;
  #relaunch: Electron.RelaunchOptions | undefined;

  constructor(parts: AppParts) {
    super(parts.runtime, parts.switches);
    this.#parts = parts;
    this.#instance = new SingleInstance(
      () => this.getPath('userData'),
      (second) => this.#onSecondInstance(second),
    );
  }

  /** Tells the app that everything is up; called once, by the runtime. */
  becomeReady(): void {
    this.emit('will-finish-launching');
    this.#isLaunched = true;
    // As macOS delivers them: before `ready`, so that whoever listens only from then on misses them.
    for (const url of this.#waitingUrls.splice(0)) this.emit('open-url', createEvent(), url);
    this.#ready = true;
    this.emit('ready', createEvent(), {});
    this.#whenReady.resolve();
  }

  /** Has the app open an address, as macOS does; one that starts the app waits until it listens. */
  openUrl(url: string): void {
    if (this.#isLaunched) this.emit('open-url', createEvent(), url);
    else this.#waitingUrls.push(url);
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

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return this.#instance.request(additionalData ?? null);
  }

  hasSingleInstanceLock(): boolean {
    return this.#instance.held;
  }

  releaseSingleInstanceLock(): void {
    this.#instance.release();
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

  get applicationMenu(): Electron.Menu | null {
    return this.#parts.desktop.applicationMenu as unknown as Electron.Menu | null;
  }

  set applicationMenu(menu: Electron.Menu | null) {
    this.#parts.desktop.applicationMenu = menu as unknown as Menu | null;
  }

  #willQuit(): void {
    const event = createEvent();
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }

  #onSecondInstance(second: SecondInstance): void {
    // Electron promises that nobody hears of another start before `ready`.
    if (!this.#ready)
      return void this.#whenReady.promise.then(() => this.#onSecondInstance(second));
    const { argv, workingDirectory, additionalData } = second;
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

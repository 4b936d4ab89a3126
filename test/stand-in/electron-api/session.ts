import type * as Electron from 'electron';
import { ApiEmitter } from '../runtime/emitter.ts';
import { nameAbsentMembers } from '../runtime/absent.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { Protocol } from './protocol.ts';
import { WebRequest } from './web-request.ts';

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0];

/** Electron's `Session`: what decides over requests and permissions of its windows. */
export class Session
  extends ApiEmitter
  implements
    Pick<
      Electron.Session,
      | 'protocol'
      | 'webRequest'
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'isPersistent'
      | 'storagePath'
      | 'getStoragePath'
      | 'setSpellCheckerEnabled'
      | 'isSpellCheckerEnabled'
      | 'spellCheckerEnabled'
      | 'setSpellCheckerLanguages'
      | 'clearCache'
      | 'clearStorageData'
      | 'registerPreloadScript'
      | 'getPreloadScripts'
      | 'fetch'
    >
{
  readonly webRequest = new WebRequest() as WebRequest & Electron.WebRequest;
  readonly protocol: Protocol & Electron.Protocol;
  readonly storagePath: string | null = null;
  spellCheckerEnabled = false;
  requestHandler: RequestHandler = null;
  checkHandler: CheckHandler = null;
  deviceHandler: DeviceHandler = null;
  readonly #preloads: Electron.PreloadScript[] = [];
  readonly #persistent: boolean;

  constructor(runtime: Runtime, persistent: boolean) {
    super('session');
    this.#persistent = persistent;
    this.protocol = new Protocol(runtime.isReady) as Protocol & Electron.Protocol;
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.requestHandler = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checkHandler = handler;
  }

  setDevicePermissionHandler(handler: DeviceHandler): void {
    this.deviceHandler = handler;
  }

  isPersistent(): boolean {
    return this.#persistent;
  }

  getStoragePath(): string | null {
    return this.storagePath;
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.spellCheckerEnabled = enable;
  }

  isSpellCheckerEnabled(): boolean {
    return this.spellCheckerEnabled;
  }

  setSpellCheckerLanguages(): void {
    // Chromium's own settings decide; the app's windows differ in nothing a test could see.
  }

  async clearCache(): Promise<void> {
    // The profile is fresh at every start.
  }

  async clearStorageData(): Promise<void> {
    // The profile is fresh at every start.
  }

  registerPreloadScript(script: Electron.PreloadScriptRegistration): string {
    const id = script.id ?? `preload-${this.#preloads.length + 1}`;
    this.#preloads.push({ ...script, id });
    return id;
  }

  getPreloadScripts(): Electron.PreloadScript[] {
    return [...this.#preloads];
  }

  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const url = typeof input === 'string' ? input : input.url;
    const handler = this.protocol.handlerOf(url.slice(0, url.indexOf(':')));
    if (!handler) return await fetch(input, init);
    return await handler(new Request(input, init));
  }
}

/** The sessions of an app: the default one and those of named partitions. */
export class Sessions {
  readonly defaultSession: Session;
  readonly #runtime: Runtime;
  readonly #onCreated: (session: Session) => void;
  readonly #partitions = new Map<string, Session>();

  constructor(runtime: Runtime, onCreated: (session: Session) => void) {
    this.#runtime = runtime;
    this.#onCreated = onCreated;
    this.defaultSession = new Session(runtime, true);
  }

  /** The session of a partition, made at its first use; `persist:` is remembered in name only. */
  fromPartition(partition: string): Session {
    if (partition === '' || partition === 'persist:') return this.defaultSession;
    const existing = this.#partitions.get(partition);
    if (existing) return existing;
    const session = new Session(this.#runtime, partition.startsWith('persist:'));
    this.#partitions.set(partition, session);
    this.#onCreated(session);
    return session;
  }

  /** The module object `electron.session`. */
  toModule(): Pick<typeof Electron.session, 'defaultSession' | 'fromPartition'> {
    const asElectron = (session: Session): Electron.Session =>
      session as unknown as Electron.Session;
    return nameAbsentMembers(
      {
        defaultSession: asElectron(this.defaultSession),
        fromPartition: (partition: string) => asElectron(this.fromPartition(partition)),
      },
      'session',
    );
  }
}

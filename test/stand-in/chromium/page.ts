import { randomUUID } from 'node:crypto';
import { isBlankUrl } from './blank-page.ts';
import type { FromPage, PageConfig, ToPage } from '../page/messages.ts';
import { pageWorldScript, preloadWorldScript } from '../page/script.ts';
import type { Connection, Session } from './connection.ts';
import type { Protocol } from './protocol.ts';

/** A frame of a page as Chromium tells it; addresses are Chromium's own. */
export type Frame = { readonly id: string; readonly parentId: string | undefined; url: string };

/** The preload world of one document: where IPC of that document comes from and goes to. */
export type PreloadWorld = { readonly contextId: number; readonly frame: Frame };

export type PageEvents = {
  readonly message: (message: FromPage, world: PreloadWorld) => void;
  readonly request: (request: Protocol.Fetch.requestPausedPayload, session: Session) => void;
  readonly committed: (frame: Frame, isMain: boolean, sameDocument: boolean) => void;
  readonly unreachable: (url: string, isMain: boolean) => void;
  readonly domReady: () => void;
  readonly loaded: () => void;
  readonly console: (level: string, text: string) => void;
  readonly crashed: () => void;
};

export const preloadWorldName = 'Electron Isolated Context';

let pageCount = 0;

/** One page target of Chromium, prepared before its first document. */
export class Page {
  readonly targetId: string;
  readonly session: Session;
  readonly frames = new Map<string, Frame>();
  /** Tells the pages of one process apart, as a renderer's process id would. */
  readonly number = ++pageCount;
  readonly #secret = `sidetone-${randomUUID()}`;
  readonly #worlds = new Map<number, PreloadWorld>();
  readonly #contexts = new Map<number, string>();
  readonly #events: PageEvents;
  readonly #connection: Connection;
  #loaderId: string | undefined;
  /** The main frame's world that said hello last: where `webContents.send` goes. */
  current: PreloadWorld | undefined;

  constructor(connection: Connection, targetId: string, session: Session, events: PageEvents) {
    this.#connection = connection;
    this.targetId = targetId;
    this.session = session;
    this.#events = events;
    this.frames.set(targetId, { id: targetId, parentId: undefined, url: 'about:blank' });
  }

  get mainFrame(): Frame {
    return this.frames.get(this.targetId) as Frame;
  }

  /** Sends every preparation in one go: Chromium keeps their order, and the page is paused. */
  async prepare(config: Omit<PageConfig, 'secret'>, preloads: readonly string[]): Promise<void> {
    const { session } = this;
    const secret = this.#secret;
    this.#listen();
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Runtime.addBinding', {
        name: secret,
        executionContextName: preloadWorldName,
      }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript(secret) }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadWorldScript({ ...config, secret }, preloads),
        worldName: preloadWorldName,
      }),
      session.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
      }),
    ]);
  }

  /** Hands a message to one document's preload world; nothing happens when that document is gone. */
  tell(world: PreloadWorld, message: ToPage): void {
    const receive = JSON.stringify(`${this.#secret}-receive`);
    this.session.post('Runtime.evaluate', {
      expression: `globalThis[${receive}](${JSON.stringify(JSON.stringify(message))})`,
      contextId: world.contextId,
    });
  }

  #listen(): void {
    const { session } = this;
    const events = this.#events;
    session.on('Runtime.bindingCalled', (call) => this.#onBinding(call));
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string };
      if (frameId) this.#contexts.set(context.id, frameId);
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#contexts.delete(executionContextId);
      this.#worlds.delete(executionContextId);
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#contexts.clear();
      this.#worlds.clear();
    });
    session.on('Runtime.consoleAPICalled', ({ type, args }) =>
      events.console(type, args.map((arg) => String(arg.value ?? arg.description ?? '')).join(' ')),
    );
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
      events.console('error', exceptionDetails.exception?.description ?? exceptionDetails.text),
    );
    session.on('Fetch.requestPaused', (request) => events.request(request, session));
    session.on('Target.attachedToTarget', (event) => this.#onChild(event));
    session.on('Inspector.targetCrashed', () => events.crashed());
    this.#listenToFrames();
  }

  #listenToFrames(): void {
    const { session } = this;
    const events = this.#events;
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) =>
      this.frames.set(frameId, { id: frameId, parentId: parentFrameId, url: 'about:blank' }),
    );
    session.on('Page.frameDetached', ({ frameId }) => this.frames.delete(frameId));
    session.on('Page.frameNavigated', ({ frame }) => {
      if (isBlankUrl(frame.url)) return;
      const isMain = frame.parentId === undefined;
      // A new object per document: what was sent by the last one stays told apart.
      const url = frame.url + (frame.urlFragment ?? '');
      const next = { id: frame.id, parentId: frame.parentId, url };
      this.frames.set(frame.id, next);
      if (isMain) {
        this.current = undefined;
        this.#loaderId = frame.loaderId;
      }
      if (frame.unreachableUrl) events.unreachable(frame.unreachableUrl, isMain);
      else events.committed(next, isMain, false);
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.frames.get(frameId);
      if (!frame) return;
      frame.url = url;
      events.committed(frame, frame.parentId === undefined, true);
    });
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      // Chromium also repeats the events of the empty document every target starts with.
      if (frameId !== this.targetId || loaderId !== this.#loaderId) return;
      if (name === 'DOMContentLoaded') events.domReady();
      if (name === 'load') events.loaded();
    });
  }

  #onBinding(call: Protocol.Runtime.bindingCalledPayload): void {
    if (call.name !== this.#secret) return;
    const frame = this.frames.get(this.#contexts.get(call.executionContextId) ?? '');
    if (!frame) return;
    const message = JSON.parse(call.payload) as FromPage;
    const known = this.#worlds.get(call.executionContextId);
    const world = known ?? { contextId: call.executionContextId, frame };
    this.#worlds.set(call.executionContextId, world);
    if (message.kind === 'hello') this.current = world;
    else this.#events.message(message, world);
  }

  /** Frames and workers with processes of their own are held to the same interception. */
  #onChild({ sessionId }: Protocol.Target.attachedToTargetPayload): void {
    const child = this.#connection.session(sessionId);
    child.on('Fetch.requestPaused', (request) => this.#events.request(request, child));
    child.post('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    child.post('Runtime.runIfWaitingForDebugger');
  }
}

import type { nameAbsentMembers } from '../runtime/absent.ts';
import type { BridgeEnd } from './bridge-end.ts';
import type { Codec } from './codec.ts';
import type { FromPage, PageConfig, ToPage } from './messages.ts';

/** Functions the preload world is built from; they arrive as source text beside it. */
export type PreloadParts = {
  readonly bridge: BridgeEnd;
  readonly ipc: Codec;
  readonly nameAbsent: typeof nameAbsentMembers;
  /** The preloads, each wrapped as a CommonJS module. */
  readonly preloads: readonly ((...scope: readonly unknown[]) => void)[];
};

/**
 * Runs the preload in its own world of a page: gives it `require('electron')` and nothing of the
 * page, and carries IPC over a binding only this world has. Injected as source text.
 */
export function installPreloadWorld(config: PageConfig, parts: PreloadParts): void {
  type Listener = (event: unknown, ...args: unknown[]) => void;
  type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };
  type Click = Event & {
    readonly button: number;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    readonly shiftKey: boolean;
  };
  type Link = { readonly tagName?: string; readonly href: string; readonly target: string };
  type Navigate = Event & {
    readonly hashChange: boolean;
    readonly destination: { readonly url: string; readonly sameDocument: boolean };
  };
  const { bridge, ipc, nameAbsent } = parts;
  const world = globalThis as unknown as Record<string, unknown>;
  const binding = world[config.secret] as (text: string) => void;
  const tell = (message: FromPage): void => binding(JSON.stringify(message));

  const listeners = new Map<string, { readonly call: Listener; readonly listener: Listener }[]>();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  const listen = (channel: string, listener: Listener, call: Listener): void => {
    if (typeof listener !== 'function') throw new TypeError('The listener must be a function');
    listeners.set(channel, [...(listeners.get(channel) ?? []), { call, listener }]);
  };
  const forget = (channel: string, listener: Listener): void => {
    const kept = [...(listeners.get(channel) ?? [])];
    const at = kept.findLastIndex((entry) => entry.listener === listener);
    if (at >= 0) kept.splice(at, 1);
    listeners.set(channel, kept);
  };

  const methods = {
    send: (channel: string, ...args: unknown[]): void =>
      tell({ kind: 'send', channel, args: ipc.encode(args) }),
    invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
      const id = ++lastId;
      const message: FromPage = { kind: 'invoke', id, channel, args: ipc.encode(args) };
      return await new Promise((resolve, reject) => {
        waiting.set(id, {
          resolve,
          reject: (error) => {
            error.message = `Error invoking remote method '${channel}': ${error.message}`;
            reject(error);
          },
        });
        tell(message);
      });
    },
    sendSync: (channel: string): never => {
      throw new Error(
        `Sidetone's stand-in runtime does not offer ipcRenderer.sendSync (channel '${channel}')`,
      );
    },
    on: (channel: string, listener: Listener): unknown => {
      listen(channel, listener, listener);
      return ipcRenderer;
    },
    once: (channel: string, listener: Listener): unknown => {
      listen(channel, listener, (event, ...args) => {
        forget(channel, listener);
        listener(event, ...args);
      });
      return ipcRenderer;
    },
    off: (channel: string, listener: Listener): unknown => {
      forget(channel, listener);
      return ipcRenderer;
    },
    removeAllListeners: (channel?: string): unknown => {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel: string): number => listeners.get(channel)?.length ?? 0,
    eventNames: (): string[] => [...listeners.keys()],
  };
  const ipcRenderer = nameAbsent(
    { ...methods, addListener: methods.on, removeListener: methods.off },
    'ipcRenderer',
  );

  const deliver = (channel: string, args: readonly unknown[]): void => {
    for (const { call } of listeners.get(channel) ?? []) {
      try {
        call({ sender: ipcRenderer, ports: [], senderId: 0 }, ...args);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  };
  world[`${config.secret}-receive`] = (text: string): void => {
    const message = JSON.parse(text) as ToPage;
    if (message.kind === 'send') {
      deliver(message.channel, ipc.decode(message.args) as unknown[]);
      return;
    }
    const entry = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'result') entry?.resolve(ipc.decode(message.value));
    else entry?.reject(new Error(message.message));
  };

  const openElsewhere = (url: string, name: string, features: string): void =>
    tell({ kind: 'open', url, name, features });
  bridge.answer('open', (input) => {
    const { url, name, features } = input as { url: string; name: string; features: string };
    const base = (world['location'] as { href: string }).href;
    openElsewhere(url ? new URL(url, base).href : 'about:blank', name, features);
  });

  /** Links that would open another window ask main instead, as `window.open` does. */
  const onClick = (event: Event): void => {
    const click = event as Click;
    const link = (event.composedPath() as unknown as Link[]).find(
      ({ tagName, href }) => tagName === 'A' && typeof href === 'string' && href !== '',
    );
    if (!link || event.defaultPrevented || !event.isTrusted) return;
    const modified = click.button === 1 || click.ctrlKey || click.metaKey || click.shiftKey;
    const target = link.target.toLowerCase();
    if (!modified && ['', '_self', '_top', '_parent'].includes(target)) return;
    event.preventDefault();
    openElsewhere(link.href, target.startsWith('_') ? '' : target, '');
  };
  const view = globalThis as unknown as EventTarget;
  view.addEventListener('click', onClick);
  view.addEventListener('auxclick', onClick);

  const tellWindow = (event: Event): void => {
    const page = world['document'] as { hasFocus(): boolean };
    if (event.target === view || event.type === 'visibilitychange') {
      tell({ kind: 'window', focused: page.hasFocus() });
    }
  };
  for (const change of ['focus', 'blur', 'resize', 'visibilitychange']) {
    view.addEventListener(change, tellWindow);
  }

  /** Addresses that never reach the network cannot be intercepted there, so they are asked for here. */
  (world['navigation'] as EventTarget).addEventListener('navigate', (event) => {
    const { destination, hashChange } = event as Navigate;
    if (!event.cancelable || hashChange || destination.sameDocument) return;
    if (/^(https?|file):/i.test(destination.url)) return;
    event.preventDefault();
    tell({ kind: 'leave', url: destination.url });
  });

  const electron = nameAbsent(
    {
      ipcRenderer,
      contextBridge: nameAbsent(
        { exposeInMainWorld: (key: string, api: unknown): void => bridge.expose(key, api) },
        'contextBridge',
      ),
      webUtils: nameAbsent({}, 'webUtils'),
    },
    'electron',
  );
  const requireElectron = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const processView = nameAbsent(
    {
      ...config.process,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]): void =>
        queueMicrotask(() => callback(...args)),
    },
    'process',
  );

  tell({ kind: 'hello' });
  for (const preload of parts.preloads) {
    try {
      const module = { exports: {} };
      preload(requireElectron, module, module.exports, processView, globalThis);
    } catch (error) {
      const { message, stack } = error as Error;
      tell({ kind: 'preload-error', message, stack: stack ?? message });
    }
  }
}

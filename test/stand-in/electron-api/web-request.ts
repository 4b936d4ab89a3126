import type * as Electron from 'electron';
import { ApiEmitter } from '../runtime/emitter.ts';

type Listener = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;

/** `session.webRequest`: the one listener that may cancel or redirect a request. */
export class WebRequest extends ApiEmitter {
  #listener: Listener | undefined;
  #filter: Electron.WebRequestFilter | undefined;

  constructor() {
    super('webRequest');
  }

  onBeforeRequest(...args: [Listener | null] | [Electron.WebRequestFilter, Listener | null]): void {
    const [filter, listener] = args.length === 2 ? args : [undefined, args[0]];
    this.#filter = filter;
    this.#listener = listener ?? undefined;
  }

  /** What the app's listener decides for a request; nothing when it has none for it. */
  async decide(
    details: Electron.OnBeforeRequestListenerDetails,
  ): Promise<Electron.CallbackResponse> {
    const listener = this.#listener;
    if (!listener || !matchesFilter(this.#filter, details)) return {};
    return await new Promise((resolve) => listener(details, resolve));
  }
}

function matchesFilter(
  filter: Electron.WebRequestFilter | undefined,
  { url, resourceType }: Electron.OnBeforeRequestListenerDetails,
): boolean {
  if (!filter) return true;
  const matches = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => toExpression(pattern).test(url));
  if (filter.types && !filter.types.some((type) => type === resourceType)) return false;
  if (filter.excludeUrls && matches(filter.excludeUrls)) return false;
  return filter.urls.length === 0 || matches(filter.urls);
}

/** A match pattern such as `*://*.example.com/*` as an expression. */
function toExpression(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const text = pattern
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/^\*:\/\//, '(?:https?|wss?)://')
    .replace('://*\\.', '://(?:[^/]+\\.)?')
    .replaceAll('*', '.*');
  return new RegExp(`^${text}$`, 'i');
}

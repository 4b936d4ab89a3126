import type { BridgeEnd } from './bridge-end.ts';

/**
 * Prepares the page's own world: it receives what the preload exposes, and its `window.open` asks
 * main. Injected as source text.
 */
export function installPageWorld(bridge: BridgeEnd): void {
  const freeze = <T>(value: T, seen = new Set<unknown>()): T => {
    const holds = (typeof value === 'object' && value !== null) || typeof value === 'function';
    if (!holds || seen.has(value) || ArrayBuffer.isView(value)) return value;
    seen.add(value);
    for (const key of Object.keys(value)) freeze((value as Record<string, unknown>)[key], seen);
    return Object.freeze(value);
  };

  bridge.answer('expose', (input) => {
    const { key, value } = input as { key: string; value: unknown };
    if (Object.hasOwn(globalThis, key)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    Object.defineProperty(globalThis, key, {
      value: freeze(value),
      enumerable: true,
      writable: false,
      configurable: false,
    });
  });

  // As the platform converts arguments: a symbol throws, an object is asked for its text.
  const toText = (value: unknown): string =>
    value === undefined ? '' : ''.concat(value as string);
  Object.defineProperty(globalThis, 'open', {
    value: (url?: unknown, name?: unknown, features?: unknown): null => {
      bridge.ask('open', {
        url: toText(url),
        name: toText(name),
        features: toText(features),
      });
      return null;
    },
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

import type { Codec, createCodec } from './codec.ts';

/** One side of the context bridge; injected as source text into both worlds of a page. */
export type BridgeEnd = {
  /** Defines a frozen copy of `value` as a property of the other world's window. */
  readonly expose: (key: string, value: unknown) => void;
  /** Calls what the other side set with `answer`, and returns its answer. */
  readonly ask: (question: string, value: unknown) => unknown;
  readonly answer: (question: string, answer: (value: unknown) => unknown) => void;
};

/**
 * Makes one end of the bridge between the page's world and the preload's. The worlds share the
 * document but no objects, so text travels in events whose name only the two ends know; functions
 * and promises stay where they are and are reached by number.
 */
export function createBridgeEnd(
  makeCodec: typeof createCodec,
  side: 'page' | 'preload',
  secret: string,
): BridgeEnd {
  type Message = {
    readonly kind: 'ask' | 'call' | 'return' | 'settle';
    readonly id: number;
    readonly name?: string;
    readonly value: string;
    readonly failed?: boolean;
  };
  type AnyFunction = (...args: unknown[]) => unknown;

  // Taken before the page's own code could replace them.
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const { apply } = Reflect;
  const Carrier = CustomEvent;
  const inbox = `${secret}-${side}`;
  const outbox = `${secret}-${side === 'page' ? 'preload' : 'page'}`;

  const functions = new Map<number, AnyFunction>();
  const numbers = new WeakMap<object, number>();
  const proxies = new WeakMap<object, number>();
  const pending = new Map<
    number,
    { resolve: (v: unknown) => void; reject: (e: unknown) => void }
  >();
  const returned = new Map<number, Message>();
  const answers = new Map<string, (value: unknown) => unknown>();
  let lastId = 0;

  const post = (message: Message): void => {
    apply(dispatchEvent, globalThis, [new Carrier(outbox, { detail: JSON.stringify(message) })]);
  };

  const request = (kind: 'ask' | 'call', id: number, name: string, value: unknown): unknown => {
    const call = ++lastId;
    post({ kind, id: call, name: kind === 'call' ? String(id) : name, value: codec.encode(value) });
    const reply = returned.get(call);
    returned.delete(call);
    if (!reply) throw new Error('The other side of the context bridge does not answer');
    const result = codec.decode(reply.value);
    if (reply.failed) throw result;
    return result;
  };

  const linkFunction = (value: AnyFunction): readonly [string, number] => {
    const own = proxies.get(value);
    if (own !== undefined) return ['yours', own];
    const id = numbers.get(value) ?? ++lastId;
    numbers.set(value, id);
    functions.set(id, value);
    return ['function', id];
  };

  const linkPromise = (value: Promise<unknown>): readonly [string, number] => {
    const id = ++lastId;
    const settle = (result: unknown, failed: boolean): void => {
      post({ kind: 'settle', id, failed, value: encodeOutcome(result, failed).value });
    };
    value.then(
      (result) => settle(result, false),
      (error: unknown) => settle(error, true),
    );
    return ['promise', id];
  };

  const unlink = (kind: string, id: number): unknown => {
    if (kind === 'yours') return functions.get(id);
    if (kind === 'promise') {
      return new Promise((resolve, reject) => pending.set(id, { resolve, reject }));
    }
    const proxy = (...args: unknown[]): unknown => request('call', id, '', args);
    proxies.set(proxy, id);
    return proxy;
  };

  const codec: Codec = makeCodec({
    toBase64: (bytes) => {
      let text = '';
      for (let at = 0; at < bytes.length; at += 0x8000) {
        text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      }
      return btoa(text);
    },
    fromBase64: (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
    link: {
      encode: (value) => {
        if (typeof value === 'function') return linkFunction(value as AnyFunction);
        return value instanceof Promise ? linkPromise(value) : undefined;
      },
      decode: unlink,
    },
  });

  /** A result or error as text; what cannot cross becomes the error that says so. */
  const encodeOutcome = (result: unknown, failed: boolean): { value: string; failed: boolean } => {
    try {
      return { value: codec.encode(result), failed };
    } catch (error) {
      return { value: codec.encode(error), failed: true };
    }
  };

  const run = (message: Message): void => {
    let outcome: { value: string; failed: boolean };
    try {
      const input = codec.decode(message.value);
      const result =
        message.kind === 'call'
          ? functions.get(Number(message.name))?.(...(input as unknown[]))
          : answers.get(message.name ?? '')?.(input);
      outcome = encodeOutcome(result, false);
    } catch (error) {
      outcome = encodeOutcome(error, true);
    }
    post({ kind: 'return', id: message.id, ...outcome });
  };

  const settle = (message: Message): void => {
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if (message.failed) waiting?.reject(codec.decode(message.value));
    else waiting?.resolve(codec.decode(message.value));
  };

  const receive = (event: Event): void => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as Message;
    if (message.kind === 'return') returned.set(message.id, message);
    else if (message.kind === 'settle') settle(message);
    else run(message);
  };

  apply(addEventListener, globalThis, [inbox, receive]);

  return {
    expose: (key, value) => void request('ask', 0, 'expose', { key, value }),
    ask: (question, value) => request('ask', 0, question, value),
    answer: (question, answer) => void answers.set(question, answer),
  };
}

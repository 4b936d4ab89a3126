/**
 * Carries values as text between main, the preload's world and the page's world. The functions here
 * are also injected into pages as source text, so they may use nothing from outside themselves.
 */

/** Turns a value into text and back; `encode` throws `An object could not be cloned.` */
export type Codec = {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
};

/** What a codec needs from its surroundings; without `link`, functions and promises are refused. */
export type CodecParts = {
  readonly toBase64: (bytes: Uint8Array) => string;
  readonly fromBase64: (text: string) => Uint8Array;
  readonly link?: {
    readonly encode: (value: object) => readonly [string, number] | undefined;
    readonly decode: (kind: string, id: number) => unknown;
  };
};

/** Makes a codec with the fidelity of the structured clone algorithm, shared references included. */
export function createCodec(parts: CodecParts): Codec {
  type Tagged = readonly [string, ...unknown[]];
  type Views = 'Uint8Array' | 'Float64Array';

  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };

  const encode = (root: unknown): string => {
    const nodes: unknown[] = [];
    const seen = new Map<unknown, number>();

    const add = (value: unknown): number => {
      const known = typeof value === 'object' && value !== null ? seen.get(value) : undefined;
      if (known !== undefined) return known;
      const index = nodes.push(null) - 1;
      if (typeof value === 'object' && value !== null) seen.set(value, index);
      nodes[index] = describe(value);
      return index;
    };
    const entries = (value: object): unknown =>
      Object.keys(value).map((key) => [key, add((value as Record<string, unknown>)[key])]);

    const describe = (value: unknown): unknown => {
      if (typeof value === 'number') {
        if (Number.isFinite(value) && !Object.is(value, -0)) return value;
        return ['number', Object.is(value, -0) ? '-0' : String(value)];
      }
      if (typeof value === 'bigint') return ['bigint', String(value)];
      if (value === undefined) return ['undefined'];
      if (typeof value === 'function') return parts.link?.encode(value) ?? refuse();
      if (typeof value === 'object' && value !== null) return describeObject(value);
      return typeof value === 'symbol' ? refuse() : value;
    };

    const describeError = (error: Error): Tagged => {
      const cause = Object.hasOwn(error, 'cause') ? add(error.cause) : -1;
      return ['error', error.name, error.message, error.stack ?? '', cause];
    };

    const describeView = (view: ArrayBufferView): Tagged => {
      const length = view instanceof DataView ? view.byteLength : (view as Uint8Array).length;
      const name = Object.prototype.toString.call(view).slice(8, -1);
      return ['view', name, add(view.buffer), view.byteOffset, length];
    };

    const describeObject = (value: object): unknown => {
      if (Array.isArray(value)) return ['array', value.length, entries(value)];
      if (ArrayBuffer.isView(value)) return describeView(value);
      const tag = Object.prototype.toString.call(value).slice(8, -1);
      switch (tag) {
        case 'Object':
          return ['object', entries(value)];
        case 'Date':
          return ['date', (value as Date).getTime()];
        case 'RegExp':
          return ['regexp', (value as RegExp).source, (value as RegExp).flags];
        case 'Map':
          return ['map', [...(value as Map<unknown, unknown>)].map(([k, v]) => [add(k), add(v)])];
        case 'Set':
          return ['set', [...(value as Set<unknown>)].map(add)];
        case 'Error':
        case 'DOMException':
          return describeError(value as Error);
        case 'ArrayBuffer':
          return ['buffer', parts.toBase64(new Uint8Array(value as ArrayBuffer))];
        case 'Number':
        case 'String':
        case 'Boolean':
        case 'BigInt':
          return ['boxed', add(value.valueOf())];
        default:
          return parts.link?.encode(value) ?? refuse();
      }
    };

    add(root);
    return JSON.stringify(nodes);
  };

  const decode = (text: string): unknown => {
    const nodes = JSON.parse(text) as readonly unknown[];
    const made = new Map<number, unknown>();

    const keep = <T>(index: number, value: T, fill?: (value: T) => void): T => {
      made.set(index, value);
      fill?.(value);
      return value;
    };
    const assign = (target: object, pairs: unknown): void => {
      for (const [key, index] of pairs as readonly [string, number][]) {
        const value = make(index);
        // Defined, not assigned: a key named __proto__ stays a key.
        Object.defineProperty(target, key, {
          value,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
    };
    const makeError = (index: number, node: Tagged): Error => {
      const [, name, message, stack, cause] = node as [string, string, string, string, number];
      const kinds = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
      const Kind = Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : Error;
      return keep(index, new Kind(message), (error) => {
        Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true });
        if (cause < 0) return;
        Object.defineProperty(error, 'cause', {
          value: make(cause),
          writable: true,
          configurable: true,
        });
      });
    };
    const makeView = (index: number, node: Tagged): unknown => {
      const [, name, buffer, offset, length] = node as [string, Views, number, number, number];
      return keep(index, new globalThis[name](make(buffer) as ArrayBuffer, offset, length));
    };

    const make = (index: number): unknown => {
      if (made.has(index)) return made.get(index);
      const node = nodes[index];
      return Array.isArray(node) ? makeTagged(index, node as unknown as Tagged) : node;
    };
    const makeTagged = (index: number, node: Tagged): unknown => {
      const [kind, first, second] = node;
      switch (kind) {
        case 'number':
          return Number(first);
        case 'bigint':
          return BigInt(first as string);
        case 'undefined':
          return undefined;
        case 'array':
          return keep(index, [] as unknown[], (array) => {
            array.length = first as number;
            assign(array, second);
          });
        case 'object':
          return keep(index, {}, (object) => assign(object, first));
        case 'date':
          return keep(index, new Date((first as number | null) ?? Number.NaN));
        case 'regexp':
          return keep(index, new RegExp(first as string, second as string));
        case 'map':
          return keep(index, new Map<unknown, unknown>(), (map) => {
            for (const [k, v] of first as readonly [number, number][]) map.set(make(k), make(v));
          });
        case 'set':
          return keep(index, new Set<unknown>(), (set) => {
            for (const item of first as readonly number[]) set.add(make(item));
          });
        case 'error':
          return makeError(index, node);
        case 'buffer': {
          const bytes = parts.fromBase64(first as string);
          return keep(index, bytes.buffer.slice(0, bytes.byteLength));
        }
        case 'view':
          return makeView(index, node);
        case 'boxed':
          return keep(index, Object(make(first as number)));
        default:
          return keep(index, parts.link?.decode(kind, first as number));
      }
    };

    return make(0);
  };

  return { encode, decode };
}

/**
 * Makes the codec of IPC: the platform's own structured clone decides what may cross, so functions,
 * symbols, promises and DOM nodes are refused with the words Electron uses.
 */
export function createIpcCodec(makeCodec: typeof createCodec, parts: CodecParts): Codec {
  const codec = makeCodec({ toBase64: parts.toBase64, fromBase64: parts.fromBase64 });
  const encode = (value: unknown): string => {
    let clone: unknown;
    try {
      clone = structuredClone(value);
    } catch (error) {
      if ((error as Error).name !== 'DataCloneError') throw error;
      throw new Error('An object could not be cloned.', { cause: error });
    }
    return codec.encode(clone);
  };
  return { encode, decode: codec.decode };
}

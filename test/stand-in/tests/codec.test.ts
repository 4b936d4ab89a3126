import { describe, expect, test } from 'vitest';
import { createCodec, createIpcCodec } from '../page/codec.ts';

const ipc = createIpcCodec(createCodec, {
  toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
  fromBase64: (text) => Uint8Array.from(Buffer.from(text, 'base64')),
});

const across = (value: unknown): unknown => ipc.decode(ipc.encode(value));

describe('the codec of IPC', () => {
  test('agrees with the structured clone algorithm on everything it carries', () => {
    const buffer = new Uint8Array([1, 2, 3, 4]).buffer;
    const value = {
      numbers: [0, -0, 1.5, NaN, Infinity],
      holes: Object.assign([1], { length: 3, 2: 3 }),
      nothing: undefined,
      empty: null,
      big: 2n ** 80n,
      date: new Date(1e12),
      pattern: /x\/y/giu,
      map: new Map<unknown, unknown>([['k', new Set([1, 'a'])]]),
      views: [new Uint8Array(buffer, 1, 2), new DataView(buffer), new BigInt64Array([5n])],
      boxed: [Object(1), Object('s'), Object(1n)],
      node: Buffer.from('bytes'),
    };
    expect(across(value)).toEqual(structuredClone(value));
  });

  test('keeps views of one buffer on one buffer', () => {
    const buffer = new ArrayBuffer(4);
    const [first, second] = across([new Uint8Array(buffer, 0, 2), new Uint8Array(buffer, 2)]) as [
      Uint8Array,
      Uint8Array,
    ];
    expect(first.buffer).toBe(second.buffer);
    expect(second.byteOffset).toBe(2);
  });

  test('keeps cycles', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    const back = across(loop) as Record<string, unknown>;
    expect(back['self']).toBe(back);
  });

  test('lets no key of an object become its prototype', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"admin": true}}');
    const back = across(hostile) as Record<string, unknown>;
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
    expect(back['admin']).toBeUndefined();
  });

  test('drops own members of errors, as structured clones do', () => {
    const back = across(Object.assign(new TypeError('no'), { code: 'X' })) as TypeError;
    expect(back).toBeInstanceOf(TypeError);
    expect(back.message).toBe('no');
    expect(back).not.toHaveProperty('code');
  });

  test.each([() => 1, Symbol('s'), Promise.resolve(), new WeakMap(), { deep: [() => 1] }])(
    'refuses %s',
    (value) => {
      expect(() => ipc.encode(value)).toThrow('An object could not be cloned.');
    },
  );
});

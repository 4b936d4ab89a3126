import fc from 'fast-check';

/** Words of ours that must be in no line of the log, whatever comes of the call they are in. */
export const plantedBody = 'Planted body: the rate for Elm Street';
/** A number that must be in no line of the log in full. */
export const plantedNumber = '+12125550142';

/** Keys that reach for what every object has. */
const reachingKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'then'];

/** Texts that somebody chose with care. */
export const chosenTexts: readonly string[] = [
  '',
  ' ',
  '0',
  '1',
  '-1',
  '1e309',
  'NaN',
  'null',
  plantedNumber,
  '+19075550141',
  '(212) 555-0142',
  '911',
  '112',
  '*67',
  '+1',
  'tel:+12125550142',
  plantedBody,
  "'; DROP TABLE message; --",
  '" OR 1=1 --',
  '%',
  '_',
  'NEAR(a b)',
  'a* OR "b"',
  '../../../../etc/passwd',
  '..\\..\\windows\\system32',
  '/etc/passwd',
  'C:\\secret.txt',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202egnp.exe',
  '\ufeff',
  'e\u0301'.repeat(40),
  '👨‍👩‍👧‍👦'.repeat(20),
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'https://example.com/?a=1#b',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'Europe/Atlantis',
  'voicemail-1',
  'attachment-1-2',
  'recording-1',
  '{first name}',
  '${7*7}',
  '=HYPERLINK("http://example.com")',
  'x'.repeat(5_000),
  '9'.repeat(400),
  ...reachingKeys,
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...chosenTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
);

export const hostileNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -0,
    0,
    1,
    -1,
    0.1,
    Number.MAX_SAFE_INTEGER,
    Number.MAX_SAFE_INTEGER + 1,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    2 ** 31,
    2 ** 32,
    2 ** 63,
    8_640_000_000_000_001,
  ),
  fc.integer(),
);

/** Values that are odd in themselves; some are no plain data, which must not get past the border. */
const oddValues: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => 10n ** 30n,
  () => new Date(Number.NaN),
  () => new Date(0),
  () => /(a+)+$/,
  () => new Map([['__proto__', 1]]),
  () => new Set([1]),
  () => new Uint8Array(64),
  () => new ArrayBuffer(8),
  () => new Error('planted'),
  () => Object.assign([], { length: 5_000 }),
  () => Object.assign([], { 1: 1, 3: 2 }),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}}}'),
  () => ({ toString: 1, valueOf: 1 }),
  () => withOwn({}, 'then', 1),
  () => ({ length: 1_000_000_000 }),
  () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    return circle;
  },
  () => {
    const deep: unknown[] = [];
    let end = deep;
    for (let level = 0; level < 2_000; level++) end = end[0] = [] as unknown[];
    return deep;
  },
  () => () => 1,
  () => Symbol('x'),
  () => ({
    get text(): string {
      throw new Error('a getter');
    },
  }),
  () => 'y'.repeat(1_200_000),
];

export const oddValue: fc.Arbitrary<unknown> = fc
  .constantFrom(...oddValues)
  .map((make): unknown => make());

const hostileKey = fc.oneof(fc.constantFrom(...reachingKeys, 'id', 'text', ''), hostileText);

/** An own property, whatever its name: `object[key] = …` would reach for the prototype. */
export function withOwn(target: object, key: string, value: unknown): object {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return target;
}

/** Anything at all, nested a few levels. */
export const hostileValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    hostileText,
    hostileNumber,
    oddValue,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(hostileKey, tie('value')), { maxLength: 4 })
      .map((entries) =>
        entries.reduce<object>((made, [key, value]) => withOwn(made, key, value), {}),
      ),
  ),
})).value;

/** Anything that JSON can carry, as JSON carries it. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.json().map((text): unknown => JSON.parse(text)) },
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}, [[]], '') },
);

/** A sound value with one part of it changed, left out, or something added to it. */
export function mutated<T>(sound: fc.Arbitrary<T>, odd: fc.Arbitrary<unknown>): fc.Arbitrary<T> {
  return fc
    .tuple(
      sound,
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9 }), odd, hostileKey), { maxLength: 3 }),
    )
    .map(([value, changes]) =>
      changes.reduce<unknown>(
        (made, [at, how, part, key]) => change(made, at, { how, part, key }),
        value,
      ),
    ) as fc.Arbitrary<T>;
}

type Change = { readonly how: number; readonly part: unknown; readonly key: string };

/** Walks down by what `at` leaves over at each level, and changes what is there. */
function change(value: unknown, at: number, how: Change): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return how.part;
  const keys = Object.keys(value);
  // Reading a getter would be this test's own doing.
  const isRead = keys.some((key) => Object.getOwnPropertyDescriptor(value, key)?.get !== undefined);
  if (isRead) return how.part;
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const key = keys[at % (keys.length + 1)];
  if (key === undefined) return withOwn(copy, how.key, how.part);
  if (how.how === 0) {
    delete (copy as Record<string, unknown>)[key];
    return copy;
  }
  const inner: unknown = (value as Record<string, unknown>)[key];
  const next = Math.floor(at / (keys.length + 1));
  return withOwn(copy, key, how.how < 4 ? how.part : change(inner, next, how));
}

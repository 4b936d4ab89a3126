import fc from 'fast-check';
import { z } from 'zod';
import { hostileNumber, hostileText, hostileValue, withOwn } from './hostile.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Values of the shape that a schema asks for; ids, numbers and words in them mean nothing. */
export function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return fromSchema(json);
}

function fromSchema(schema: Schema): fc.Arbitrary<unknown> {
  const choices = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(choices)) return fc.oneof(...(choices as Schema[]).map(fromSchema));
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  switch (schema['type']) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return fc.array(fromSchema((schema['items'] ?? {}) as Schema), { maxLength: 3 });
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      // What JSON has no word for: nothing, or bytes.
      return fc.oneof(fc.constant(undefined), fc.uint8Array({ maxLength: 300 }), hostileValue);
  }
}

function objectOf(schema: Schema): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const required = new Set((schema['required'] ?? []) as readonly string[]);
  const parts = Object.entries(properties).map(([key, inner]) =>
    fc.tuple(
      fc.constant(key),
      required.has(key) ? fc.constant(true) : fc.boolean(),
      fromSchema(inner),
    ),
  );
  return fc
    .tuple(...parts)
    .map((entries) =>
      entries.reduce<object>(
        (made, [key, isThere, value]) => (isThere ? withOwn(made, key, value) : made),
        {},
      ),
    );
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  const most = Number(schema['maxLength'] ?? 10_000);
  const least = Number(schema['minLength'] ?? 0);
  if (schema['pattern'] === '^\\+[1-9]\\d{1,14}$') {
    return fc.nat({ max: 99 }).map((n) => `+121255501${String(n).padStart(2, '0')}`);
  }
  return hostileText.map((text) => text.slice(0, most).padEnd(least, 'x'));
}

function numberOf(schema: Schema): fc.Arbitrary<number> {
  const least = Number(schema['minimum'] ?? Number.MIN_SAFE_INTEGER);
  const most = Number(schema['maximum'] ?? Number.MAX_SAFE_INTEGER);
  const whole = fc.maxSafeInteger().map((n) => Math.min(Math.max(n, least), most));
  return fc.oneof(whole, fc.constantFrom(least, most), hostileNumber);
}

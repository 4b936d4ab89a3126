import { invalidValue } from './errors.ts';

/** A repeated or comma-free list parameter; every value must be one of `allowed`. */
export function listOf<T extends string>(
  query: URLSearchParams,
  name: string,
  allowed: readonly T[],
): readonly T[] {
  return query.getAll(name).map((value) => {
    const known = allowed.find((choice) => choice === value);
    if (known === undefined) throw invalidValue(name);
    return known;
  });
}

export function oneOf<T extends string>(
  query: URLSearchParams,
  name: string,
  allowed: readonly T[],
  fallback: T,
): T {
  return listOf(query, name, allowed)[0] ?? fallback;
}

/** A date, or a date and a time with or without its zone; everything else `Date.parse` takes is no ISO 8601. */
const ISO_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** An ISO 8601 time as epoch milliseconds; undefined when the parameter is absent. Without a zone it is UTC. */
export function timeOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const [, clock, , , zone] = ISO_TIME.exec(text) ?? [];
  const time = Date.parse(clock !== undefined && zone === undefined ? `${text}Z` : text);
  if (!ISO_TIME.test(text) || Number.isNaN(time)) throw invalidValue(name);
  return time;
}

export function integerOf(
  query: URLSearchParams,
  name: string,
  range: { readonly min: number; readonly max?: number },
): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < range.min) {
    throw invalidValue(name);
  }
  return range.max === undefined ? value : Math.min(value, range.max);
}

export function flagOf(query: URLSearchParams, name: string, fallback: boolean): boolean {
  return oneOf(query, name, ['true', 'false'], fallback ? 'true' : 'false') === 'true';
}

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

/** An ISO 8601 time as epoch milliseconds; undefined when the parameter is absent. */
export function timeOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const time = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(time)) throw invalidValue(name);
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
  if (!/^\d+$/.test(text) || value < range.min) throw invalidValue(name);
  return range.max === undefined ? value : Math.min(value, range.max);
}

export function flagOf(query: URLSearchParams, name: string, fallback: boolean): boolean {
  return oneOf(query, name, ['true', 'false'], fallback ? 'true' : 'false') === 'true';
}

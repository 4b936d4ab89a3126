import type { Words } from './words.ts';

const marks: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ó',
  s: 'š',
  u: 'ú',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ö',
  S: 'Š',
  U: 'Û',
  Y: 'Ý',
  Z: 'Ž',
};

/** How much longer than English the longest of usual translations are. */
const growth = 0.35;

/**
 * A text that is English still, and shows at a glance what is not from `strings` (no accents), cut off
 * (no closing bracket) or put together from pieces (brackets in the middle): `[Šéñd téxt ··]`.
 */
export function pseudoText(text: string): string {
  if (text.trim() === '') return text;
  const marked = text.replace(/[aceinosuyzACEINOSUYZ]/g, (letter) => marks[letter] ?? letter);
  return `[${marked} ${'·'.repeat(Math.max(1, Math.round(text.length * growth)))}]`;
}

/** The words of a language, each made conspicuous; what functions say is so as well. */
export function toPseudo(words: Words): Words {
  return convert(words) as Words;
}

function convert(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value === 'function') {
    return (...values: readonly unknown[]) => convert(Reflect.apply(value, undefined, values));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, convert(each)]));
}

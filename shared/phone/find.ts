import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';
import type { CountryCode } from '../model/ids.ts';
import { readDialable } from './dialable.ts';
import { plainText } from './plain-text.ts';
import { isSomethingElse } from './something-else.ts';
import type { FoundNumber } from './types.ts';

const countryFallback = 'US';
/** How far back an address of a page may begin. */
const longestWord = 200;
/** Fewer digits are no number that is found among words. */
const mayHaveNumber = /(?:\d[\s().\-/\u00a0\u2010-\u2015]{0,4}){3}/u;
/** Where one number ends and the next begins; an extension may follow a comma. */
const between = /\n|[;|]\s|,\s+(?!e?xt|x\s?\d)|\s(?:or|oder|ou|o|and|und|et|y|\/)\s/gi;
/** `1-800-FLOWERS`, in capitals: other words would be taken for numbers. */
const spelled =
  /(?<![\w+])(?:\+?1[\s.-]?)?\(?[2-9]\d\d\)?[\s.-](?=[\dA-Z.-]*[A-Z]{3})[\dA-Z](?:[\s.-]?[\dA-Z]){6}(?!\w)/g;
/** `+44 7700 900123`, grouped in whatever way. */
const withPlus = /(?<![\w+])\+\d(?:[ ().\-\u00a0\u2010-\u2015]{0,3}\d){7,14}(?!\w)/gu;
/** What may follow a number and belongs to it, beyond what the library knows. */
const trailing =
  /^(?:[\s,]*(?:e?xt(?:ension|n)?|x|poste|durchwahl|dw|wew|toestel|доб)[\s.:]*\d{1,7}(?!\d)|,{1,3}[\d*#]{1,9}(?![\d-]))/i;

/**
 * The numbers in a text, in order. Dates, prices and reference numbers are none: a number has to
 * be valid in its country, and grouped as people group numbers.
 */
export function findNumbers(text: string, country: CountryCode): readonly FoundNumber[] {
  if (!mayHaveNumber.test(text)) return [];
  const found = stretches(text).flatMap(([start, end]) => findIn(text, start, end, country));
  return found.toSorted((one, other) => one.start - other.start);
}

function findIn(text: string, from: number, to: number, country: CountryCode): FoundNumber[] {
  const part = text.slice(from, to);
  const found: FoundNumber[] = [];
  const add = (start: number, end: number): void => {
    if (isPartOfWord(text, start, end)) return;
    if (found.some((other) => start < other.end && other.start < end)) return;
    const target = readDialable(plainText(text.slice(start, end)), country);
    if (!target.ok) return;
    const { number } = target.value;
    if (isSomethingElse(text, { start, end, number })) return;
    found.push({ start, end, target: target.value });
  };
  const defaultCountry = isSupportedCountry(country) ? country : countryFallback;
  for (const match of findPhoneNumbersInText(part, { defaultCountry })) {
    const [more = ''] = trailing.exec(part.slice(match.endsAt)) ?? [];
    add(from + match.startsAt, from + match.endsAt + more.length);
  }
  // A plus says what it is, also where the library knows no such number yet.
  for (const match of [...part.matchAll(withPlus), ...part.matchAll(spelled)]) {
    const end = match.index + match[0].length;
    const [more = ''] = trailing.exec(part.slice(end)) ?? [];
    add(from + match.index, from + end + more.length);
  }
  return found;
}

/** `order_5125550142.pdf` and an address of a page have digits of their own. */
function isPartOfWord(text: string, start: number, end: number): boolean {
  const [word = ''] = /\S*$/.exec(text.slice(Math.max(0, start - longestWord), start)) ?? [];
  return (
    word.includes('://') ||
    /[\p{L}_@=&]$/u.test(word) ||
    /^[\p{L}_@]/u.test(text.slice(end, end + 2))
  );
}

function stretches(text: string): readonly (readonly [number, number])[] {
  const cuts = [...text.matchAll(between)].map(({ index, 0: cut }) => [index, index + cut.length]);
  const starts = [0, ...cuts.map(([, end = 0]) => end)];
  const ends = [...cuts.map(([start = 0]) => start), text.length];
  return starts.map((start, n) => [start, ends[n] ?? text.length] as const);
}

/**
 * Answers that end texts: those that US carriers and RingCentral act on themselves, and two more that
 * the carriers' rules name since 2025 (CTIA messaging principles; 47 CFR 64.1200(a)(10)).
 */
export const carrierStopWords = [
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
] as const;

/** Answers that allow texts again. */
export const carrierStartWords = ['START', 'UNSTOP', 'YES'] as const;

/** What an answer of one word says about further texts, with the word as it is compared. */
export type OptAnswer = { readonly says: 'stop' | 'start'; readonly word: string };

/** Longer texts are no answer of one word, whatever stands around it. */
const longestAnswer = 60;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
/** Hyphens, and what has no width, within a word. */
const within = /[\p{Pd}\p{Cf}\u034f\ufe0e\ufe0f]/gu;

/**
 * A text as one word in capitals, without the quotes, punctuation, emoji and blanks around it;
 * undefined where it is none or several.
 */
export function foldAnswer(text: string): string | undefined {
  if (text.length > longestAnswer) return undefined;
  const word = text.normalize('NFKC').replaceAll(edges, '').replaceAll(within, '');
  return word === '' || /[^\p{L}\p{N}\p{M}]/u.test(word) ? undefined : word.toUpperCase();
}

/**
 * Whether a text that came in ends texts or allows them again: a single word, since `Please stop by
 * at 5` asks for no such thing. `ownWords` end texts beside those of the carriers.
 */
export function readOptAnswer(text: string, ownWords: readonly string[]): OptAnswer | undefined {
  const word = foldAnswer(text);
  if (word === undefined) return undefined;
  if (includes(carrierStartWords, word)) return { says: 'start', word };
  const stops =
    includes(carrierStopWords, word) || ownWords.some((own) => foldAnswer(own) === word);
  return stops ? { says: 'stop', word } : undefined;
}

function includes(words: readonly string[], word: string): boolean {
  return words.includes(word);
}

import type { Excerpt } from '../../../../shared/model/search.ts';
import { excerptOf, numberExcerpt } from '../excerpt.ts';
import { fold } from '../fold.ts';
import type { Word } from '../parse.ts';

/** What is known of someone that words can be in. */
export type Known = {
  readonly name: string | undefined;
  readonly company: string | undefined;
  readonly email: string | undefined;
  readonly number: string | undefined;
};

/** How well words fit someone, the best first: a name that begins with them, a word of it, … */
export function rankOf(known: Known, words: readonly Word[]): number {
  const [first] = words;
  if (first === undefined) return 0;
  const name = fold(known.name ?? '');
  if (name.startsWith(first.folded)) return 0;
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(first.folded))) return 1;
  if (name.includes(first.folded)) return 2;
  if (first.digits !== undefined && known.number?.endsWith(first.digits) === true) return 3;
  if (first.digits !== undefined && known.number?.includes(first.digits) === true) return 4;
  return fold(known.company ?? '').includes(first.folded) ? 5 : 6;
}

/** Where the words are in what is known of someone: name, company, e-mail or number. */
export function sideExcerpt(known: Known, words: readonly Word[]): Excerpt {
  for (const text of [known.name, known.company, known.email]) {
    const excerpt = text === undefined ? undefined : excerptOf(text, words);
    if (excerpt !== undefined && excerpt.marks.length > 0) return excerpt;
  }
  const digits = words.find(
    (word) => word.digits !== undefined && known.number?.includes(word.digits) === true,
  )?.digits;
  if (known.number !== undefined && digits !== undefined) {
    return numberExcerpt(known.number, digits);
  }
  return { text: known.name ?? known.number ?? known.company ?? '', marks: [] };
}

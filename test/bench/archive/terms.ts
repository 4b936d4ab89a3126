import { rareWord } from './words.ts';

/** Something people look for; `match` asks the index of texts for the same. */
export type Term = { readonly name: string; readonly text: string; readonly match: string };

export const terms: readonly Term[] = [
  { name: 'a common word', text: 'closing', match: '"closing"' },
  { name: 'a rare word', text: rareWord, match: `"${rareWord}"` },
  { name: 'part of a number', text: '555-0142', match: '"555-0142"' },
  { name: 'two words', text: 'rate lender', match: '"rate" AND "lender"' },
  { name: 'no hit', text: 'xylophonist', match: '"xylophonist"' },
];

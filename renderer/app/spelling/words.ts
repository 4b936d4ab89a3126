/** A word that is to be looked up, and where it stands. */
export type Word = { readonly word: string; readonly start: number; readonly end: number };

/** Longer texts are no texts, and are left alone. */
const longestText = 5_000;
const longestWord = 40;

/** What is no language: addresses, numbers with letters in them, fields of templates, handles. */
const noWords =
  /(?:[a-z][\w+.-]*:\/\/|www\.)\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?\b|[#@]\w+|\{[^{}\n]*\}|\S*\d\S*/giu;
const wordPattern = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu;
const endOfSentence = /(?:^|[.!?…:]["'”’)\]]*\s+|\n\s*|^["“'‘(]+)$/u;

/**
 * The words of a text that can be misspelled: none that are numbers, addresses or in capitals, and
 * no names, which are taken to be what is capitalised inside a sentence.
 */
export function wordsOf(text: string): readonly Word[] {
  if (text.length > longestText) return [];
  const plain = text.replace(noWords, (match) => ' '.repeat(match.length));
  return [...plain.matchAll(wordPattern)].flatMap(({ 0: found, index }): readonly Word[] => {
    if (found.length < 2 || found.length > longestWord) return [];
    if (found === found.toUpperCase() || !/^\p{Script=Latin}/u.test(found)) return [];
    const isCapitalised = /^\p{Lu}/u.test(found);
    const startsSentence = endOfSentence.test(text.slice(Math.max(0, index - 20), index));
    if (/\p{Lu}/u.test(found.slice(1)) || (isCapitalised && !startsSentence)) return [];
    const word = found.replaceAll('’', "'");
    return [{ word, start: index, end: index + found.length }];
  });
}

/** A text in pieces, of which some are misspelled: together they are the text, letter for letter. */
export type Piece = {
  readonly start: number;
  readonly text: string;
  readonly wrong: Word | undefined;
};

export function piecesOf(text: string, wrong: readonly Word[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const word of wrong) {
    const { start, end } = word;
    if (start > from) {
      pieces.push({ start: from, text: text.slice(from, start), wrong: undefined });
    }
    pieces.push({ start, text: text.slice(start, end), wrong: word });
    from = end;
  }
  // A field shows an empty last line, which an element does not without anything in it.
  pieces.push({ start: from, text: `${text.slice(from)}\u200b`, wrong: undefined });
  return pieces;
}

/** The misspelled word that the caret is in or at. */
export function wordAt(wrong: readonly Word[], caret: number): Word | undefined {
  return wrong.find(({ start, end }) => start <= caret && caret <= end);
}

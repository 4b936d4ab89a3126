import nspell from 'nspell';

/** What is asked of the checker, and what it answers. */
export type SpellingRequest =
  | { readonly id: number; readonly ask: 'check'; readonly words: readonly string[] }
  | { readonly id: number; readonly ask: 'suggest'; readonly word: string };
export type SpellingReply = {
  readonly id: number;
  /** Of `check`, those that are misspelled; of `suggest`, what may be meant. */
  readonly words: readonly string[];
};

const mostSuggestions = 6;

/** Builds the checker of a Hunspell dictionary; that takes a while, and so does a suggestion. */
export function createChecker(
  aff: string,
  dic: string,
): (request: SpellingRequest) => SpellingReply {
  const speller = nspell(aff, dic);
  return (request) => {
    const { id } = request;
    return request.ask === 'check'
      ? { id, words: request.words.filter((word) => !speller.correct(word)) }
      : { id, words: speller.suggest(request.word).slice(0, mostSuggestions) };
  };
}

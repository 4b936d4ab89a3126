import { create } from 'zustand';
import { openSearch } from './ui-store.ts';

/** What the search is to look for, until it has it. */
const useSearchWords = create<{ readonly words: string | undefined }>()(() => ({
  words: undefined,
}));

/** Opens the search and looks for words. */
export function openSearchFor(words: string): void {
  useSearchWords.setState({ words });
  openSearch();
}

/** The words that the search is to look for, once: its field has them from then on. */
export function takeSearchWords(): string | undefined {
  const { words } = useSearchWords.getState();
  useSearchWords.setState({ words: undefined });
  return words;
}

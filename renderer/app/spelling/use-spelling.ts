import { useDeferredValue, useEffect, useMemo, useState, type RefObject } from 'react';
import { useSettings } from '../queries.ts';
import { createSpeller, type Speller } from './speller.ts';
import { wordsOf, type Word } from './words.ts';

/** How long nothing is typed before words are looked up, in milliseconds. */
const restMs = 300;

let shared: Speller | undefined;

/** One for the whole window; the worker starts when something is written. */
export function speller(): Speller {
  shared ??= createSpeller(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  );
  return shared;
}

/** The misspelled words of what is written, but for the one that the caret is in. */
export function useSpelling(
  text: string,
  field: RefObject<HTMLTextAreaElement | null>,
): readonly Word[] {
  const settings = useSettings().data;
  const isOn = settings?.spellCheck === true;
  const ownWords = settings?.ownWords;
  const [looked, setLooked] = useState(0);
  const deferred = useDeferredValue(text);
  const words = useMemo(() => (isOn ? wordsOf(deferred) : []), [deferred, isOn]);

  useEffect(() => {
    if (words.length === 0) return;
    const timer = setTimeout(() => {
      void speller()
        .look(words.map(({ word }) => word))
        .then(() => setLooked((count) => count + 1));
    }, restMs);
    return () => clearTimeout(timer);
  }, [words]);

  return useMemo(() => {
    const own = new Set(ownWords?.map((word) => word.toLowerCase()));
    const caret = document.activeElement === field.current ? field.current?.selectionStart : -1;
    return words.filter(
      ({ word, start, end }) =>
        speller().isWrong(word) === true &&
        !own.has(word.toLowerCase()) &&
        // What is being typed is not finished.
        !(end === caret && deferred.length === end) &&
        deferred.slice(start, end) === text.slice(start, end),
    );
    // `looked` says that the speller knows more than before.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [words, ownWords, looked, deferred, text, field]);
}

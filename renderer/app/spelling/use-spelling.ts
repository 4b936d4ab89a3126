import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSettings } from '../queries.ts';
import { createSpeller, type Speller } from './speller.ts';
import { wordsOf, type Word } from './words.ts';

/** How long nothing is typed before words are looked up, in milliseconds. */
const restMs = 300;
/** After which the last word counts as finished. */
const settleMs = 1_000;

let shared: Speller | undefined;

/** One for the whole window; the worker starts when something is written. */
export function speller(): Speller {
  shared ??= createSpeller(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  );
  return shared;
}

/** The misspelled words of what is written; the last only once nothing more is typed to it. */
export function useSpelling(text: string): readonly Word[] {
  const settings = useSettings().data;
  const isOn = settings?.spellCheck === true;
  const ownWords = settings?.ownWords;
  const [wrong, setWrong] = useState<ReadonlySet<string>>(none);
  const [settled, setSettled] = useState('');
  const deferred = useDeferredValue(text);
  const words = useMemo(() => (isOn ? wordsOf(deferred) : []), [deferred, isOn]);

  useEffect(() => {
    if (words.length === 0) return;
    const all = words.map(({ word }) => word);
    const timer = setTimeout(() => {
      void speller()
        .look(all)
        .then(() => setWrong(new Set(all.filter((word) => speller().isWrong(word)))));
    }, restMs);
    return () => clearTimeout(timer);
  }, [words]);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleMs);
    return () => clearTimeout(timer);
  }, [text]);

  return useMemo(() => {
    const own = new Set(ownWords?.map((word) => word.toLowerCase()));
    return words.filter(
      ({ word, start, end }) =>
        wrong.has(word) &&
        !own.has(word.toLowerCase()) &&
        (end < text.length || settled === text) &&
        // Letters that were typed since have moved it.
        deferred.slice(start, end) === text.slice(start, end),
    );
  }, [words, ownWords, wrong, settled, deferred, text]);
}

const none: ReadonlySet<string> = new Set();

import { useLayoutEffect, useSyncExternalStore } from 'react';
import {
  language,
  languageFor,
  languages,
  languageTag,
  speak,
  type Language,
} from '../../shared/strings/language.ts';
import { useSettings } from './queries.ts';

/** Speaks what main opened the page in, so that nothing is first shown in another language. */
export function beginLanguage(): void {
  const asked = new URLSearchParams(window.location.search).get('language');
  speak(languages.find((each) => each === asked) ?? languageFor('system', navigator.languages));
  note();
}

const listeners = new Set<() => void>();

/** The language of the page, following the settings; what is drawn in another is to be drawn anew. */
export function useLanguage(): Language {
  const choice = useSettings().data?.language;
  useLayoutEffect(() => {
    if (choice === undefined) return;
    const held = placeOf(document.activeElement);
    speak(languageFor(choice, navigator.languages));
    note();
    for (const tell of listeners) tell();
    // What is drawn anew stands where it stood, and so does the keyboard.
    requestAnimationFrame(() => elementAt(held)?.focus());
  }, [choice]);
  return useSyncExternalStore(listen, language);
}

/** The way to an element: which child, from the page down. */
function placeOf(element: Element | null): readonly number[] {
  if (element === null || element === document.body) return [];
  const { parentElement } = element;
  if (parentElement === null) return [];
  return [...placeOf(parentElement), [...parentElement.children].indexOf(element)];
}

function elementAt(place: readonly number[]): HTMLElement | undefined {
  let found: Element | undefined = place.length > 0 ? document.body : undefined;
  for (const index of place) found = found?.children[index];
  return found instanceof HTMLElement ? found : undefined;
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** For readers, hyphenation and quotes. */
function note(): void {
  document.documentElement.lang = languageTag();
}

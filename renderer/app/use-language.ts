import { useLayoutEffect, useState } from 'react';
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

/** The language of the page, following the settings; what is drawn in another is to be drawn anew. */
export function useLanguage(): Language {
  const choice = useSettings().data?.language;
  const [spoken, setSpoken] = useState(language);
  useLayoutEffect(() => {
    if (choice === undefined) return;
    const next = languageFor(choice, navigator.languages);
    speak(next);
    note();
    setSpoken(next);
  }, [choice]);
  return spoken;
}

/** For readers, hyphenation and quotes. */
function note(): void {
  document.documentElement.lang = languageTag();
}

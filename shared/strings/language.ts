/** The languages Sidetone speaks; `pseudo` is English made conspicuous, for those who work on it. */
export const languages = ['en', 'es', 'pseudo'] as const;
export type Language = (typeof languages)[number];
/** What the user chooses: a language, or that of the system. */
export type LanguageChoice = 'system' | Language;

const { locale: ofComputer } = new Intl.DateTimeFormat().resolvedOptions();

let spoken: Language = 'en';
let written = localeFor('en', ofComputer);

/** The language of every word from `strings`, in this process or page. */
export function language(): Language {
  return spoken;
}

/** The same as pages name it to readers: `en`, `es`. */
export function languageTag(): 'en' | 'es' {
  return spoken === 'pseudo' ? 'en' : spoken;
}

/** Changes the language of this process or page; whoever has words on show draws them anew. */
export function speak(next: Language): void {
  spoken = next;
  written = localeFor(next, ofComputer);
}

/** The BCP 47 tag that numbers, dates and lists are written by. */
export function locale(): string {
  return written;
}

/** The language of a choice, where the system prefers these (BCP 47 tags, the best first). */
export function languageFor(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const codes = preferred.map((tag) => tag.toLowerCase().split('-', 1)[0]);
  const known = codes.find((code) => code === 'en' || code === 'es');
  return known === 'es' ? 'es' : 'en';
}

/** A language as a computer's region writes it, so that times and dates look familiar. */
export function localeFor(next: Language, computer: string): string {
  const base = next === 'pseudo' ? 'en' : next;
  if (computer.split('-', 1)[0] === base) return computer;
  const { region } = new Intl.Locale(computer);
  return base === 'en' || region === undefined ? base : `${base}-${region}`;
}

/** A format of `Intl` that follows the language; made once for each locale. */
export function perLocale<Format>(make: (locale: string) => Format): () => Format {
  let made: { readonly locale: string; readonly format: Format } | undefined;
  return () => {
    if (made?.locale !== written) made = { locale: written, format: make(written) };
    return made.format;
  };
}

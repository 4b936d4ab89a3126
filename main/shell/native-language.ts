import {
  language,
  languageFor,
  speak,
  type LanguageChoice,
} from '../../shared/strings/language.ts';
import type { ShellMemory } from './shell-state.ts';

/** The language of this process: of menus, dialogs and notifications, and what pages begin in. */
export type NativeLanguage = {
  /** Speaks as chosen, remembers it for the next start, and tells when that is another language. */
  choose(choice: LanguageChoice): void;
  onChange(listener: () => void): void;
};

/**
 * Speaks at once what was chosen last: the settings are read after the first window has opened.
 * `preferred` are the languages of the system, the best first.
 */
export function createNativeLanguage(
  memory: ShellMemory,
  preferred: () => readonly string[],
): NativeLanguage {
  const listeners = new Set<() => void>();
  speak(languageFor(memory.get().language, preferred()));
  return {
    choose(choice) {
      if (choice !== memory.get().language) memory.set({ language: choice });
      const next = languageFor(choice, preferred());
      if (next === language()) return;
      speak(next);
      for (const listener of listeners) listener();
    },
    onChange: (listener) => void listeners.add(listener),
  };
}

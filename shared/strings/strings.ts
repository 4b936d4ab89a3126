import { en } from './en.ts';
import { es } from './es.ts';
import { language, type Language } from './language.ts';
import { toPseudo } from './pseudo.ts';
import type { Words } from './words.ts';

const spoken: Readonly<Record<Language, () => Words>> = {
  en: () => en,
  es: () => es,
  pseudo: once(() => toPseudo(en)),
};

/**
 * Every word, in the language spoken now. A group of it may be kept in a constant: it is looked up at
 * each use, so that it follows the language. A single text or a function is not to be kept.
 */
export const strings: Words = live<Words>(en, () => spoken[language()]());

/** Every word of one language, whichever is spoken. */
export function wordsIn(which: Language): Words {
  return spoken[which]();
}

/** Stands for a group of words that is found anew each time it is asked. */
function live<Group extends object>(shape: Group, find: () => Group): Group {
  const groups = new Map<PropertyKey, unknown>();
  return new Proxy(shape, {
    get(_shape, name) {
      const value: unknown = Reflect.get(find(), name);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      let group = groups.get(name);
      if (group === undefined) {
        group = live(value, () => Reflect.get(find(), name) as object);
        groups.set(name, group);
      }
      return group;
    },
    has: (_shape, name) => Reflect.has(find(), name),
    ownKeys: () => Reflect.ownKeys(find()),
    getOwnPropertyDescriptor: (_shape, name) => Reflect.getOwnPropertyDescriptor(find(), name),
  });
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

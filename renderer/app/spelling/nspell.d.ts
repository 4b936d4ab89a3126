declare module 'nspell' {
  /** A checker that knows the words of a Hunspell dictionary. */
  export type NSpell = {
    correct(word: string): boolean;
    suggest(word: string): string[];
  };
  export default function nspell(aff: string, dic: string): NSpell;
}

/** A seeded generator: the same seed gives the same ids, tokens and demo account. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [min, max]. */
  integer(min: number, max: number): number;
  pick<T>(choices: readonly T[]): T;
  /** `length` characters that are safe in a URL. */
  text(length: number): string;
  uuid(): string;
  /** Where the generator stands, to be saved and given back to `createRandom`. */
  position(): number;
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Makes a mulberry32 generator that starts at `seed`. */
export function createRandom(seed: number): Random {
  let position = seed >>> 0;
  const next = (): number => {
    position = (position + 0x6d2b79f5) >>> 0;
    let mixed = position;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const hex = (length: number): string =>
    Array.from({ length }, () => integer(0, 15).toString(16)).join('');
  return {
    next,
    integer,
    pick<T>(choices: readonly T[]): T {
      const choice = choices[integer(0, choices.length - 1)];
      if (choice === undefined) throw new Error('There is nothing to pick from.');
      return choice;
    },
    text: (length) =>
      Array.from({ length }, () => ALPHABET[integer(0, ALPHABET.length - 1)]).join(''),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    position: () => position,
  };
}

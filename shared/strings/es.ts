import { en } from './en.ts';
import type { Words } from './words.ts';

/** Every word Sidetone says, in Spanish. */
export const es: Words = {
  ...en,
};

import { fold } from '../../../shared/fold.ts';

/**
 * What entries of one person have in common: the folded words of a name in any order, so that
 * `Byron, Ada` is `Ada Byron`. Empty for what is no name: a number or an e-mail address.
 */
export function nameKey(name: string): string {
  if (!/\p{L}/u.test(name) || /^\S+@\S+\.\S+$/.test(name.trim())) return '';
  return fold(name).split(' ').sort().join(' ');
}

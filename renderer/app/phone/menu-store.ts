import { create } from 'zustand';
import type { Party } from '../../../shared/model/people.ts';
import type { MenuOpening } from '../../ui/menu-key.ts';
import { writtenTarget } from './view-model.ts';

/** A number, and whom it is known to belong to; without them main is asked. */
export type PhoneOf = {
  /** E.164, or as it is written. */
  readonly number: string;
  readonly party?: Party | undefined;
};

type Opened = PhoneOf & MenuOpening & { readonly owner: string | undefined };

/** The number whose menu is open: one in the window at most. */
export const useOpenedPhone = create<{ readonly opened: Opened | undefined }>()(() => ({
  opened: undefined,
}));

/** Opens the menu of a number; `owner` tells whoever opened it that it is theirs. */
export function openPhoneMenu(of: PhoneOf, at: MenuOpening, owner?: string): void {
  useOpenedPhone.setState({ opened: { ...of, ...at, owner } });
}

export function closePhoneMenu(): void {
  useOpenedPhone.setState({ opened: undefined });
}

/**
 * What opens the menu of a row about someone, by the pointer or the keyboard; undefined without a
 * number. `keyIn` is what was keyed in the last time.
 */
export function phoneMenuOf(
  party: Party | undefined,
  keyIn?: string,
): ((at: MenuOpening) => void) | undefined {
  const number = party?.number;
  if (number === undefined) return undefined;
  return (at) => openPhoneMenu({ number: writtenTarget({ number, keyIn }), party }, at);
}

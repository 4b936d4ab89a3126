import { create } from 'zustand';
import type { CallListEntryId, CallListId } from '../../../shared/model/ids.ts';
import { rememberForAccount } from '../../app/account-memory.ts';

/** Who of a list is in hand: an entry, or its end; undefined when it has not been looked at. */
export type InHand = CallListEntryId | 'end';

type Held = { readonly inHand: Readonly<Record<CallListId, InHand | undefined>> };

/** Where the user is in each list, for as long as the window is open. */
export const useHeld = create<Held>()(() => ({ inHand: {} }));

export function takeInHand(callListId: CallListId, inHand: InHand | undefined): void {
  useHeld.setState((held) => ({ inHand: { ...held.inHand, [callListId]: inHand } }));
}

rememberForAccount({ forget: () => useHeld.setState({ inHand: {} }) });

import { create } from 'zustand';
import { useSignIn } from '../sign-in.ts';

type SignOut = {
  /** The user is being asked what becomes of the archive when they sign out. */
  readonly isAsking: boolean;
  /** How often that was asked: what was chosen the last time is not a choice. */
  readonly times: number;
};

export const useSignOut = create<SignOut>()(() => ({ isAsking: false, times: 0 }));

/** Asks, unless a way in or out is being taken. */
export function askToSignOut(): void {
  if (useSignIn.getState().working !== undefined) return;
  useSignOut.setState(({ times }) => ({ isAsking: true, times: times + 1 }));
}

export function stopAsking(): void {
  useSignOut.setState({ isAsking: false });
}

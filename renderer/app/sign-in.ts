import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { Failure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import { call } from './bridge.ts';
import { useSession } from './queries.ts';
import { askToSignInAgain } from './ui-store.ts';

/** The ways in and out; what goes wrong is shown where that way was begun. */
export type SignInWay = 'demo' | 'form' | 'again' | 'import' | 'found' | 'sign-out';

type SignIn = {
  readonly working: SignInWay | undefined;
  readonly failed: { readonly way: SignInWay; readonly failure: Failure } | undefined;
  /** The last sign-in was given up by the user. */
  readonly isCancelled: boolean;
};

const start: SignIn = { working: undefined, failed: undefined, isCancelled: false };

/**
 * The sign-in under way and how the last one ended. It outlives the views: a sign-in is begun on
 * one screen and may end on another.
 */
export const useSignIn = create<SignIn>()(() => start);

/** Takes one way in or out, unless one is being taken; undefined when it was not begun. */
export async function takeWay<T>(
  client: QueryClient,
  way: SignInWay,
  ask: () => Promise<Result<T>>,
): Promise<Result<T> | undefined> {
  if (useSignIn.getState().working !== undefined) return undefined;
  useSignIn.setState({ ...start, working: way });
  const result = await ask();
  if (result.ok) askToSignInAgain(false);
  // The view changes with the session: waiting for it keeps the form from flashing up again.
  await client.invalidateQueries({ queryKey: ['session'] });
  useSignIn.setState(result.ok ? start : endOf(way, result.failure));
  return result;
}

function endOf(way: SignInWay, failure: Failure): SignIn {
  return failure.message === 'session.cancelled'
    ? { ...start, isCancelled: true }
    : { ...start, failed: { way, failure } };
}

/** Takes back what went wrong: the user is about to mend it. */
export function forgetSignInFailure(): void {
  useSignIn.setState({ failed: undefined, isCancelled: false });
}

/** Signs in the way it was done last, with what was kept of it. */
export function useKeptSignIn(): () => void {
  const client = useQueryClient();
  return () => void takeWay(client, 'again', () => call('session.sign-in-again', undefined));
}

/**
 * Opens the sign-in and, when everything needed was kept, signs in at once: one press from
 * wherever the user learns that the sign-in has ended.
 */
export function useSignInAgain(): () => void {
  const signIn = useKeptSignIn();
  const isKept = useSession().data?.lastSignIn?.isKept === true;
  return () => {
    forgetSignInFailure();
    askToSignInAgain(true);
    if (isKept) signIn();
  };
}

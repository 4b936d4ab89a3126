import { useState } from 'react';
import type { SessionView } from '../../../shared/model/session.ts';
import { useSignIn } from '../../app/sign-in.ts';

/**
 * Whether the panel of a sign-in that waits takes the form's place: from the moment the browser is
 * open, or when the sign-in was not begun here. One that RingCentral answers at once is shown by
 * its button alone, so that nothing jumps.
 */
export function useWaiting(session: SessionView): boolean {
  const isBegunHere = useSignIn(({ working }) => working !== undefined);
  const [hasLeft, setHasLeft] = useState(false);
  const isSigningIn = session.state === 'signing-in';
  const leaves = isSigningIn && (session.signIn?.step === 'browser' || !isBegunHere);
  if (leaves && !hasLeft) setHasLeft(true);
  if (!isSigningIn && hasLeft) setHasLeft(false);
  return isSigningIn && (hasLeft || leaves);
}

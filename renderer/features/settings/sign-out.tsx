import { useSignIn } from '../../app/sign-in.ts';
import { askToSignOut } from '../../app/sign-out/store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';

const words = strings.settings;

/** The way out; what becomes of the archive on it is asked first. */
export function SignOut() {
  const isBusy = useSignIn(({ working }) => working !== undefined);
  const isSigningOut = useSignIn(({ working }) => working === 'sign-out');
  return (
    <Button aria-disabled={isBusy} onClick={askToSignOut}>
      {isSigningOut ? words.signingOut : words.signOut}
    </Button>
  );
}

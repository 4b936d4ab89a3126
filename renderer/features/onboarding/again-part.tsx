import type { LastSignIn } from '../../../shared/model/session.ts';
import { useKeptSignIn, useSignIn } from '../../app/sign-in.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import styles from './sign-in.module.css';
import { SignInTrouble } from './sign-in-trouble.tsx';
import { againWords } from './view-model.ts';

const words = strings.onboarding.again;

/** One press, with what the last sign-in has left. */
export function AgainPart(props: {
  readonly last: LastSignIn;
  readonly redirectUri: string | undefined;
}) {
  const working = useSignIn((state) => state.working);
  const failure = useSignIn(({ failed }) => (failed?.way === 'again' ? failed.failure : undefined));
  const signInAgain = useKeptSignIn();
  const { how, where } = againWords(props.last);
  return (
    <div className={styles.form}>
      <p className={styles.advice}>{how}</p>
      {failure && <SignInTrouble failure={failure} redirectUri={props.redirectUri} />}
      <Button
        variant="primary"
        className={styles.wide}
        aria-disabled={working !== undefined}
        data-return-focus
        onClick={() => {
          if (working === undefined) signInAgain();
        }}
      >
        {working === 'again' ? strings.onboarding.signIn.working : words.button}
      </Button>
      <p className={styles.small}>{where}</p>
    </div>
  );
}

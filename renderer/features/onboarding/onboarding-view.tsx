import { useEffect, useRef } from 'react';
import type { SessionView } from '../../../shared/model/session.ts';
import { useSignIn } from '../../app/sign-in.ts';
import { askToSignInAgain, useUi } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Headset } from '../../ui/icons.ts';
import { AccountCard } from './account-card.tsx';
import { DemoCard } from './demo-card.tsx';
import { FoundCard } from './found-card.tsx';
import styles from './onboarding-view.module.css';
import { SignInTrouble } from './sign-in-trouble.tsx';
import { useFoundImport } from './use-import.ts';

const words = strings.onboarding;

/** The first thing anyone sees, and where a sign-in that ended is renewed. */
export function OnboardingView(props: { readonly session: SessionView }) {
  const isRenewal = useUi((ui) => ui.isSigningInAgain);
  const heading = useRef<HTMLHeadingElement>(null);
  const isWorking = useSignIn(({ working }) => working !== undefined);
  const isFirst = !isRenewal && props.session.lastSignIn === undefined;
  const found = useFoundImport(isFirst);
  useEffect(() => {
    // From inside the app: the keyboard comes along, unless a part has it already.
    if (isRenewal && document.activeElement === document.body) heading.current?.focus();
  }, [isRenewal]);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <span className={styles.mark} aria-hidden="true">
            <Headset />
          </span>
          <h1 ref={heading} tabIndex={-1}>
            {isRenewal ? words.again.title : words.title}
          </h1>
          <p>{isRenewal ? words.again.what : words.what}</p>
        </header>
        <SignOutTrouble />
        <FoundCard found={found} />
        <div className={styles.cards}>
          <AccountCard session={props.session} isSecond={found.draft !== undefined} />
          {!isRenewal && <DemoCard />}
        </div>
        {isRenewal && !isWorking && (
          <Button variant="quiet" className={styles.back} onClick={() => askToSignInAgain(false)}>
            {strings.app.back}
          </Button>
        )}
        <p className={styles.foot}>{words.independent}</p>
      </div>
    </main>
  );
}

/** Signing out has ended here, but not all of it was done. */
function SignOutTrouble() {
  const failed = useSignIn((state) => state.failed);
  return failed?.way === 'sign-out' ? <SignInTrouble failure={failed.failure} /> : null;
}

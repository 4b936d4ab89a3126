import type { SessionView } from '../../../shared/model/session.ts';
import { askToSignInAgain } from '../../app/ui-store.ts';
import { en } from '../../strings/en.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Check, Headset } from '../../ui/icons.ts';
import styles from './onboarding-view.module.css';
import { SignInForm } from './sign-in-form.tsx';
import { useOnboarding, type Onboarding } from './use-onboarding.ts';

/** The first thing anyone sees, and where a sign-in that ended is renewed. */
export function OnboardingView(props: { readonly session: SessionView }) {
  const onboarding = useOnboarding();
  const isRenewal = props.session.account !== undefined;
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <span className={styles.mark} aria-hidden="true">
            <Headset />
          </span>
          <h1>{en.onboarding.title}</h1>
          <p>{isRenewal ? en.onboarding.expired : en.onboarding.what}</p>
        </header>
        <div className={styles.cards}>
          {!isRenewal && <DemoCard onboarding={onboarding} />}
          <section className={styles.card} aria-labelledby="sign-in-title">
            <h2 id="sign-in-title">{en.onboarding.signIn.title}</h2>
            <p className={styles.advice}>{en.onboarding.signIn.advice}</p>
            <SignInForm onboarding={onboarding} serverUrl={props.session.serverUrl} />
            {isRenewal && (
              <Button variant="quiet" onClick={() => askToSignInAgain(false)}>
                {en.app.back}
              </Button>
            )}
          </section>
        </div>
        <p className={styles.foot}>{en.onboarding.independent}</p>
      </div>
    </main>
  );
}

function DemoCard({ onboarding }: { readonly onboarding: Onboarding }) {
  const { working, failed } = onboarding;
  const words = failed?.work === 'demo' ? en.failures(failed.failure) : undefined;
  return (
    <section className={styles.card} aria-labelledby="demo-title">
      <h2 id="demo-title">{en.onboarding.demo.title}</h2>
      <p className={styles.advice}>{en.onboarding.demo.advice}</p>
      <ul className={styles.points}>
        {en.onboarding.demo.points.map((point) => (
          <li key={point}>
            <Check aria-hidden="true" />
            {point}
          </li>
        ))}
      </ul>
      <Button
        variant="primary"
        className={styles.wide}
        disabled={working !== undefined}
        onClick={onboarding.startDemo}
      >
        {working === 'demo' ? en.onboarding.demo.starting : en.onboarding.demo.button}
      </Button>
      {words && (
        <Banner tone="danger" title={words.title} role="alert">
          {words.advice}
        </Banner>
      )}
    </section>
  );
}

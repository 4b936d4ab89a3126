import { OnboardingView } from '../features/onboarding/onboarding-view.tsx';
import { strings } from '../../shared/strings/strings.ts';
import { FailureState } from '../ui/failure-state.tsx';
import { failureOf } from './bridge.ts';
import { useSession } from './queries.ts';
import styles from './root.module.css';
import { Shell } from './shell.tsx';
import { useEvents } from './use-events.ts';
import { useFreshAccount } from './use-fresh-account.ts';
import { GoBack } from './updates/go-back.tsx';
import { useUi } from './ui-store.ts';

/** Onboarding or the app, by the session. */
export function Root() {
  useEvents();
  const session = useSession();
  const isSigningInAgain = useUi((ui) => ui.isSigningInAgain);
  const accountKey = useFreshAccount(session.data);

  if (session.isPending) {
    return <main className={styles.waiting} aria-busy="true" aria-label={strings.app.loading} />;
  }
  if (session.isError) {
    return (
      <main className={styles.waiting}>
        <FailureState failure={failureOf(session.error)} onRetry={() => void session.refetch()}>
          <GoBack />
        </FailureState>
      </main>
    );
  }
  const { state, demo, account } = session.data;
  const isOutside = state === 'signed-out' || (state === 'signing-in' && account === undefined);
  if (!demo && (isOutside || isSigningInAgain)) return <OnboardingView session={session.data} />;
  return <Shell key={accountKey} session={session.data} />;
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import { call } from '../../app/bridge.ts';
import { usePartyWords } from '../../app/party.ts';
import { askToSignInAgain } from '../../app/ui-store.ts';
import { en } from '../../strings/en.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import styles from './settings.module.css';

const words = en.settings;

/** Who is signed in and where, how that is kept, and the way out. */
export function Account({ session }: { readonly session: SessionView }) {
  const client = useQueryClient();
  const party = usePartyWords();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const trouble = failure && en.failures(failure);

  const leave = async (name: 'session.sign-out' | 'session.leave-demo'): Promise<void> => {
    setIsAsking(false);
    const result = await call(name, undefined);
    setFailure(result.ok ? undefined : result.failure);
    if (result.ok) await client.invalidateQueries({ queryKey: ['session'] });
  };

  return (
    <section className={styles.card} aria-labelledby="account">
      <h2 id="account">{words.account}</h2>
      {session.demo && <p className={styles.advice}>{words.demoAccount}</p>}
      <Facts
        facts={[
          [words.who, [session.account?.name, session.account?.company].filter(Boolean).join(', ')],
          [words.extension, session.account?.extensionNumber],
          [words.number, session.fromNumber && party.number(session.fromNumber)],
          [words.server, session.serverUrl],
          [words.secrets, words.secretsWords[session.secretsStanding]],
        ]}
      />
      {trouble && (
        <Banner tone="danger" title={trouble.title} role="alert">
          {trouble.advice}
        </Banner>
      )}
      <div className={styles.actions}>
        {session.state === 'expired' && (
          <Button variant="primary" onClick={() => askToSignInAgain(true)}>
            {words.signInAgain}
          </Button>
        )}
        {session.demo ? (
          <Button onClick={() => void leave('session.leave-demo')}>{words.leaveDemo}</Button>
        ) : (
          <Button onClick={() => setIsAsking(true)}>{words.signOut}</Button>
        )}
      </div>
      <Confirm
        title={words.signOutQuestion}
        advice={words.signOutAdvice}
        confirm={words.signOut}
        decline={words.stay}
        isOpen={isAsking}
        onConfirm={() => void leave('session.sign-out')}
        onClose={() => setIsAsking(false)}
      />
    </section>
  );
}

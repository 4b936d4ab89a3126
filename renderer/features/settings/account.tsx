import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { call } from '../../app/bridge.ts';
import { usePartyWords } from '../../app/party.ts';
import { useSession } from '../../app/queries.ts';
import { useSignIn, useSignInAgain } from '../../app/sign-in.ts';
import { SignInPortField } from '../../app/sign-in-port-field.tsx';
import { useSignInPort } from '../../app/sign-in-port.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import styles from './settings.module.css';
import { SignOut } from './sign-out.tsx';
import { accountFacts } from './view-model.ts';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';

const words = strings.settings;

/** Who is signed in, how and where, how that is kept, and the way out. */
export function Account() {
  const session = useSession().data;
  const party = usePartyWords();
  if (session === undefined) return <Card place="account" isBusy />;
  return (
    <Card place="account">
      {session.demo && <p className={styles.advice}>{words.demoAccount}</p>}
      <Facts facts={accountFacts(session, party.number)} />
      {session.demo ? <LeaveDemo /> : <Leave isExpired={session.state === 'expired'} />}
    </Card>
  );
}

/** Where the browser brings a sign-in back to: for whoever has to tell RingCentral. */
export function BrowserSignIn() {
  const port = useSignInPort();
  return (
    <Card place="browser-sign-in">
      <Setting name="signInPort">
        <SignInPortField port={port} isPurposeKnown />
      </Setting>
    </Card>
  );
}

/** The ways on and out; a sign-in that ended is told by the banner above every screen. */
function Leave({ isExpired }: { readonly isExpired: boolean }) {
  const failed = useSignIn((state) => state.failed);
  const signInAgain = useSignInAgain();
  return (
    <>
      <Trouble failure={failed?.way === 'sign-out' ? failed.failure : undefined} />
      <div className={styles.actions}>
        {isExpired && (
          <Button variant="primary" onClick={signInAgain}>
            {words.signInAgain}
          </Button>
        )}
        <SignOut />
      </div>
    </>
  );
}

function LeaveDemo() {
  const client = useQueryClient();
  const [failure, setFailure] = useState<Failure>();
  const leave = async (): Promise<void> => {
    const result = await call('session.leave-demo', undefined);
    setFailure(result.ok ? undefined : result.failure);
    if (result.ok) await client.invalidateQueries({ queryKey: ['session'] });
  };
  return (
    <>
      <Trouble failure={failure} />
      <div className={styles.actions}>
        <Button onClick={() => void leave()}>{words.leaveDemo}</Button>
      </div>
    </>
  );
}

function Trouble({ failure }: { readonly failure: Failure | undefined }) {
  if (failure === undefined) return null;
  const { title, advice } = strings.failures(failure);
  return (
    <Banner tone="danger" role="alert" title={title}>
      {advice}
    </Banner>
  );
}

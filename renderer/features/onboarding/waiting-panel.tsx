import { useEffect, useRef, useState } from 'react';
import type { SignInStep } from '../../../shared/model/session.ts';
import type { Result } from '../../../shared/result.ts';
import { call } from '../../app/bridge.ts';
import { RedirectUri } from '../../app/redirect-uri.tsx';
import { useNow } from '../../app/use-now.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Check, Clock, Copy, ExternalLink } from '../../ui/icons.ts';
import { useCopy } from '../../ui/use-copy.ts';
import styles from './sign-in.module.css';
import { askedWith, timeLeftWords } from './view-model.ts';

const words = strings.onboarding.waiting;
const tickMs = 5_000;

/** What a sign-in waits for; the keyboard comes here, and a reader hears each step. */
export function WaitingPanel({ signIn }: { readonly signIn: SignInStep | undefined }) {
  const isBrowser = signIn?.step === 'browser';
  return (
    <div className={styles.panel}>
      <Heading key={signIn?.step}>{isBrowser ? words.title : words.server}</Heading>
      <p className={styles.advice}>{isBrowser ? words.advice : words.serverAdvice}</p>
      {isBrowser && <BrowserStep step={signIn} />}
    </div>
  );
}

/** Takes the keyboard at each step: the button that had it may have gone. */
function Heading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} id="waiting-title">
      {children}
    </h2>
  );
}

function BrowserStep({ step }: { readonly step: Extract<SignInStep, { step: 'browser' }> }) {
  const now = useNow(tickMs);
  const [copying, copy] = useCopy(step.url);
  const [asked, setAsked] = useState<Result<void>>();
  // What the user asked for last says more than what was tried at first.
  const failure = asked === undefined ? step.problem : asked.ok ? undefined : asked.failure;
  const trouble = failure && strings.failures(failure);
  const ask = async (
    name: 'session.open-sign-in-page' | 'session.cancel-sign-in',
  ): Promise<void> => {
    setAsked(await call(name, undefined));
  };
  return (
    <>
      <p className={styles.timeLeft}>
        <Clock aria-hidden="true" />
        {timeLeftWords(step.endsAt, now)}
      </p>
      {trouble && (
        <Banner tone="danger" role="alert" title={trouble.title}>
          {trouble.advice}
        </Banner>
      )}
      <div className={styles.actions}>
        <Button icon={<ExternalLink />} onClick={() => void ask('session.open-sign-in-page')}>
          {words.openAgain}
        </Button>
        <Button icon={copying === 'copied' ? <Check /> : <Copy />} onClick={copy}>
          {copying === 'copied' ? words.copied : words.copy}
        </Button>
        <Button variant="quiet" onClick={() => void ask('session.cancel-sign-in')}>
          {words.cancel}
        </Button>
      </div>
      <p role="status" className={copying === 'refused' ? styles.small : 'read-only-aloud'}>
        {copying === 'copied' && words.copied}
        {copying === 'refused' && step.url}
      </p>
      <PageError url={step.url} />
    </>
  );
}

/** RingCentral says on its own page that an app is not known, and nothing of it comes back here. */
function PageError({ url }: { readonly url: string }) {
  const { clientId, redirectUri } = askedWith(url);
  return (
    <Disclosure title={words.pageError.title}>
      <p className={styles.small}>{words.pageError.clientId(clientId)}</p>
      <div className={styles.part}>
        <p className={styles.small}>{words.pageError.redirectUri}</p>
        <RedirectUri uri={redirectUri} isAdviceHidden isLabelHidden />
      </div>
    </Disclosure>
  );
}

import { useEffect, useRef, useState } from 'react';
import { en } from '../../strings/en.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './onboarding-view.module.css';
import type { Onboarding } from './use-onboarding.ts';
import { belongsToField, fieldError, type SignInField } from './view-model.ts';

/** Server, client and JWT; what is wrong stands beside its field and takes the caret there. */
export function SignInForm(props: {
  readonly onboarding: Onboarding;
  readonly serverUrl: string | undefined;
}) {
  const { working, failed, missing, signIn } = props.onboarding;
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState({
    serverUrl: props.serverUrl ?? en.onboarding.defaultServer,
    clientId: '',
    clientSecret: '',
    jwt: '',
  });
  const failure = failed?.work === 'sign-in' ? failed.failure : undefined;
  const words = failure && !belongsToField(failure) ? en.failures(failure) : undefined;

  useEffect(() => {
    const wrong = missing[0] ?? failure?.field;
    if (wrong !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    }
  }, [missing, failure]);

  const field = (name: SignInField, type: 'text' | 'url' | 'password' = 'text') => ({
    type,
    name,
    value: fields[name],
    error: fieldError(name, missing, failure),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setFields((before) => ({ ...before, [name]: event.target.value })),
  });

  return (
    <form
      ref={form}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (working === undefined) signIn(fields);
      }}
    >
      <TextField label={en.onboarding.signIn.server} {...field('serverUrl', 'url')} />
      <TextField label={en.onboarding.signIn.clientId} {...field('clientId')} />
      <TextField label={en.onboarding.signIn.clientSecret} {...field('clientSecret', 'password')} />
      <TextField
        label={en.onboarding.signIn.jwt}
        hint={en.onboarding.signIn.kept}
        {...field('jwt', 'password')}
      />
      {words && (
        <Banner tone="danger" title={words.title} role="alert">
          {words.advice}
        </Banner>
      )}
      <Button type="submit" className={styles.wide} disabled={working !== undefined}>
        {working === 'sign-in' ? en.onboarding.signIn.working : en.onboarding.signIn.button}
      </Button>
    </form>
  );
}

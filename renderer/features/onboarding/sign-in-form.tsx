import { useEffect, useRef } from 'react';
import { forgetSignInFailure, useSignIn } from '../../app/sign-in.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure, reveal } from '../../ui/disclosure.tsx';
import { FileText } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';
import { Advanced } from './advanced.tsx';
import styles from './sign-in.module.css';
import { SignInTrouble } from './sign-in-trouble.tsx';
import type { SignInFormState } from './use-sign-in-form.ts';
import {
  fieldError,
  fieldOf,
  hostOf,
  isOtherHost,
  unusualHost,
  type SignInField,
} from './view-model.ts';
import { WhatYouNeed } from './what-you-need.tsx';

const words = strings.onboarding.signIn;

/** The client ID and one button; all that few people need is under Advanced. */
export function SignInForm(props: {
  readonly form: SignInFormState;
  /** Another button is the one to press first. */
  readonly isSecond: boolean;
  readonly onImport: () => void;
}) {
  const { fields, change, missing, port, submit } = props.form;
  const isBusy = useSignIn(({ working }) => working !== undefined);
  const isSigningIn = useSignIn(({ working }) => working === 'form');
  const failure = useSignIn(({ failed }) => (failed?.way === 'form' ? failed.failure : undefined));
  const root = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wrong = missing[0] ?? fieldOf(failure);
    if (wrong !== undefined) focusField(root.current, wrong);
  }, [missing, failure]);
  useEffect(() => {
    if (port.error !== undefined) focusField(root.current, 'signInPort');
  }, [port.error]);

  const errorOf = (name: SignInField) => fieldError(name, missing, failure);
  const isJwt = fields.method === 'jwt';
  const button = isJwt ? words.jwtButton : words.browserButton;
  const isAsking = failure !== undefined && isOtherHost(failure);
  const host = unusualHost(fields.serverUrl);
  return (
    <form
      ref={root}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) submit();
      }}
    >
      <TextField
        label={words.clientId}
        name="clientId"
        hint={words.clientIdHint}
        value={fields.clientId}
        error={errorOf('clientId')}
        onChange={(event) => change({ clientId: event.target.value })}
      />
      {isJwt && (
        <TextField
          label={words.jwt}
          name="jwt"
          type="password"
          hint={words.jwtHint(hostOf(fields.serverUrl))}
          value={fields.jwt}
          error={errorOf('jwt')}
          onChange={(event) => change({ jwt: event.target.value })}
        />
      )}
      {failure && fieldOf(failure) === undefined && (
        <SignInTrouble
          failure={failure}
          redirectUri={port.redirectUri}
          onConfirmHost={() => submit(true)}
          onChangeHost={() => {
            forgetSignInFailure();
            focusField(root.current, 'serverUrl');
          }}
        />
      )}
      {!isAsking && (
        <Button
          type="submit"
          variant={props.isSecond ? 'secondary' : 'primary'}
          className={styles.wide}
          aria-disabled={isBusy}
          data-return-focus
        >
          {isSigningIn ? words.working : button}
        </Button>
      )}
      {host !== undefined && !isAsking && !isJwt && (
        <p className={styles.small}>{words.at(host)}</p>
      )}
      <div className={styles.more}>
        <Disclosure title={strings.onboarding.help.title}>
          <WhatYouNeed redirectUri={port.redirectUri} />
        </Disclosure>
        <Disclosure title={words.advanced}>
          <Advanced
            form={props.form}
            errorOf={errorOf}
            onMethod={(method) => {
              change({ method });
              requestAnimationFrame(() =>
                focusField(root.current, method === 'jwt' ? 'jwt' : 'clientId'),
              );
            }}
          />
        </Disclosure>
        <Button
          variant="quiet"
          className={styles.aside}
          icon={<FileText />}
          onClick={props.onImport}
        >
          {strings.onboarding.import.open}
        </Button>
      </div>
    </form>
  );
}

function focusField(form: HTMLElement | null, name: SignInField): void {
  const field = form?.querySelector<HTMLElement>(`[name="${name}"]`);
  if (field) reveal(field);
}

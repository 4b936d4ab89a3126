import { SignInPortField } from '../../app/sign-in-port-field.tsx';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './sign-in.module.css';
import type { SignInFormState } from './use-sign-in-form.ts';
import type { SignInField, SignInFields } from './view-model.ts';

const words = strings.onboarding.signIn;

/** Another server, an app with a secret, another port, and signing in with a JWT. */
export function Advanced(props: {
  readonly form: SignInFormState;
  readonly errorOf: (name: SignInField) => string | undefined;
  readonly onMethod: (method: SignInFields['method']) => void;
}) {
  const { fields, change, port } = props.form;
  const isJwt = fields.method === 'jwt';
  return (
    <>
      <TextField
        label={words.server}
        name="serverUrl"
        type="url"
        value={fields.serverUrl}
        error={props.errorOf('serverUrl')}
        onChange={(event) => change({ serverUrl: event.target.value })}
      />
      <TextField
        label={words.clientSecret}
        name="clientSecret"
        type="password"
        hint={words.clientSecretHint}
        value={fields.clientSecret}
        error={props.errorOf('clientSecret')}
        onChange={(event) => change({ clientSecret: event.target.value })}
      />
      {!isJwt && <SignInPortField port={port} error={props.errorOf('signInPort')} />}
      <Button className={styles.start} onClick={() => props.onMethod(isJwt ? 'browser' : 'jwt')}>
        {isJwt ? words.withBrowser : words.withJwt}
      </Button>
    </>
  );
}

import { strings } from '../../shared/strings/strings.ts';
import { TextField } from '../ui/text-field.tsx';
import { RedirectUri } from './redirect-uri.tsx';
import type { SignInPort } from './sign-in-port.ts';

/** The port of the browser sign-in, and what it makes the redirect URI: saved on the way out. */
export function SignInPortField(props: {
  readonly port: SignInPort;
  /** What RingCentral or this computer said about the port. */
  readonly error?: string | undefined;
  /** What it is for has been said above it. */
  readonly isPurposeKnown?: boolean;
}) {
  const { port } = props;
  return (
    <>
      <TextField
        label={
          props.isPurposeKnown ? strings.onboarding.port.shortLabel : strings.onboarding.port.label
        }
        name="signInPort"
        inputMode="numeric"
        maxLength={5}
        value={port.text}
        error={port.error ?? props.error}
        onChange={(event) => port.setText(event.target.value)}
        onBlur={() => void port.commit()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void port.commit();
        }}
      />
      <RedirectUri uri={port.redirectUri} />
    </>
  );
}

import type { FailureMessage } from '../../failure.ts';
import { plural } from '../plural.ts';
import { says, type Sentence } from '../sentence.ts';

type Keys = Extract<FailureMessage, `session.${string}` | `import.${string}`>;

/** Signing in, staying signed in, and taking over an older set-up. */
export const sessionFailures: Readonly<Record<Keys, Sentence>> = {
  'session.signed-out': says('You are not signed in', 'Sign in to call and text.'),
  'session.expired': says('Your sign-in has ended', 'Sign in again to go on.'),
  'session.server-invalid': says(
    'That is not a server address',
    'It starts with https:// and names a server.',
  ),
  'session.server-unknown': ({ text }) => ({
    title: text('host') ? `No server named ${text('host')} was found` : 'No such server was found',
    advice: 'Check the address.',
  }),
  'session.server-insecure': says(
    'That address is not protected',
    'Use https:// instead of http://; your sign-in would travel in the open.',
  ),
  'session.server-other': ({ text }) => ({
    title: `${text('host') || 'This server'} is not one of RingCentral’s`,
    advice: 'Sign in there only if your administrator gave you this address.',
  }),
  'session.server-sandbox': says(
    'RingCentral’s sandbox is gone',
    'Use https://platform.ringcentral.com; calls and texts there are real.',
  ),
  'session.server-not-allowed': says(
    'Your administrator does not allow that server',
    'Use the address that your administrator gave you.',
  ),
  'session.client-refused': says(
    'RingCentral does not know this app',
    'Check the client ID and client secret, and that they belong to this server.',
  ),
  'session.client-id-invalid': says(
    'That is not a client ID',
    'Copy it from your app’s page in the RingCentral developer console.',
  ),
  'session.other-app': says(
    'This credential belongs to another app',
    'Use a JWT or code that was made for this client ID.',
  ),
  'session.grant-not-allowed': says(
    'This app does not allow this way of signing in',
    'Allow it in the app’s security settings in the RingCentral developer console, or sign in another way.',
  ),
  'session.redirect-mismatch': ({ text }) => ({
    title: 'RingCentral does not know where to send you back',
    advice: text('redirectUri')
      ? `Add ${text('redirectUri')} to your app’s redirect URIs in the RingCentral developer console, exactly as it stands here.`
      : 'Add Sidetone’s redirect URI to your app in the RingCentral developer console, letter by letter.',
  }),
  'session.consent-denied': says(
    'You did not allow Sidetone to sign in',
    'Nothing has changed. Sign in again and choose Authorize if you did not mean to.',
  ),
  'session.code-expired': says(
    'The sign-in took too long to come back',
    'Its code is good for a minute. Sign in again.',
  ),
  'session.port-taken': ({ text }) => ({
    title: text('port')
      ? `Another program is using port ${text('port')}`
      : 'Another program is using the port of the browser sign-in',
    advice: 'Close it, or choose another port here and in your app’s redirect URI.',
  }),
  'session.browser-not-opened': says(
    'Your browser could not be opened',
    'Copy the address and open it in a browser on this computer.',
  ),
  'session.browser-timeout': ({ text }) => ({
    title: 'Nothing came back from the browser',
    advice: text('redirectUri')
      ? `Sign in again. If the page named a redirect URI, add ${text('redirectUri')} to your app in the RingCentral developer console.`
      : 'Sign in again. If the page spoke of a redirect URI, your app lacks Sidetone’s.',
  }),
  'session.cancelled': says('Sign-in canceled', 'Nothing has changed.'),
  'session.already-signing-in': says(
    'A sign-in is already under way',
    'Finish it in the browser, or cancel it.',
  ),
  'session.still-signing-in': says('Sidetone is still signing in', 'Try again in a moment.'),
  'session.password-ended': says(
    'RingCentral no longer takes user name and password',
    'It ended this on March 31, 2024. Sign in with your browser, or with a JWT.',
  ),
  'session.password-refused': says(
    'RingCentral refused this user name and password',
    'Sign in with your browser instead.',
  ),
  'session.clock-off': ({ number }) => ({
    title: number('minutes')
      ? `This computer’s clock is ${plural(number('minutes') ?? 0, 'minute', 'minutes')} off`
      : 'This computer’s clock is off',
    advice: 'Set it to the right time, then sign in again.',
  }),
  'session.nothing-kept': says('No sign-in was saved', 'Enter your app’s client ID and sign in.'),
  'session.archive-not-erased': says(
    'You are signed out, but the archive could not be erased',
    'Close other programs that use it, then erase it from the profile folder.',
  ),
  'import.nothing-found': says(
    'No RingCentral settings were found in it',
    'It needs lines that begin with RINGCENTRAL_, such as RINGCENTRAL_CLIENT_ID.',
  ),
  'import.unreadable': says('That is not a .env file', 'It holds lines such as NAME=value.'),
  'import.value-invalid': ({ text }) => ({
    title: `${text('variable') || 'A value'} cannot be used`,
    advice: text('expected') ? `It should be ${text('expected')}.` : 'Check it in the file.',
  }),
  'import.incomplete': ({ text }) => ({
    title: 'Something needed is missing',
    advice: text('variable')
      ? `Add ${text('variable')}, then read it again.`
      : 'Add it, then read it again.',
  }),
  'import.gone': says('These settings are no longer open', 'Choose the file again.'),
  'session.jwt-refused': says(
    'RingCentral refused this JWT',
    'Check that it is complete, not expired, and allowed for this client ID.',
  ),
  'session.no-refresh-token': says(
    'This app does not keep you signed in',
    'Turn on “Issue refresh tokens” for it in the RingCentral developer console.',
  ),
  'session.account-restricted': says(
    'This RingCentral account is restricted',
    'Ask your RingCentral administrator.',
  ),
  'session.extension-disabled': says(
    'Your RingCentral extension is disabled',
    'Ask your RingCentral administrator.',
  ),
  'session.demo-failed': says('The demo account could not be opened', 'Try again.'),
};

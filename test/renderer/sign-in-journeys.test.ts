import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, button, heading, disclose, focused, asked, comeBack } = win;

async function beginInBrowser(): Promise<void> {
  await win.page.getByLabel('Client ID').fill('fictional-client');
  await button('Sign in with your browser').click();
  await heading('Continue in your browser').waitFor();
}

describe('signing in with the browser', () => {
  test('needs the client ID and one press, waits in words, and ends in the app', async () => {
    await open('onboarding');
    await beginInBrowser();
    expect(await focused()).toBe('Continue in your browser');
    expect(await win.page.getByText('About 5 minutes left').isVisible()).toBe(true);
    expect(await button('Sign in with your browser').isVisible()).toBe(false);
    await win.page.evaluate(() => {
      window.fake.world.session.signIn = { step: 'server' };
      window.fake.touch();
    });
    await heading('Signing in…').waitFor();
    expect(await focused()).toBe('Signing in…');
    await comeBack();
    await win.page.getByRole('navigation', { name: 'Main' }).waitFor();
    expect(await asked()).toEqual([
      {
        method: 'browser',
        serverUrl: 'https://platform.ringcentral.com',
        clientId: 'fictional-client',
      },
    ]);
  });

  test('is given up without losing what was typed, and the keyboard is back at its button', async () => {
    await open('onboarding');
    await disclose('Advanced');
    await win.page.getByLabel('Client secret').fill('typed-secret');
    await beginInBrowser();
    await button('Cancel').click();
    await win.page.getByText('Sign-in canceled. Nothing has changed.').waitFor();
    expect(await focused()).toBe('Sign in with your browser');
    expect(await win.page.getByLabel('Client ID').inputValue()).toBe('fictional-client');
    expect(await win.page.getByLabel('Client secret').inputValue()).toBe('typed-secret');
    expect(await win.page.getByRole('alert').count()).toBe(0);
  });

  test('shows the redirect URI when nothing came back', async () => {
    await open('onboarding');
    await beginInBrowser();
    const params = { redirectUri: 'http://localhost:41100/callback' };
    await comeBack(failure('auth', 'session.browser-timeout', { params }));
    await win.page.getByRole('alert').filter({ hasText: 'Nothing came back' }).waitFor();
    const shown = win.page.getByRole('group', { name: 'Redirect URI' }).locator('visible=true');
    expect(await shown.first().textContent()).toContain(params.redirectUri);
    expect(await shown.first().getByRole('button', { name: 'Copy' }).isVisible()).toBe(true);
  });

  test('says that the browser did not open, and still offers the address', async () => {
    await open('onboarding');
    await beginInBrowser();
    const problem = failure('unsupported', 'session.browser-not-opened');
    await win.page.evaluate((reason) => {
      const { session } = window.fake.world;
      if (session.signIn?.step === 'browser')
        session.signIn = { ...session.signIn, problem: reason };
      window.fake.touch();
    }, problem);
    await win.page.getByRole('alert').filter({ hasText: 'could not be opened' }).waitFor();
    await button('Open the page again').click();
    await expect.poll(() => win.page.getByRole('alert').count()).toBe(0);
    expect(await button('Copy the address').isEnabled()).toBe(true);
  });

  test('puts trouble beside its field, opens what hides it and takes the caret there', async () => {
    await open('onboarding');
    await button('Sign in with your browser').click();
    expect(await focused()).toBe('clientId');
    expect(await win.page.getByRole('alert').textContent()).toContain(
      'Enter your app’s client ID.',
    );
    await win.page.getByLabel('Client ID').fill('fictional-client');
    await disclose('Advanced');
    await win.page.getByLabel('Server URL').fill('nowhere');
    await disclose('Advanced');
    await button('Sign in with your browser').click();
    await expect.poll(focused).toBe('serverUrl');
    expect(await win.page.getByLabel('Server URL').isVisible()).toBe(true);
    expect(await win.page.getByRole('alert').textContent()).toContain('not a server address');
  });

  test('asks before it goes to a server that is not RingCentral’s', async () => {
    await open('onboarding');
    await disclose('Advanced');
    await win.page.getByLabel('Server URL').fill('https://phones.example.com');
    await win.page.getByLabel('Client ID').fill('fictional-client');
    await button('Sign in with your browser').click();
    const question = win.page.getByRole('alert').filter({ hasText: 'phones.example.com' });
    await question.getByRole('button', { name: 'Change address' }).click();
    expect(await focused()).toBe('serverUrl');
    expect(await question.count()).toBe(0);
    await button('Sign in with your browser').click();
    // A yes to one server is no yes to another.
    await question.waitFor();
    await win.page.getByLabel('Server URL').fill('https://other.example.com');
    expect(await question.count()).toBe(0);
    await button('Sign in with your browser').click();
    await button('Sign in there').click();
    await heading('Continue in your browser').waitFor();
    expect((await asked()).at(-1)).toMatchObject({ allowOtherHost: true });
  });

  test('saves the port before the page is opened, and refuses one that is none', async () => {
    await open('onboarding');
    await win.page.getByLabel('Client ID').fill('fictional-client');
    await disclose('Advanced');
    const port = win.page.getByLabel('Port for the browser sign-in');
    await port.fill('80');
    await button('Sign in with your browser').click();
    await win.page.getByText('Enter a whole number from 1024 to 65535.').waitFor();
    expect(await asked()).toEqual([]);
    await port.fill('50123');
    await win.page.getByText('http://localhost:50123/callback').locator('visible=true').waitFor();
    await button('Sign in with your browser').click();
    await heading('Continue in your browser').waitFor();
    expect(await win.page.evaluate(() => window.fake.world.settings.signInPort)).toBe(50_123);
  });
});

describe('other ways in', () => {
  test('a JWT takes the browser’s place, and back', async () => {
    await open('onboarding');
    await disclose('Advanced');
    await button('Use a JWT instead').click();
    await expect.poll(focused).toBe('jwt');
    expect(await win.page.getByLabel('Port for the browser sign-in').count()).toBe(0);
    await win.page.getByLabel('Client ID').fill('fictional-client');
    await win.page.getByLabel('JWT').fill('fictional-jwt');
    await button('Sign in').click();
    await win.page.getByRole('navigation', { name: 'Main' }).waitFor();
    expect(await asked()).toMatchObject([{ method: 'jwt', jwt: 'fictional-jwt' }]);
  });

  test('someone who was here signs in with one press', async () => {
    await open('returning');
    await button('Sign in again').click();
    await heading('Continue in your browser').waitFor();
    await button('Cancel').click();
    await expect.poll(focused).toBe('Sign in again');
    await disclose('Sign in another way');
    expect(await win.page.getByLabel('Client ID').inputValue()).toBe('fictional-client');
  });

  test('a sign-in that ended is renewed with one press from the app', async () => {
    await open('renewal');
    await button('Sign in again').click();
    await heading('Continue in your browser').waitFor();
    await comeBack();
    await win.page.getByRole('navigation', { name: 'Main' }).waitFor();
    expect(await button('Sign in again').count()).toBe(0);
  });
});

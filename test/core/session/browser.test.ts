import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { visitSignInPage } from '../ringcentral/browser.ts';
import { until } from '../ringcentral/harness.ts';
import { openReady } from './browser-harness.ts';

const minute = 60_000;

async function isFree(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => false,
    () => true,
  );
}

describe('security 11: signing in with the browser', () => {
  it('opens RingCentral’s page, takes its answer and says so there', async () => {
    const { session, simulator, begin, comeBack, browser, clock, port, redirectUri } =
      await openReady();
    const { signing, url } = await begin();
    expect(session.getView()).toMatchObject({
      state: 'signing-in',
      signIn: { step: 'browser', url, endsAt: clock.now() + 5 * minute },
    });
    expect(session.requireSignedIn()).toMatchObject({
      failure: { message: 'session.still-signing-in' },
    });
    expect(browser.pages).toEqual([url]);
    const query = new URL(url).searchParams;
    expect(query.get('redirect_uri')).toBe(redirectUri);
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('state')).toMatch(/^[\w-]{43}$/);

    const page = await comeBack(await visitSignInPage(simulator, url));
    expect(await signing).toMatchObject({
      ok: true,
      value: { state: 'signed-in', account: { name: 'Dana Whitlock' } },
    });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Signed in as Dana Whitlock');
    expect(session.getView().lastSignIn).toMatchObject({ method: 'browser', isKept: true });
    expect(await isFree(port)).toBe(true);
  });

  it('shows a page that loads nothing, is not kept and says nothing of where it was', async () => {
    const { simulator, begin, comeBack } = await openReady();
    const { signing, url } = await begin();
    Object.assign(simulator.account.state.profile, { firstName: '<script>alert(1)</script>' });
    const page = await comeBack(await visitSignInPage(simulator, url));
    await signing;
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}';/,
    );
    const html = await page.text();
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script|src=|href=|url\(/);
  });

  it('goes on when the browser does not open, and says so beside the address', async () => {
    const { session, simulator, begin, comeBack, browser } = await openReady();
    browser.open = () => Promise.resolve(false);
    const { signing, url } = await begin();
    await until(() => {
      const { signIn } = session.getView();
      return signIn?.step === 'browser' && signIn.problem !== undefined;
    });
    expect(session.getView().signIn).toMatchObject({
      url,
      problem: { message: 'session.browser-not-opened' },
    });
    browser.open = () => Promise.reject(new Error('no browser'));
    expect(await session.openSignInPage()).toMatchObject({
      failure: { message: 'session.browser-not-opened' },
    });
    browser.open = () => Promise.resolve(true);
    expect(await session.openSignInPage()).toMatchObject({ ok: true });
    expect(browser.pages).toEqual([url, url, url]);
    await comeBack(await visitSignInPage(simulator, url));
    expect(await signing).toMatchObject({ ok: true });
  });

  it('is refused on the page and in the window when the user says no', async () => {
    const { session, simulator, begin, comeBack, vault, port } = await openReady();
    const { signing, url } = await begin();
    const page = await comeBack(await visitSignInPage(simulator, url, 'deny'));
    expect(await signing).toMatchObject({ failure: { message: 'session.consent-denied' } });
    expect(await page.text()).toContain('You did not allow Sidetone to sign in');
    expect(session.getView()).toMatchObject({ state: 'signed-out', signIn: undefined });
    expect(vault.entries.size).toBe(0);
    expect(await isFree(port)).toBe(true);
  });

  it.each([
    ['server_error', 'server.error'],
    ['temporarily_unavailable', 'server.unavailable'],
    ['unauthorized_client', 'session.grant-not-allowed'],
    ['invalid_client', 'session.client-refused'],
    ['invalid_scope', 'server.refused'],
    ['<b>made up</b>', 'server.refused'],
  ])('ends with RingCentral’s %s as %s', async (error, message) => {
    const { begin, comeBack } = await openReady();
    const { signing, url } = await begin();
    const state = new URL(url).searchParams.get('state') ?? '';
    const page = await comeBack({ error, state });
    const result = await signing;
    expect(result).toMatchObject({ failure: { message } });
    expect(JSON.stringify(result)).not.toContain('<b>');
    expect(await page.text()).toContain('The sign-in did not work');
  });

  it('says on the page that a code had expired', async () => {
    const { simulator, begin, comeBack, clock } = await openReady();
    const { signing, url } = await begin();
    const answer = await visitSignInPage(simulator, url);
    await clock.advance(2 * minute);
    const page = await comeBack(answer);
    expect(await signing).toMatchObject({ failure: { message: 'session.code-expired' } });
    expect(await page.text()).toContain('The sign-in did not work');
  });

  it('names the redirect URI when the code came for another', async () => {
    const { simulator, begin, comeBack, redirectUri } = await openReady();
    const { signing, url } = await begin();
    const other = new URL(url);
    simulator.account.addRedirectUri('http://localhost:1/callback');
    other.searchParams.set('redirect_uri', 'http://localhost:1/callback');
    await comeBack(await visitSignInPage(simulator, other.href));
    expect(await signing).toMatchObject({
      failure: { message: 'session.redirect-mismatch', params: { redirectUri } },
    });
  });

  it('names it too when nothing comes back in five minutes', async () => {
    const { session, begin, clock, redirectUri, port } = await openReady();
    const { signing } = await begin();
    await clock.advance(5 * minute - 1);
    expect(session.getView().state).toBe('signing-in');
    await clock.advance(1);
    expect(await signing).toMatchObject({
      failure: { message: 'session.browser-timeout', params: { redirectUri } },
    });
    expect(session.getView().state).toBe('signed-out');
    expect(await isFree(port)).toBe(true);
  });

  it('can be cancelled, and begun again', async () => {
    const { session, simulator, begin, comeBack, port } = await openReady();
    const first = await begin();
    await session.cancelSignIn();
    expect(await first.signing).toMatchObject({ failure: { message: 'session.cancelled' } });
    expect(await isFree(port)).toBe(true);
    const second = await begin();
    expect(
      await session.signIn({ method: 'jwt', serverUrl: simulator.url, ...simulator.credentials }),
    ).toMatchObject({ failure: { message: 'session.already-signing-in' } });
    await comeBack(await visitSignInPage(simulator, second.url));
    expect(await second.signing).toMatchObject({ ok: true });
  });

  it('ends when Sidetone stops', async () => {
    const { session, begin, port } = await openReady();
    const { signing } = await begin();
    session.stop();
    expect(await signing).toMatchObject({ failure: { message: 'session.cancelled' } });
    expect(await isFree(port)).toBe(true);
  });

  it('says which port is taken', async () => {
    const { session, app, port, browser } = await openReady();
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    expect(await session.signIn({ method: 'browser', ...app })).toMatchObject({
      failure: { message: 'session.port-taken', params: { port } },
    });
    expect(browser.pages).toEqual([]);
    expect(session.getView().state).toBe('signed-out');
  });
});

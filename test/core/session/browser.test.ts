import { createServer, request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { visitSignInPage } from '../ringcentral/browser.ts';
import { createVault, start, until } from '../ringcentral/harness.ts';
import { settled } from '../support/manual-clock.ts';
import { findFreePort, openSession } from './harness.ts';

const minute = 60_000;

/** A session that may sign in by browser: its redirect URI is registered. */
async function openReady(given: Parameters<typeof start>[0] = {}) {
  const port = await findFreePort();
  const redirectUri = `http://localhost:${port}/callback`;
  const world = openSession(await start(given), { settings: { signInPort: port } });
  const { session, simulator } = world;
  simulator.account.addRedirectUri(redirectUri);
  await session.start();
  const app = { serverUrl: simulator.url, clientId: simulator.credentials.clientId };
  /** Begins, and answers the address of the page. */
  const begin = async () => {
    const signing = session.signIn({ method: 'browser', ...app });
    await until(() => session.getView().signIn?.step === 'browser');
    const { signIn } = session.getView();
    if (signIn?.step !== 'browser') throw new Error('the session does not wait for the browser');
    return { signing, url: signIn.url };
  };
  const comeBack = (query: URLSearchParams | Record<string, string>) =>
    fetch(`http://127.0.0.1:${port}/callback?${new URLSearchParams(query)}`);
  return { ...world, port, redirectUri, app, begin, comeBack };
}

/** Asks the loopback page with headers that `fetch` would not send. */
function ask(port: number, options: { host?: string; method?: string; path?: string }) {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const asked = request(
    {
      port,
      host: '127.0.0.1',
      method: options.method ?? 'GET',
      path: options.path ?? '/callback?state=x',
      headers: { Host: options.host ?? `localhost:${port}` },
    },
    (answer) => resolve(answer.resume().statusCode),
  );
  asked.on('error', reject).end();
  return promise;
}

async function isFree(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => false,
    () => true,
  );
}

describe('signing in with the browser', () => {
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

describe('the page the browser comes back to', () => {
  it('takes only the state of the running sign-in, once, and goes on after any other', async () => {
    const { session, simulator, begin, comeBack } = await openReady();
    const old = await begin();
    const oldAnswer = await visitSignInPage(simulator, old.url);
    await session.cancelSignIn();
    const { signing, url } = await begin();
    const foreign = [
      await comeBack(oldAnswer),
      await comeBack({ code: 'made-up' }),
      await comeBack({ code: 'made-up', state: '' }),
      await comeBack({ error: 'access_denied', state: 'made-up' }),
    ];
    for (const page of foreign) {
      expect(page.status).toBe(400);
      expect(await page.text()).toContain('does not belong to a running sign-in');
    }
    expect(session.getView().signIn).toMatchObject({ step: 'browser', url });
    const answer = await visitSignInPage(simulator, url);
    const both = await Promise.all([comeBack(answer), comeBack(answer)]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 400,
    ]);
    expect(await signing).toMatchObject({ ok: true });
  });

  it('answers nobody but a browser that was sent there', async () => {
    const { begin, port, session } = await openReady();
    const { url } = await begin();
    const state = new URL(url).searchParams.get('state') ?? '';
    const path = `/callback?code=1&state=${state}`;
    expect(await ask(port, { host: 'attacker.example', path })).toBe(421);
    expect(await ask(port, { host: `attacker.example:${port}`, path })).toBe(421);
    expect(await ask(port, { method: 'POST', path })).toBe(405);
    expect(await ask(port, { method: 'HEAD', path })).toBe(405);
    expect(await ask(port, { path: '/favicon.ico' })).toBe(404);
    expect(await ask(port, { path: `/other?code=1&state=${state}` })).toBe(404);
    await settled();
    expect(session.getView().signIn).toMatchObject({ step: 'browser' });
    await session.cancelSignIn();
  });
});

describe('signing in again', () => {
  it('takes one press and the browser, also without a key ring', async () => {
    const first = await openReady();
    const begun = await first.begin();
    await first.comeBack(await visitSignInPage(first.simulator, begun.url));
    await begun.signing;
    first.session.stop();
    const again = openSession(await start({ ...first, vault: createVault() }), {
      archive: first.archive,
      settings: first.settings.get(),
    });
    await again.session.start();
    expect(again.session.getView()).toMatchObject({
      state: 'expired',
      lastSignIn: { method: 'browser', isKept: true },
    });
    const signing = again.session.signInAgain();
    await until(() => again.browser.pages.length === 1);
    await first.comeBack(await visitSignInPage(first.simulator, again.browser.pages[0] ?? ''));
    expect(await signing).toMatchObject({ ok: true, value: { state: 'signed-in' } });
  });

  it('brings the app’s secret along from the vault, and asks for it without', async () => {
    const first = await openReady();
    const { session, simulator, comeBack, redirectUri, vault } = first;
    const { id, secret } = simulator.account.confidentialApp;
    simulator.account.addRedirectUri(redirectUri, id);
    const app = { serverUrl: simulator.url, clientId: id };
    const signing = session.signIn({ method: 'browser', ...app, clientSecret: secret });
    await until(() => session.getView().signIn?.step === 'browser');
    await comeBack(await visitSignInPage(simulator, first.browser.pages[0] ?? ''));
    expect(await signing).toMatchObject({ ok: true });
    session.stop();
    for (const [entries, isKept] of [
      [vault.entries, true],
      [new Map(), false],
    ] as const) {
      const next = openSession(await start({ ...first, vault: createVault(entries) }), first);
      await next.session.start();
      expect(next.session.getView().lastSignIn).toMatchObject({ clientId: id, isKept });
    }
  });
});

import { describe, expect, it } from 'vitest';

import { createBrowser } from './support/browser.ts';
import { postToken, startForTest, toReply } from './support/client.ts';
import { authorizeUrl, codeGrant, REDIRECT_URI, use, VERIFIER } from './support/oauth.ts';

const MANUAL = { redirect: 'manual' } as const;

describe('the sign-in pages', () => {
  it('lead from the app to a session, and back through the registered address', async () => {
    const { simulator } = await startForTest();
    const browser = createBrowser(simulator.url);
    const signIn = await browser.open(authorizeUrl(simulator));
    expect(signIn.status).toBe(200);
    expect(signIn.html).toContain('simulator, not RingCentral');
    expect(signIn.html).toContain(`value="${simulator.account.login.email}"`);
    const consent = await browser.press(signIn, 'Sign in');
    expect(consent.html).toContain('Allow Sidetone demo?');
    expect(consent.html).toContain('Dana Whitlock');
    expect(consent.html).toContain('Send messages for you');
    const { status, leftFor } = await browser.press(consent, 'Authorize');
    expect(status).toBe(302);
    expect(leftFor?.href.startsWith(`${REDIRECT_URI}?code=`)).toBe(true);
    const { code = '', ...rest } = Object.fromEntries(leftFor?.searchParams ?? []);
    expect(rest).toEqual({ state: 'a state & more', expires_in: '60' });
    const { json } = await postToken(simulator, codeGrant(simulator, code));
    expect(json).toMatchObject({ token_type: 'bearer', expires_in: 3_600 });
    expect(await use(simulator, json['access_token'])).toMatchObject({ status: 200 });
  });

  it.each([
    ['the sign-in page', 'Cancel', []],
    ['the consent page', 'Deny', ['Sign in']],
  ])('send the browser back without a code from %s', async (_where, button, before) => {
    const { simulator } = await startForTest();
    const browser = createBrowser(simulator.url);
    let page = await browser.open(authorizeUrl(simulator));
    for (const step of before) page = await browser.press(page, step);
    const { leftFor } = await browser.press(page, button);
    expect(leftFor?.href.startsWith(`${REDIRECT_URI}?error=access_denied`)).toBe(true);
    expect(Object.fromEntries(leftFor?.searchParams ?? [])).toEqual({
      error: 'access_denied',
      error_description: expect.any(String),
      state: 'a state & more',
    });
  });

  it('say so when the password is wrong, and take the right one after that', async () => {
    const { simulator } = await startForTest();
    const browser = createBrowser(simulator.url);
    const signIn = await browser.open(authorizeUrl(simulator));
    const again = await browser.press(signIn, 'Sign in', { password: '<wrong>' });
    expect(again.html).toContain('role="alert"');
    expect(again.html).not.toContain('<wrong>');
    const { mainNumber, extension } = simulator.account.login;
    const username = `${mainNumber}*${extension}`;
    const consent = await browser.press(again, 'Sign in', { username });
    expect(consent.html).toContain('Authorize');
  });

  it('cannot be passed without signing in', async () => {
    const { simulator } = await startForTest();
    const browser = createBrowser(simulator.url);
    const signIn = await browser.open(authorizeUrl(simulator));
    const page = await browser.press(signIn, 'Sign in', { decision: 'authorize' });
    expect(page.leftFor).toBeUndefined();
    expect(page.html).toContain('id="password"');
  });

  it('are good for ten minutes, and once', async () => {
    const { simulator, clock } = await startForTest();
    const browser = createBrowser(simulator.url);
    const consent = await browser.press(await browser.open(authorizeUrl(simulator)), 'Sign in');
    await browser.press(consent, 'Authorize');
    const twice = await browser.press(consent, 'Authorize');
    expect(twice).toMatchObject({ status: 400, leftFor: undefined });
    const late = await browser.open(authorizeUrl(simulator));
    await clock.advance(10 * 60_000);
    expect(await browser.press(late, 'Sign in')).toMatchObject({ status: 400 });
    const forged = { status: late.status, headers: late.headers, leftFor: undefined };
    const html = late.html.replace(/name="ticket" value="[^"]+"/, 'name="ticket" value="x"');
    expect(await browser.press({ ...forged, html }, 'Sign in')).toMatchObject({ status: 400 });
  });

  it('carry the headers of a page that takes passwords', async () => {
    const { simulator } = await startForTest();
    const { headers } = await createBrowser(simulator.url).open(authorizeUrl(simulator));
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    // Without the app's origin a browser would not follow the redirect after the form.
    expect(policy).toContain("form-action 'self' http://localhost:17845");
    const style = await fetch(`${simulator.url}/login/style.css`);
    expect(style.headers.get('content-type')).toContain('text/css');
  });

  it('write what they are given as text', async () => {
    const { simulator } = await startForTest();
    const hint = `"><script>alert('x')</script>`;
    const page = await createBrowser(simulator.url).open(
      authorizeUrl(simulator, { login_hint: hint }),
    );
    expect(page.html).not.toContain('<script>');
    expect(page.html).toContain('&quot;&gt;&lt;script&gt;');
  });

  it.each([
    ['account-restricted', 'OAU-167'],
    ['extension-disabled', 'OAU-236'],
  ] as const)('let nobody in while the account is %s', async (access, code) => {
    const { simulator } = await startForTest();
    const browser = createBrowser(simulator.url);
    const before = await browser.press(await browser.open(authorizeUrl(simulator)), 'Sign in');
    simulator.account.state.access = access;
    const { leftFor } = await browser.press(before, 'Authorize');
    expect(leftFor?.searchParams.get('error')).toBe('access_denied');
    const page = await browser.press(await browser.open(authorizeUrl(simulator)), 'Sign in');
    expect(page.html).toContain(code);
  });
});

describe('an authorization request', () => {
  it.each([
    ['an unknown app', { client_id: 'nobody' }, 'invalid_client', 'OAU-120'],
    ['no app', { client_id: undefined }, 'invalid_client', 'OAU-120'],
    ['an unknown address', { redirect_uri: 'https://evil.example/' }, 'invalid_request', 'OAU-109'],
    [
      'another port',
      { redirect_uri: 'http://localhost:17846/callback' },
      'invalid_request',
      'OAU-109',
    ],
    [
      'another host',
      { redirect_uri: 'http://127.0.0.1:17845/callback' },
      'invalid_request',
      'OAU-109',
    ],
    [
      'another case',
      { redirect_uri: 'http://localhost:17845/Callback' },
      'invalid_request',
      'OAU-109',
    ],
    ['a query', { redirect_uri: `${REDIRECT_URI}?x=1` }, 'invalid_request', 'OAU-109'],
    ['a path below', { redirect_uri: `${REDIRECT_URI}/x` }, 'invalid_request', 'OAU-109'],
  ])('goes nowhere with %s: 400 on the page itself', async (_what, change, error, code) => {
    const { simulator } = await startForTest();
    const address = authorizeUrl(simulator, change);
    const reply = await toReply(await fetch(address, MANUAL));
    expect(reply).toMatchObject({ status: 400, code });
    expect(reply.json['error']).toBe(error);
    expect(reply.headers.has('location')).toBe(false);
    const page = await createBrowser(simulator.url).open(address);
    expect(page).toMatchObject({ status: 400, leftFor: undefined });
    expect(page.html).toContain(code);
  });

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ response_type: undefined }, 'invalid_request'],
    [{ display: 'wap' }, 'invalid_request'],
    [{ prompt: 'later' }, 'invalid_request'],
    [{ prompt: 'none login' }, 'invalid_request'],
    [{ prompt: 'none' }, 'login_required'],
    [{ code_challenge_method: 'S512' }, 'invalid_request'],
    [{ code_challenge: 'short' }, 'invalid_request'],
    [{ code_challenge: undefined }, 'invalid_request'],
    [{ code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
  ])('with %j goes back to the app with %s', async (change, error) => {
    const { simulator } = await startForTest();
    const response = await fetch(authorizeUrl(simulator, change), MANUAL);
    expect(response.status).toBe(302);
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.href.startsWith(`${REDIRECT_URI}?`)).toBe(true);
    expect(location.searchParams.get('error')).toBe(error);
    expect(location.searchParams.get('error_description')).not.toBe('');
    expect(location.searchParams.get('state')).toBe('a state & more');
  });

  it.each([
    [{ state: undefined }],
    [{ state: '', display: '', prompt: '', code_challenge_method: 'S256' }],
    [{ display: 'popup' }],
    [{ prompt: 'login sso consent' }],
    [{ scope: 'Everything', ui_locales: 'en-US', brand_id: '1210', nonce: 'n' }],
    [{ code_challenge: VERIFIER, code_challenge_method: undefined }],
  ])('with %j is good', async (change) => {
    const { simulator } = await startForTest();
    const page = await createBrowser(simulator.url).open(authorizeUrl(simulator, change));
    expect(page).toMatchObject({ status: 200, leftFor: undefined });
  });

  it('may leave the address out while the app has only one', async () => {
    const { simulator } = await startForTest();
    const address = authorizeUrl(simulator, { redirect_uri: undefined });
    expect((await fetch(address)).status).toBe(200);
    simulator.account.addRedirectUri('http://localhost:9100/back');
    expect(await toReply(await fetch(address))).toMatchObject({ status: 400, code: 'CMN-101' });
  });

  it('is refused when the app has no address, or no such flow', async () => {
    const { simulator } = await startForTest();
    const { client } = simulator.account.state;
    client.redirectUris = [];
    const address = authorizeUrl(simulator);
    expect(await toReply(await fetch(address))).toMatchObject({ status: 400, code: 'OAU-113' });
    client.flows = ['jwt'];
    expect(await toReply(await fetch(address))).toMatchObject({ status: 400, code: 'OAU-112' });
  });

  it('may use an address that was registered later, as it was written', async () => {
    const { simulator } = await startForTest();
    const redirect_uri = 'com.example.phone:back?from=ringcentral';
    simulator.account.addRedirectUri(redirect_uri);
    const response = await fetch(authorizeUrl(simulator, { redirect_uri, prompt: 'none' }), MANUAL);
    expect(response.headers.get('location')).toContain(`${redirect_uri}&error=login_required`);
    expect(() => simulator.account.addRedirectUri('/relative')).toThrow();
    expect(() => simulator.account.addRedirectUri(`${REDIRECT_URI}#part`)).toThrow();
  });

  it('says no parameter twice', async () => {
    const { simulator } = await startForTest();
    const address = `${authorizeUrl(simulator)}&redirect_uri=https%3A%2F%2Fevil.example`;
    expect(await toReply(await fetch(address))).toMatchObject({ status: 400, code: 'OAU-111' });
  });

  it('may come as a form', async () => {
    const { simulator } = await startForTest();
    const { origin, pathname, searchParams } = new URL(authorizeUrl(simulator));
    const url = `${origin}${pathname}`;
    const response = await fetch(url, { method: 'POST', body: searchParams, ...MANUAL });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(`${simulator.url}/login?ticket=`);
    const wrong = new URLSearchParams({ client_id: 'nobody' });
    const refused = await toReply(await fetch(url, { method: 'POST', body: wrong }));
    expect(refused).toMatchObject({ status: 400, code: 'OAU-120' });
  });

  it('without a prompt for a login takes the one the browser has', async () => {
    const { simulator } = await startForTest();
    const browser = createBrowser(simulator.url);
    const silent = authorizeUrl(simulator, { prompt: 'none' });
    const consent = await browser.press(await browser.open(authorizeUrl(simulator)), 'Sign in');
    const early = await browser.open(silent);
    expect(early.leftFor?.searchParams.get('error')).toBe('consent_required');
    await browser.press(consent, 'Authorize');
    const code = (await browser.open(silent)).leftFor?.searchParams.get('code') ?? '';
    expect(await postToken(simulator, codeGrant(simulator, code))).toMatchObject({ status: 200 });
    simulator.account.resetRateLimits();
    const consentOnly = await browser.open(authorizeUrl(simulator, { prompt: 'consent' }));
    expect(consentOnly.html).toContain('>Authorize<');
    expect((await browser.open(authorizeUrl(simulator))).html).toContain('>Sign in<');
  });
});

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AppRegistration, Grant } from '../../../main/core/ringcentral/api.ts';
import { toAuthorizationFailure } from '../../../main/core/ringcentral/errors.ts';
import { sessionKey } from '../../../main/core/ringcentral/token-store.ts';
import { redirectUri, visitSignInPage } from './browser.ts';
import { credentialsOf, ping, start, startSignedIn, type Departure } from './harness.ts';

const form = ({ body }: Departure): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body));

const app: AppRegistration = {
  serverUrl: 'https://platform.ringcentral.com',
  clientId: 'an-app',
  clientSecret: 'its-secret',
};

/** A world whose app the browser can come back to. */
async function startForBrowser() {
  const world = await start();
  world.simulator.account.addRedirectUri(redirectUri);
  const authorize = (state = 'state') =>
    world.client.authorize(credentialsOf(world.simulator), { redirectUri, state });
  const consent = async (): Promise<Extract<Grant, { method: 'browser' }>> => {
    const { url, codeVerifier } = authorize();
    const code = (await visitSignInPage(world.simulator, url)).get('code') ?? '';
    return { method: 'browser', code, codeVerifier, redirectUri };
  };
  const signIn = (grant: Grant) => world.client.signIn(credentialsOf(world.simulator, grant));
  return { ...world, authorize, consent, signIn };
}

describe('the address of the sign-in page', () => {
  it('asks for a code with a challenge, and carries no secret and nothing empty', async () => {
    const { client, departures } = await start();
    const { url, codeVerifier } = client.authorize(app, { redirectUri, state: 'a state' });
    const address = new URL(url);
    expect(`${address.origin}${address.pathname}`).toBe(`${app.serverUrl}/restapi/oauth/authorize`);
    const query = Object.fromEntries(address.searchParams);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
    expect(query).toEqual({
      response_type: 'code',
      client_id: app.clientId,
      redirect_uri: redirectUri,
      state: 'a state',
      prompt: 'login sso',
      code_challenge: Buffer.from(digest).toString('base64url'),
      code_challenge_method: 'S256',
    });
    expect(codeVerifier).toMatch(/^[\w-]{43}$/);
    expect(url).not.toContain('secret');
    expect(departures).toEqual([]);
  });

  it('belongs to one attempt: two at a time each come with a verifier of their own', async () => {
    const { authorize, signIn, simulator } = await startForBrowser();
    const [one, other] = [authorize('one'), authorize('other')];
    expect(one.codeVerifier).not.toBe(other.codeVerifier);
    for (const { url, codeVerifier } of [other, one]) {
      const code = (await visitSignInPage(simulator, url)).get('code') ?? '';
      const grant = { method: 'browser', code, codeVerifier, redirectUri } as const;
      expect(await signIn(grant)).toMatchObject({ kind: 'ok' });
    }
  });
});

describe('signing in with the browser', () => {
  it('exchanges the code, and keeps neither it nor the verifier', async () => {
    const { consent, signIn, client, departures, vault, simulator } = await startForBrowser();
    const grant = await consent();
    expect(await signIn(grant)).toEqual({ kind: 'ok', value: undefined });
    expect(departures.map(form)).toEqual([
      {
        grant_type: 'authorization_code',
        code: grant.code,
        redirect_uri: redirectUri,
        code_verifier: grant.codeVerifier,
        client_id: simulator.credentials.clientId,
      },
    ]);
    expect(vault.entries.get(sessionKey)).not.toContain(grant.codeVerifier);
    expect(vault.entries.get(sessionKey)).not.toContain(grant.code);
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
  });

  it('shows the secret of an app that has one, beside the verifier', async () => {
    const { client, simulator, departures } = await start();
    const { id, secret } = simulator.account.confidentialApp;
    simulator.account.addRedirectUri(redirectUri, id);
    const its = { serverUrl: simulator.url, clientId: id, clientSecret: secret };
    const { url, codeVerifier } = client.authorize(its, { redirectUri, state: 's' });
    const code = (await visitSignInPage(simulator, url)).get('code') ?? '';
    const grant = { method: 'browser', code, codeVerifier, redirectUri } as const;
    expect(await client.signIn({ ...its, grant })).toMatchObject({ kind: 'ok' });
    const basic = departures[0]?.headers.get('authorization')?.replace('Basic ', '') ?? '';
    expect(atob(basic)).toBe(`${id}:${secret}`);
    expect(departures[0] && form(departures[0])).toMatchObject({ code_verifier: codeVerifier });
    expect(departures[0] && form(departures[0])).not.toHaveProperty('client_id');
  });

  it.each([400, 403] as const)('refused with %i says what is wrong', async (status) => {
    const { consent, signIn, client, simulator, clock } = await startForBrowser();
    simulator.account.rules.authorizationCodeErrorStatus = status;
    const grant = await consent();
    const meet = async (change: Partial<typeof grant>) => {
      simulator.account.resetRateLimits();
      await clock.advance(61_000);
      return signIn({ ...(await consent()), ...change });
    };
    expect(await meet({ code: 'U0lNX2nothing' })).toMatchObject({
      kind: 'refused',
      status,
      failure: { message: 'session.code-expired', code: 'OAU-106' },
    });
    expect(await meet({ codeVerifier: 'v'.repeat(43) })).toMatchObject({
      failure: { message: 'session.code-expired', code: 'OAU-106' },
    });
    expect(await meet({ code: grant.code })).toMatchObject({
      failure: { message: 'session.code-expired', code: 'OAU-108', retry: 'user' },
    });
    const elsewhere = 'http://localhost:41235/callback';
    expect(await meet({ redirectUri: elsewhere })).toMatchObject({
      failure: { message: 'session.redirect-mismatch', params: { redirectUri: elsewhere } },
    });
    const { id, secret } = simulator.account.confidentialApp;
    const others = { ...credentialsOf(simulator, await consent()), clientId: id };
    expect(await client.signIn({ ...others, clientSecret: secret })).toMatchObject({
      failure: { message: 'session.other-app', code: 'OAU-110' },
    });
  });

  it('a code is good once', async () => {
    const { consent, signIn } = await startForBrowser();
    const grant = await consent();
    expect(await signIn(grant)).toMatchObject({ kind: 'ok' });
    expect(await signIn(grant)).toMatchObject({ failure: { message: 'session.code-expired' } });
  });

  it('that was denied has words of its own', async () => {
    const { authorize, simulator, clock } = await startForBrowser();
    const back = await visitSignInPage(simulator, authorize().url, 'deny');
    const error = back.get('error') ?? '';
    const description = back.get('error_description') ?? undefined;
    expect(toAuthorizationFailure({ error, description, at: clock.now() })).toMatchObject({
      kind: 'auth',
      message: 'session.consent-denied',
    });
  });

  it('of an app that is not for the browser says so', async () => {
    const { consent, signIn, simulator } = await startForBrowser();
    const grant = await consent();
    simulator.faults.add({
      path: '/oauth/token',
      status: 400,
      body: JSON.stringify({ error: 'unauthorized_client', errors: [{ errorCode: 'OAU-112' }] }),
    });
    expect(await signIn(grant)).toMatchObject({
      failure: { message: 'session.grant-not-allowed', code: 'OAU-112' },
    });
  });
});

describe('signing in with user name and password', () => {
  const grantOf = (world: Awaited<ReturnType<typeof start>>, password?: string): Grant => {
    const { login } = world.simulator.account;
    return {
      method: 'password',
      username: login.mainNumber,
      extension: login.extension,
      password: password ?? login.password,
    };
  };

  it('is over: it is tried once, and the words say what to do instead', async () => {
    const world = await start();
    const credentials = credentialsOf(world.simulator, grantOf(world));
    expect(await world.client.signIn(credentials)).toMatchObject({
      kind: 'refused',
      failure: { kind: 'auth', message: 'session.password-ended' },
    });
    expect(world.departures).toHaveLength(1);
  });

  it('works where it is allowed, in silence, and the password is kept nowhere', async () => {
    const world = await start();
    const { simulator, client, departures, vault, log } = world;
    simulator.account.rules.allowPasswordGrant = true;
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    onTestFinished(() => warn.mockRestore());
    const signingIn = client.signIn(credentialsOf(simulator, grantOf(world)));
    expect(console.warn).toBe(warn);
    expect(await signingIn).toMatchObject({ kind: 'ok' });
    expect(warn).not.toHaveBeenCalled();
    const { mainNumber, extension, password } = simulator.account.login;
    expect(departures.map(form)).toEqual([
      {
        grant_type: 'password',
        username: `${mainNumber}*${extension}`,
        password,
        client_id: simulator.credentials.clientId,
      },
    ]);
    expect(`${[...vault.entries.values()].join()}${JSON.stringify(log.lines)}`).not.toContain(
      password,
    );
  });

  it('says when they are wrong', async () => {
    const world = await start();
    world.simulator.account.rules.allowPasswordGrant = true;
    const credentials = credentialsOf(world.simulator, grantOf(world, 'not-it'));
    expect(await world.client.signIn(credentials)).toMatchObject({
      failure: { message: 'session.password-refused' },
    });
  });
});

describe('signing in with a JWT', () => {
  it('that was made for another app says so', async () => {
    const { client, simulator } = await start();
    const { jwt } = simulator.account.confidentialApp;
    const credentials = credentialsOf(simulator, { method: 'jwt', jwt });
    expect(await client.signIn(credentials)).toMatchObject({
      kind: 'refused',
      failure: { kind: 'auth', message: 'session.other-app' },
    });
  });

  it('where something else than RingCentral says no is told from a refusal', async () => {
    const { client, simulator } = await start();
    const none = { body: '{"detail":"Not Found"}', headers: { RCRequestId: '' } };
    simulator.faults.add({ path: '/oauth/token', status: 404, ...none });
    expect(await client.signIn(credentialsOf(simulator))).toMatchObject({
      failure: { message: 'network.not-ringcentral', retry: 'user' },
    });
  });
});

describe('someone who has signed in', () => {
  it('can ask what the user may do, and not only what the app may', async () => {
    const { client, simulator } = await startSignedIn();
    const { userPermissions, client: itsApp } = simulator.account.state;
    expect(userPermissions.length).toBeGreaterThan(3);
    expect(await client.api.account.listUserPermissions()).toEqual({
      kind: 'ok',
      value: userPermissions,
    });
    expect(client.permissions).toEqual(itsApp.permissions);
  });
});

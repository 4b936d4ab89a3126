import { describe, expect, it } from 'vitest';

import type { Simulator } from '../../simulator/server.ts';
import { jwtGrant, postToken, startForTest, toReply } from './support/client.ts';
import { authorizeInBrowser, createBrowser } from './support/browser.ts';
import { authorizeUrl, basicOf, codeGrant, codeOf, refreshGrant, use } from './support/oauth.ts';

type Form = Record<string, string>;

function officeJwt({ account }: Simulator): Form {
  return {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: account.confidentialApp.jwt,
  };
}

function basic(id: string, secret: string): Form {
  return { Authorization: `Basic ${btoa(`${id}:${secret}`)}` };
}

describe('an app with a secret', () => {
  it('signs in with code and JWT, refreshes and revokes, each with its Basic header', async () => {
    const { simulator } = await startForTest();
    const header = basicOf(simulator);
    const client_id = simulator.account.confidentialApp.id;
    const code = await codeOf(simulator, { client_id });
    const byCode = await postToken(simulator, { ...codeGrant(simulator, code), client_id }, header);
    expect(byCode.status).toBe(200);
    const { json } = await postToken(simulator, officeJwt(simulator), header);
    const refresh = { ...refreshGrant(simulator, json['refresh_token']), client_id };
    const { json: fresh } = await postToken(simulator, refresh, header);
    expect(await use(simulator, fresh['access_token'])).toMatchObject({ status: 200 });
    const body = new URLSearchParams({ token: String(fresh['access_token']) });
    const url = `${simulator.url}/restapi/oauth/revoke`;
    expect((await fetch(url, { method: 'POST', headers: header, body })).status).toBe(200);
    expect(await use(simulator, fresh['access_token'])).toMatchObject({ code: 'OAU-213' });
  });

  it('has permissions and rate limits of its own', async () => {
    const { simulator } = await startForTest();
    const { account } = simulator;
    const { json } = await postToken(simulator, officeJwt(simulator), basicOf(simulator));
    account.confidentialApp.permissions = ['SMS'];
    expect(await use(simulator, json['access_token'])).toMatchObject({
      status: 403,
      code: 'CMN-401',
    });
    for (let count = 0; count < 5; count += 1) await postToken(simulator, jwtGrant(simulator));
    expect(await postToken(simulator, jwtGrant(simulator))).toMatchObject({ status: 429 });
    const other = await postToken(simulator, officeJwt(simulator), basicOf(simulator));
    expect(other.status).toBe(200);
    expect(other.json['scope']).toBe('SMS');
  });

  it('cannot use the refresh token of another app, nor revoke its session', async () => {
    const { simulator } = await startForTest();
    const { json } = await postToken(simulator, jwtGrant(simulator));
    const { client_id: _id, ...form } = refreshGrant(simulator, json['refresh_token']);
    const refused = await postToken(simulator, form, basicOf(simulator));
    expect(refused).toMatchObject({ status: 400, code: 'OAU-213' });
    const body = new URLSearchParams({ token: String(json['access_token']) });
    const url = `${simulator.url}/restapi/oauth/revoke`;
    await fetch(url, { method: 'POST', headers: basicOf(simulator), body });
    expect(await use(simulator, json['access_token'])).toMatchObject({ status: 200 });
  });
});

describe('client credentials', () => {
  const OFFICE = 'harborlight-office-app';
  const SECRET = 'office-secret-of-the-demo';
  const DEMO = 'sidetone-demo-app';

  it.each<[what: string, headers: Form, form: Form, code: string]>([
    ['of nobody', {}, { client_id: 'somebody-else' }, 'OAU-146'],
    ['missing', {}, {}, 'OAU-146'],
    ['with a wrong secret', basic(OFFICE, 'guess'), {}, 'OAU-146'],
    ['with a secret where the app has none', basic(DEMO, SECRET), {}, 'OAU-146'],
    ['of a public app in a Basic header', basic(DEMO, ''), { client_id: DEMO }, 'OAU-146'],
    ['without the secret', {}, { client_id: OFFICE }, 'OAU-134'],
    ['with the secret in the form', {}, { client_id: OFFICE, client_secret: SECRET }, 'OAU-134'],
    ['of two apps', basic(OFFICE, SECRET), { client_id: DEMO }, 'OAU-121'],
    ['in no Basic header', { Authorization: 'Bearer x' }, { client_id: DEMO }, 'OAU-123'],
    ['without a colon', { Authorization: `Basic ${btoa(OFFICE)}` }, {}, 'OAU-123'],
    ['not in base64', { Authorization: 'Basic ***' }, {}, 'OAU-123'],
  ])('%s are refused', async (_what, headers, form, code) => {
    const { simulator } = await startForTest();
    const grant = { ...officeJwt(simulator), ...form };
    const refused = await postToken(simulator, grant, headers);
    expect(refused).toMatchObject({ status: 401, code });
    expect(refused.json['error']).toBe('invalid_client');
    expect(refused.text).not.toContain(SECRET);
  });
});

describe('a JWT', () => {
  it('works for the app it was made for, and says so to another', async () => {
    const { simulator } = await startForTest();
    const { confidentialApp, state } = simulator.account;
    const swapped = { ...jwtGrant(simulator), assertion: confidentialApp.jwt };
    const refused = await postToken(simulator, swapped);
    expect(refused).toMatchObject({ status: 400, code: 'OAU-473' });
    expect(refused.json['error_description']).toContain(state.client.id);
    const back = { ...officeJwt(simulator), assertion: state.client.jwt };
    const other = await postToken(simulator, back, basicOf(simulator));
    expect(other).toMatchObject({ status: 400, code: 'OAU-473' });
  });

  it('that is none is a wrong credential', async () => {
    const { simulator } = await startForTest();
    const grant = { ...jwtGrant(simulator), assertion: 'not.our.jwt' };
    const refused = await postToken(simulator, grant);
    expect(refused).toMatchObject({ status: 400, code: 'OAU-140' });
    expect(refused.json['error']).toBe('invalid_grant');
  });

  it('is no use to an app without the flow', async () => {
    const { simulator } = await startForTest();
    simulator.account.state.client.flows = ['code'];
    const refused = await postToken(simulator, jwtGrant(simulator));
    expect(refused).toMatchObject({ status: 400, code: 'OAU-251' });
    expect(refused.json['error']).toBe('unauthorized_client');
  });
});

describe('user name and password', () => {
  function passwordGrant({ credentials, account }: Simulator, change: Form = {}): Form {
    const { email, password } = account.login;
    const { clientId } = credentials;
    return { grant_type: 'password', username: email, password, client_id: clientId, ...change };
  }

  it('are over, as RingCentral has it', async () => {
    const { simulator } = await startForTest();
    const refused = await postToken(simulator, passwordGrant(simulator));
    expect(refused).toMatchObject({ status: 400, code: 'OAU-251' });
    expect(refused.json['error']).toBe('unauthorized_client');
  });

  it.each<[what: string, form: Form]>([
    ['the e-mail address', {}],
    ['the e-mail address in capitals', { username: 'Dana.Whitlock@Harborlight.example' }],
    ['the main number and the extension', { username: '+15125550100', extension: '101' }],
    ['number*extension', { username: '15125550100*101' }],
    ['a number as people write it', { username: '(512) 555-0100', extension: '101' }],
    ['the direct number', { username: '+15125550123' }],
  ])('sign in where the rules allow it, with %s', async (_what, form) => {
    const { simulator } = await startForTest();
    simulator.account.rules.allowPasswordGrant = true;
    const reply = await postToken(simulator, passwordGrant(simulator, form));
    expect(reply.status).toBe(200);
    expect(await use(simulator, reply.json['access_token'])).toMatchObject({ status: 200 });
  });

  it.each<[what: string, form: Form, error: string, code: string]>([
    ['another password', { password: 'guess' }, 'invalid_grant', 'OAU-140'],
    ['another extension', { extension: '102' }, 'invalid_grant', 'OAU-140'],
    ['an extension in the name', { username: '+15125550100*102' }, 'invalid_grant', 'OAU-140'],
    ['a number of nobody', { username: '+15125550177' }, 'invalid_grant', 'OAU-140'],
    ['no name', { username: '' }, 'invalid_request', 'CMN-101'],
    ['no password', { password: '' }, 'invalid_request', 'CMN-101'],
  ])('are refused with %s', async (_what, form, error, code) => {
    const { simulator } = await startForTest();
    simulator.account.rules.allowPasswordGrant = true;
    const reply = await postToken(simulator, passwordGrant(simulator, form));
    expect(reply).toMatchObject({ status: 400, code });
    expect(reply.json['error']).toBe(error);
  });
});

describe('a token request', () => {
  it.each<[what: string, form: Form, code: string]>([
    ['no grant type', { grant_type: '' }, 'CMN-101'],
    ['an unknown grant type', { grant_type: 'client_credentials' }, 'OAU-250'],
    ['no JWT', { assertion: '' }, 'CMN-101'],
    ['no refresh token', { grant_type: 'refresh_token' }, 'CMN-101'],
    ['no code', { grant_type: 'authorization_code' }, 'CMN-101'],
    ['a lifetime that is no number', { access_token_ttl: 'x' }, 'CMN-101'],
    ['a refresh lifetime that is no number', { refresh_token_ttl: '1.5' }, 'CMN-101'],
  ])('with %s is malformed', async (_what, form, code) => {
    const { simulator } = await startForTest();
    const refused = await postToken(simulator, { ...jwtGrant(simulator), ...form });
    expect(refused).toMatchObject({ status: 400, code });
    expect(refused.json['error']).toBe('invalid_request');
  });

  it('says nothing twice', async () => {
    const { simulator } = await startForTest();
    const body = new URLSearchParams(jwtGrant(simulator));
    body.append('client_id', 'sidetone-demo-app');
    const url = `${simulator.url}/restapi/oauth/token`;
    const refused = await toReply(await fetch(url, { method: 'POST', body }));
    expect(refused).toMatchObject({ status: 400, code: 'OAU-111' });
    expect(refused.json['error']).toBe('invalid_request');
  });

  it.each(['token', 'revoke', 'authorize'])('to %s is a form', async (endpoint) => {
    const { simulator } = await startForTest();
    const response = await fetch(`${simulator.url}/restapi/oauth/${endpoint}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(jwtGrant(simulator)),
    });
    expect(response.status).toBe(415);
  });

  it.each([
    ['account-restricted', 403, 'invalid_client', 'OAU-167'],
    ['extension-disabled', 400, 'invalid_grant', 'OAU-236'],
  ] as const)('is refused while the account is %s', async (access, status, error, code) => {
    const { simulator } = await startForTest();
    const { json } = await postToken(simulator, jwtGrant(simulator));
    simulator.account.state.access = access;
    for (const grant of [jwtGrant(simulator), refreshGrant(simulator, json['refresh_token'])]) {
      const refused = await postToken(simulator, grant);
      expect(refused).toMatchObject({ status, code });
      expect(refused.json['error']).toBe(error);
    }
    simulator.account.state.access = 'open';
    const again = await postToken(simulator, refreshGrant(simulator, json['refresh_token']));
    expect(again.status).toBe(200);
  });
});

describe('the Auth group', () => {
  it('is shared by the sign-in page, the tokens, the socket token and revoke', async () => {
    const { simulator } = await startForTest();
    const remaining = async (address: string, init: RequestInit = {}): Promise<string | null> => {
      const url = new URL(address, `${simulator.url}/restapi/oauth/`);
      const response = await fetch(url, { redirect: 'manual', ...init });
      return response.headers.get('x-rate-limit-remaining');
    };
    const { json, headers } = await postToken(simulator, jwtGrant(simulator));
    expect(headers.get('x-rate-limit-remaining')).toBe('4');
    const bearer = { Authorization: `Bearer ${String(json['access_token'])}` };
    expect(await remaining('wstoken', { method: 'POST', headers: bearer })).toBe('3');
    expect(await remaining(authorizeUrl(simulator))).toBe('2');
    const body = new URLSearchParams({ token: 'x', client_id: simulator.credentials.clientId });
    expect(await remaining('revoke', { method: 'POST', body })).toBe('1');
  });

  it('counts a sign-in with the browser as two, whatever is pressed on the pages', async () => {
    const { simulator } = await startForTest();
    const back = await authorizeInBrowser(simulator.url, authorizeUrl(simulator));
    const code = back.searchParams.get('code') ?? '';
    const { headers } = await postToken(simulator, codeGrant(simulator, code));
    expect(headers.get('x-rate-limit-remaining')).toBe('3');
  });

  it('when it is spent says so on the page, and to a program', async () => {
    const { simulator } = await startForTest();
    simulator.account.rules.rateLimits.Auth = 0;
    const page = await createBrowser(simulator.url).open(authorizeUrl(simulator));
    expect(page).toMatchObject({ status: 429, leftFor: undefined });
    expect(page.html).toContain('CMN-301');
    expect(page.headers.get('retry-after')).toBe('60');
    const refused = await toReply(await fetch(authorizeUrl(simulator)));
    expect(refused).toMatchObject({ status: 429, code: 'CMN-301' });
  });
});

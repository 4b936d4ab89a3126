import { describe, expect, it } from 'vitest';

import { postToken, startForTest } from './support/client.ts';
import { basicOf, codeGrant, codeOf, S256_CHALLENGE, VERIFIER } from './support/oauth.ts';

type Form = Record<string, string>;

/** What is left of a form without one of its parameters. */
function without(form: Form, name: string): Form {
  return Object.fromEntries(Object.entries(form).filter(([key]) => key !== name));
}

describe('an authorization code', () => {
  it.each([
    ['S256', {}],
    ['plain', { code_challenge: VERIFIER, code_challenge_method: 'plain' }],
    ['plain, the default', { code_challenge: VERIFIER, code_challenge_method: undefined }],
  ])('is exchanged with the verifier of a challenge that is %s', async (_method, change) => {
    const { simulator } = await startForTest();
    const grant = codeGrant(simulator, await codeOf(simulator, change));
    expect(await postToken(simulator, grant)).toMatchObject({ status: 200 });
  });

  const mistakes: readonly (readonly [what: string, change: (form: Form) => Form, code: string])[] =
    [
      ['is unknown', (form) => ({ ...form, code: 'U0lNX2unknown' }), 'OAU-106'],
      ['has another verifier', (form) => ({ ...form, code_verifier: `${VERIFIER}x` }), 'OAU-106'],
      ['has no verifier', (form) => without(form, 'code_verifier'), 'OAU-106'],
      ['has the challenge', (form) => ({ ...form, code_verifier: S256_CHALLENGE }), 'OAU-106'],
      ['names another address', (form) => ({ ...form, redirect_uri: 'http://x/' }), 'OAU-109'],
      ['names no address', (form) => without(form, 'redirect_uri'), 'OAU-109'],
    ];

  it.each(mistakes)('is refused when it %s, and spent', async (_what, change, code) => {
    const { simulator } = await startForTest();
    const grant = codeGrant(simulator, await codeOf(simulator));
    const changed = change(grant);
    const refused = await postToken(simulator, changed);
    expect(refused).toMatchObject({ status: 400, code });
    expect(refused.json['error']).toBe('invalid_grant');
    if (changed['code'] !== grant['code']) return;
    expect(await postToken(simulator, grant)).toMatchObject({ status: 400, code: 'OAU-106' });
  });

  it('is good once', async () => {
    const { simulator } = await startForTest();
    const grant = codeGrant(simulator, await codeOf(simulator));
    expect(await postToken(simulator, grant)).toMatchObject({ status: 200 });
    expect(await postToken(simulator, grant)).toMatchObject({ status: 400, code: 'OAU-106' });
  });

  it.each([
    [59_999, 200, undefined],
    [60_000, 400, 'OAU-108'],
  ])('after %i ms gets %i', async (age, status, code) => {
    const { simulator, clock } = await startForTest();
    const grant = codeGrant(simulator, await codeOf(simulator));
    await clock.advance(age);
    expect(await postToken(simulator, grant)).toMatchObject({ status, code });
  });

  it('is of no use to another app, and stays good for its own', async () => {
    const { simulator } = await startForTest();
    const grant = codeGrant(simulator, await codeOf(simulator));
    const stolen = await postToken(simulator, without(grant, 'client_id'), basicOf(simulator));
    expect(stolen).toMatchObject({ status: 400, code: 'OAU-110' });
    expect(await postToken(simulator, grant)).toMatchObject({ status: 200 });
  });

  it('of an app with a secret needs no PKCE, and takes no verifier then', async () => {
    const { simulator } = await startForTest();
    const { id } = simulator.account.confidentialApp;
    const noPkce = { client_id: id, code_challenge: undefined, code_challenge_method: undefined };
    const grantOf = async (): Promise<Form> => ({
      ...codeGrant(simulator, await codeOf(simulator, noPkce)),
      client_id: id,
    });
    const plain = without(await grantOf(), 'code_verifier');
    expect(await postToken(simulator, plain, basicOf(simulator))).toMatchObject({ status: 200 });
    const downgraded = await grantOf();
    expect(await postToken(simulator, downgraded, basicOf(simulator))).toMatchObject({
      status: 400,
      code: 'OAU-106',
    });
  });

  it('needs no address when it was asked for without one', async () => {
    const { simulator } = await startForTest();
    const code = await codeOf(simulator, { redirect_uri: undefined });
    const grant = without(codeGrant(simulator, code), 'redirect_uri');
    expect(await postToken(simulator, grant)).toMatchObject({ status: 200 });
  });

  it('is refused to an app that lost the flow', async () => {
    const { simulator } = await startForTest();
    const grant = codeGrant(simulator, await codeOf(simulator));
    simulator.account.state.client.flows = ['jwt'];
    const refused = await postToken(simulator, grant);
    expect(refused).toMatchObject({ status: 400, code: 'OAU-112' });
    expect(refused.json['error']).toBe('unauthorized_client');
  });

  it('is refused with 403 when the rules follow the guide', async () => {
    const { simulator } = await startForTest();
    simulator.account.rules.authorizationCodeErrorStatus = 403;
    const refused = await postToken(simulator, codeGrant(simulator, 'x'));
    expect(refused).toMatchObject({ status: 403, code: 'OAU-106' });
  });
});

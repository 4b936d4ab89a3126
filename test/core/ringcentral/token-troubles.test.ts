import { describe, expect, it } from 'vitest';
import type { RingCentralClient } from '../../../main/core/ringcentral/api.ts';
import { credentialsOf, ping, start, startSignedIn, type Departure } from './harness.ts';

const minute = 60_000;
const hour = 60 * minute;
const toTokens = ({ path }: Departure): boolean => path === '/restapi/oauth/token';
const form = ({ body }: Departure): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body));

/** A world whose answers with tokens are changed on their way. */
function startWithTokens(change: (answer: Record<string, unknown>) => unknown) {
  return start({
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      if (!(input as Request).url.endsWith('/oauth/token')) return answer;
      const body = change((await answer.json()) as Record<string, unknown>);
      const headers = { 'Content-Type': 'application/json', RCRequestId: 'r' };
      return new Response(JSON.stringify(body), { status: answer.status, headers });
    },
  });
}

describe('the lifetimes a refresh asks for', () => {
  it.each([
    ['a second or two short', { expires_in: 3598, refresh_token_expires_in: 604_798 }],
    ['missing', { expires_in: undefined, refresh_token_expires_in: undefined }],
  ])('do not shrink from one to the next when those given are %s', async (_, given) => {
    const { client, simulator, clock, departures } = await startWithTokens((answer) => ({
      ...answer,
      ...given,
    }));
    await client.signIn(credentialsOf(simulator));
    for (let n = 0; n < 3; n += 1) {
      await clock.sleep(hour);
      expect(await ping(client)).toMatchObject({ kind: 'ok' });
    }
    const asked = departures
      .filter(toTokens)
      .slice(1)
      .map(form)
      .map((each) => [each['access_token_ttl'], each['refresh_token_ttl']]);
    expect(asked).toEqual(Array.from({ length: 3 }, () => ['3600', '604800']));
  });
});

describe('an answer to a sign-in that only looks like tokens', () => {
  it.each([
    ['null', null],
    ['a list', []],
    ['a text', 'welcome'],
    ['a number for a token', { access_token: 5 }],
    ['an object for a lifetime', { access_token: 'a', refresh_token: 'b', expires_in: {} }],
  ])('(%s) says that this is not RingCentral', async (_, body) => {
    const { client, simulator, vault } = await startWithTokens(() => body);
    expect(await client.signIn(credentialsOf(simulator))).toMatchObject({
      kind: 'unknown',
      failure: { message: 'network.not-ringcentral' },
    });
    expect(vault.entries.size).toBe(0);
  });
});

describe('an endpoint that says 401 whatever the token', () => {
  const poll = (client: RingCentralClient) => client.api.ringOut.getStatus('some-call');

  it('does not cost a refresh each time it is asked', async () => {
    const { client, simulator, clock, departures } = await startSignedIn();
    simulator.faults.add({ path: /ring-out/, status: 401, errorCode: 'OAU-151' });
    for (let n = 0; n < 60; n += 1) {
      expect(await poll(client)).toMatchObject({ kind: 'refused', status: 401 });
      await clock.advance(2_500);
    }
    expect(departures.filter(toTokens)).toHaveLength(1);
  });

  it('is asked with a new token again later, and others in the meantime', async () => {
    const { client, simulator, clock, departures } = await startSignedIn();
    simulator.faults.add({ path: /ring-out/, status: 401, errorCode: 'OAU-149' });
    await poll(client);
    simulator.faults.add({ path: /extension\/~$/, status: 401, errorCode: 'OAU-129', times: 1 });
    expect(await ping(client)).toMatchObject({ kind: 'ok' });
    expect(departures.filter(toTokens)).toHaveLength(2);
    await clock.advance(5 * minute);
    await poll(client);
    expect(departures.filter(toTokens)).toHaveLength(3);
    simulator.faults.clear();
    expect(await poll(client)).toMatchObject({ kind: 'refused', status: 404 });
    simulator.faults.add({ path: /ring-out/, status: 401, errorCode: 'OAU-129', times: 1 });
    expect(await poll(client)).toMatchObject({ kind: 'refused', status: 404 });
  });
});

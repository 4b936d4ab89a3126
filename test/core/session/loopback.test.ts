import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { visitSignInPage } from '../ringcentral/browser.ts';
import { settled } from '../support/manual-clock.ts';
import { openReady } from './browser-harness.ts';

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

describe('security 11: the page the browser comes back to', () => {
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

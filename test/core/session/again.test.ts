import { describe, expect, it } from 'vitest';
import { visitSignInPage } from '../ringcentral/browser.ts';
import { createVault, start, until } from '../ringcentral/harness.ts';
import { openReady } from './browser-harness.ts';
import { openSession } from './harness.ts';

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

import type { Page } from '@playwright/test';
import { expect, test } from './support/sidetone.ts';

test('the window is sandboxed, has no way out, and may ask what is declared', async ({
  demo: { app, page },
  simulator,
  requests,
}) => {
  const answer = await page.reload();
  const policy = answer?.headers()['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  const address = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  expect(address).toMatch(/^app:\/\//);
  await expectRefusals(page);
  await expectNoWayOut(page, simulator.url);
  expect(requests).toEqual([]);
});

/** What a page may ask is declared, and everything else is refused with words. */
async function expectRefusals(page: Page): Promise<void> {
  const answers = await page.evaluate(async () => {
    const { bridge } = window as unknown as { bridge: { call: unknown } };
    const call = bridge.call as (
      name: unknown,
      input?: unknown,
    ) => Promise<{ ok: boolean; failure?: { message: string } }>;
    const tries: Record<string, Promise<{ ok: boolean; failure?: { message: string } }>> = {
      unknown: call('calls.dial-everyone', {}),
      proto: call('__proto__', {}),
      constructor: call('constructor'),
      number: call(42),
      malformed: call('calls.dial', { number: 42 }),
      extra: call('calls.dial', { number: '1', surprise: true }),
      large: call('messages.send', { text: 'x'.repeat(4_000_000) }),
    };
    const settled: Record<string, string | undefined> = {};
    for (const [name, attempt] of Object.entries(tries)) {
      settled[name] = (await attempt).failure?.message;
    }
    return settled;
  });
  expect(answers).toEqual({
    unknown: 'bridge.unknown-call',
    proto: 'bridge.unknown-call',
    constructor: 'bridge.unknown-call',
    number: 'bridge.unknown-call',
    malformed: 'bridge.invalid-input',
    extra: 'bridge.invalid-input',
    large: 'bridge.too-large',
  });
  await expect(page.getByText('Demo: nobody is really called')).toBeVisible();
}

/** The page has no Node and no network. */
async function expectNoWayOut(page: Page, server: string): Promise<void> {
  const found = await page.evaluate(async (address) => {
    const globals = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'];
    const outside = await fetch(address, { mode: 'no-cors' }).then(
      () => 'answered',
      () => 'refused',
    );
    return {
      node: globals.filter((name) => name in globalThis),
      frozen: Object.isFrozen((window as unknown as { bridge: object }).bridge),
      outside,
      opened: window.open(address) === null,
    };
  }, `${server}/restapi`);
  expect(found).toEqual({ node: [], frozen: true, outside: 'refused', opened: true });
}

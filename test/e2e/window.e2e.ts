import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { ElectronApplication } from '@playwright/test';
import type { ThreadId } from '../../shared/model/ids.ts';
import { ask } from './support/ask.ts';
import { expect, test } from './support/sidetone.ts';

/** How many windows can be seen: closing hides them in the tray, or minimises them without one. */
const inSight = (app: ElectronApplication): Promise<number> =>
  app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().filter((w) => w.isVisible() && !w.isMinimized()).length,
  );

test('a closed window leaves Sidetone running, and a second start brings it back and ends', async ({
  demo,
  userData,
}) => {
  const { app } = demo;
  await expect.poll(() => inSight(app)).toBe(1);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => inSight(app)).toBe(0);
  await app.evaluate(({ app: electron }) => electron.emit('activate'));
  await expect.poll(() => inSight(app)).toBe(1);
  const page = await app.firstWindow();
  await expect(page.getByText('Demo: nobody is really called')).toBeVisible();

  const executable = createRequire(import.meta.url)('electron') as unknown as string;
  await demo.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => inSight(demo.app)).toBe(0);
  const second = spawn(executable, ['.', `--user-data-dir=${userData}`], {
    env: { ...process.env, XDG_CONFIG_HOME: userData, SIDETONE_STAND_IN_HEADLESS: '1' },
    stdio: 'ignore',
  });
  const [code] = (await once(second, 'exit')) as [number];
  expect(code).toBe(0);
  await expect.poll(() => inSight(demo.app)).toBe(1);
});

test('a page that breaks comes back where it was, with what was being written', async ({
  demo,
}) => {
  const { app, page } = demo;
  const firstThread = () =>
    ask(page, 'messages.list-threads', {}).then(({ items }) => items[0]?.id);
  await expect.poll(firstThread, { timeout: 20_000 }).toBeDefined();
  const threadId = (await firstThread()) as ThreadId;
  await ask(page, 'app.open', { to: { screen: 'messages', threadId } });
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('Half a sentence');
  // Main has it soon after the last letter.
  await expect
    .poll(() => ask(page, 'drafts.get', { key: threadId }).then(({ text }) => text))
    .toBe('Half a sentence');

  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  // The test has lost its page; the window has another one, and none while it is being loaded.
  const written = () =>
    app
      .evaluate(({ BrowserWindow }): Promise<unknown> | undefined =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `document.querySelector('textarea')?.value`,
        ),
      )
      .catch(() => undefined);
  await expect.poll(written, { timeout: 20_000 }).toBe('Half a sentence');
});

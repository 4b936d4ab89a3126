import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createFolder,
  ended,
  executable,
  fixtureApp,
  launchFixture,
  removeFolder,
  startFixture,
  wrote,
  type Ended,
} from './support/fixture.ts';

let folder: string;

beforeEach(() => {
  folder = createFolder();
});

afterEach(() => {
  removeFolder(folder);
});

/** Runs the executable to its end with a given environment. */
const run = (args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> =>
  ended(spawn(executable, args, { env: { ...process.env, ...env } }));

test('it tells the version of Electron it stands for', async () => {
  const { version } = createRequire(import.meta.url)('electron/package.json') as {
    version: string;
  };
  expect(await run(['--version'], {})).toMatchObject({ code: 0, stdout: `v${version}\n` });
});

test('without an app, a display or Chromium it says what to do', async () => {
  expect(await run([], {})).toMatchObject({
    code: 1,
    stderr: 'Usage: electron <path to an app>\n',
  });

  const missing = join(folder, 'nowhere');
  expect((await run([missing], { SIDETONE_STAND_IN_HEADLESS: '1' })).stderr).toContain(
    `Unable to find Electron app at ${missing}`,
  );

  const noDisplay = { DISPLAY: '', WAYLAND_DISPLAY: '', SIDETONE_STAND_IN_HEADLESS: '' };
  const blind = await run([fixtureApp], noDisplay);
  expect(blind.code).toBe(1);
  expect(blind.stderr).toMatch(/^No display: .*xvfb-run -a.*\n$/);

  const noChromium = { CHROMIUM_PATH: missing, SIDETONE_STAND_IN_HEADLESS: '1' };
  const bare = await run([`--user-data-dir=${folder}`, fixtureApp], noChromium);
  expect(bare.code).toBe(1);
  expect(bare.stderr).toMatch(/^No Chromium found: .*apt-get install chromium.*\n$/);
});

test('SIGTERM quits the app in order', async () => {
  const child = startFixture(folder, [], { FIXTURE_TELL: '1' });
  const end = ended(child);
  await wrote(child, 'fixture is ready');
  child.kill('SIGTERM');
  const { code, stdout } = await end;
  expect(code).toBe(0);
  expect(stdout.match(/event \S+/g)).toEqual([
    'event before-quit',
    'event will-quit',
    'event quit',
  ]);
});

test('a script can be started without a package', async () => {
  const script = join(folder, 'script.cjs');
  writeFileSync(
    script,
    `const { app } = require('electron');
     app.whenReady().then(() => { console.log(app.isReady(), app.getAppPath()); app.exit(3); });`,
  );
  expect(await run([script], { SIDETONE_STAND_IN_HEADLESS: '1' })).toMatchObject({
    code: 3,
    stdout: `true ${folder}\n`,
  });
});

test('an error while the app is loaded ends the process', async () => {
  const script = join(folder, 'script.mjs');
  writeFileSync(script, `throw new Error('cannot start');`);
  const { code, stderr } = await run([script], { SIDETONE_STAND_IN_HEADLESS: '1' });
  expect(code).toBe(1);
  expect(stderr).toContain('cannot start');
});

test('as Node it is Node', async () => {
  const asNode = await run(['-p', '6 * 7'], { ELECTRON_RUN_AS_NODE: '1' });
  expect(asNode).toMatchObject({ code: 0, stdout: '42\n' });
});

test('ready waits until Playwright lets it go, and quitting can be refused', async () => {
  const fixture = await launchFixture();
  expect(await fixture.app.evaluate(({ app }) => app.isReady())).toBe(true);
  await fixture.app.evaluate(({ app }) => {
    globalThis.keepOpen = true;
    app.quit();
    globalThis.keepOpen = false;
  });
  expect(await fixture.happened()).toEqual(
    expect.arrayContaining(['before-quit', 'close', 'hide']),
  );
  await fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => fixture.soFar()).toContain('window-all-closed');
  await fixture.happened();
  const exit = once(fixture.app.process(), 'exit');
  await fixture.close();
  expect(await exit).toEqual([0, null]);
});

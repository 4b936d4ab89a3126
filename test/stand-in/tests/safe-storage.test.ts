import { spawn, spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolder, ended, executable, fixtureApp, removeFolder } from './support/fixture.ts';

type Sealed = {
  readonly backend: string;
  readonly available: boolean;
  readonly prefix?: string;
  readonly leaks?: boolean;
  readonly result?: string;
  readonly error?: string;
};

let folder: string;

beforeEach(() => {
  folder = createFolder();
});

afterEach(() => {
  removeFolder(folder);
});

/** Lets the fixture seal a text, by way of another program when one is given. */
async function seal(
  way: readonly string[],
  env: NodeJS.ProcessEnv,
  ...switches: string[]
): Promise<Sealed> {
  const command = [
    ...way,
    executable,
    `--user-data-dir=${folder}`,
    ...switches,
    fixtureApp,
    '--seal',
  ];
  const child = spawn(command[0] as string, command.slice(1), {
    env: { ...process.env, SIDETONE_STAND_IN_HEADLESS: '1', HOME: folder, ...env },
  });
  const { stdout, stderr } = await ended(child);
  const line = /^\{.*\}$/m.exec(stdout)?.[0];
  if (!line) throw new Error(`Nothing was sealed: ${stdout}${stderr}`);
  return JSON.parse(line) as Sealed;
}

const noBus = { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '' };

test('without a key ring the backend is basic_text and nothing is sealed', async () => {
  const sealed = await seal([], noBus);
  expect(sealed).toMatchObject({ backend: 'basic_text', available: false });
  expect(sealed.error).toContain('Encryption is not available');
});

const tools = ['secret-tool', 'dbus-run-session', 'gnome-keyring-daemon'];
const missing = tools.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
if (missing.length > 0) {
  process.stdout.write(`The key ring is not tested: ${missing.join(', ')} not installed\n`);
}

test.runIf(missing.length === 0)('with a key ring the key stays there', async () => {
  // A session of its own, with an empty key ring that is open, and the app started twice in it.
  const session =
    'printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';
  const way = ['dbus-run-session', '--', 'sh', '-c', session, 'sh'];
  const env = { ...noBus, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder };
  expect(await seal(way, env)).toEqual({
    backend: 'gnome_libsecret',
    available: true,
    prefix: 'v11',
    leaks: false,
    result: 'a secret',
  });
  expect(await seal(way, env, '--password-store=basic')).toMatchObject({
    backend: 'basic_text',
    available: false,
  });
});

import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { missingForKeyRing, startKeyRing } from '../../e2e/support/key-ring.ts';
import { selectBackend } from '../electron-api/storage-backend.ts';
import { createFolder, ended, executable, fixtureApp, removeFolder } from './support/fixture.ts';

type Sealed = {
  readonly backend: string;
  readonly available: boolean;
  /** Whether the synchronous half is available. */
  readonly sync: boolean;
  readonly prefix?: string;
  readonly leaks?: boolean;
  readonly result?: string;
  readonly shouldReEncrypt?: boolean;
  readonly sealed?: string;
  readonly error?: string;
};

let folder: string;

beforeEach(() => {
  folder = createFolder();
});

afterEach(() => {
  removeFolder(folder);
});

const noBus = { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '', XDG_CURRENT_DESKTOP: '' };

/** Lets the fixture seal a text and open it, or open one that was sealed before. */
async function seal(env: NodeJS.ProcessEnv, ...switches: string[]): Promise<Sealed> {
  const args = [`--user-data-dir=${folder}`, ...switches, fixtureApp, '--seal'];
  const child = spawn(executable, args, {
    env: { ...process.env, SIDETONE_STAND_IN_HEADLESS: '1', HOME: folder, ...noBus, ...env },
  });
  const { stdout, stderr } = await ended(child);
  const line = /^\{.*\}$/m.exec(stdout)?.[0];
  if (!line) throw new Error(`Nothing was sealed: ${stdout}${stderr}`);
  return JSON.parse(line) as Sealed;
}

describe('without a key ring', () => {
  const unprotected = { available: true, sync: false, prefix: 'v10', result: 'a secret' };

  test('the backend is basic_text, and the asynchronous half uses a key that anyone can know', async () => {
    expect(await seal({})).toMatchObject({ backend: 'basic_text', ...unprotected });
  });

  test('a desktop that should have one is named all the same', async () => {
    const sealed = await seal({ XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' });
    expect(sealed).toMatchObject({ backend: 'gnome_libsecret', ...unprotected });
  });
});

test('the backend is the one the command line names, else the desktop’s', () => {
  expect(selectBackend('', {})).toBe('basic_text');
  expect(selectBackend('', { XDG_CURRENT_DESKTOP: 'sway' })).toBe('basic_text');
  expect(selectBackend('', { XDG_CURRENT_DESKTOP: 'X-Cinnamon' })).toBe('gnome_libsecret');
  const plasma = { XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '6' };
  expect(selectBackend('', plasma)).toBe('kwallet6');
  expect(selectBackend('basic', plasma)).toBe('basic_text');
  expect(selectBackend('gnome-libsecret', {})).toBe('gnome_libsecret');
});

const missing = missingForKeyRing();
if (missing.length > 0) {
  process.stdout.write(`The key ring is not tested: ${missing.join(', ')} not installed\n`);
}

describe.runIf(missing.length === 0)('with a key ring', () => {
  const store = '--password-store=gnome-libsecret';

  test('the key stays there, and opens at the next start what it sealed', async () => {
    const ring = await startKeyRing(folder);
    try {
      const first = await seal(ring.env, store);
      expect(first).toMatchObject({
        backend: 'gnome_libsecret',
        available: true,
        sync: true,
        prefix: 'v11',
        leaks: false,
        result: 'a secret',
        shouldReEncrypt: false,
      });
      const sealed = `--sealed=${first.sealed}`;
      expect(await seal(ring.env, store, sealed)).toMatchObject({ result: 'a secret' });
      // With a store that is none, there is no way to it.
      expect(await seal(ring.env, '--password-store=basic', sealed)).toMatchObject({
        backend: 'basic_text',
        error: expect.stringContaining('Error while decrypting'),
      });
      ring.lock();
      expect(await seal(ring.env, store, sealed)).toMatchObject({
        backend: 'gnome_libsecret',
        error: expect.stringContaining('temporarily unavailable'),
      });
    } finally {
      await ring.stop();
    }
  });

  test('what was sealed without it should be sealed again', async () => {
    const { sealed } = await seal({});
    const ring = await startKeyRing(folder);
    try {
      expect(await seal(ring.env, store, `--sealed=${sealed}`)).toMatchObject({
        result: 'a secret',
        shouldReEncrypt: true,
      });
    } finally {
      await ring.stop();
    }
  });
});

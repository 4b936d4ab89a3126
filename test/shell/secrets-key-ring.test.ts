import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSecrets, type Crypto } from '../../main/shell/secrets.ts';
import { makeFolder } from '../db/support.ts';
import { missingForKeyRing, startKeyRing } from '../e2e/support/key-ring.ts';
import { SafeStorage } from '../stand-in/electron-api/safe-storage.ts';
import { createFakeClock, createFakeFile, createFakeLog } from './support/fakes.ts';

/** Every start of Sidetone asks for the key ring anew, and finds the file of the one before. */
function setUp(passwordStore: string) {
  const vault = createFakeFile();
  const log = createFakeLog();
  const start = () => {
    const crypto: Crypto = new SafeStorage({
      isReady: () => true,
      appName: () => 'Sidetone',
      passwordStore: () => passwordStore,
    });
    const clock = createFakeClock();
    return createSecrets({ crypto, vault, platform: 'linux', clock, log });
  };
  return { vault, log, start };
}

async function useKeyRing() {
  const ring = await startKeyRing(makeFolder());
  onTestFinished(() => ring.stop());
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', ring.env.DBUS_SESSION_BUS_ADDRESS);
  return ring;
}

const missing = missingForKeyRing();
if (missing.length > 0) {
  process.stdout.write(`No real key ring is tested with: ${missing.join(', ')} not installed\n`);
}

describe.runIf(missing.length === 0)('secrets with GNOME’s key ring', () => {
  it('survive a restart, and lie sealed in the file', async () => {
    await useKeyRing();
    const { vault, start } = setUp('gnome-libsecret');
    const secrets = await start();
    expect(secrets.standing).toBe('os');
    await secrets.set('tokens', 'top secret');
    expect(vault.value['tokens']).toMatchObject({ backend: 'gnome_libsecret' });
    const { data } = vault.value['tokens'] as { data: string };
    expect(Buffer.from(data, 'base64').toString('latin1')).not.toContain('top secret');
    const next = await start();
    expect(next.standing).toBe('os');
    expect(await next.get('tokens')).toBe('top secret');
  });

  it('are kept while it is locked, and say so meanwhile', async () => {
    const ring = await useKeyRing();
    const { vault, start } = setUp('gnome-libsecret');
    await (await start()).set('tokens', 'top secret');
    const before = vault.value;
    ring.lock();
    const locked = await start();
    expect(locked.standing).toBe('session-only');
    expect(await locked.get('tokens')).toBeUndefined();
    expect(vault.value).toBe(before);
  });

  it('are removed when it has lost the key', async () => {
    await useKeyRing();
    const { vault, start } = setUp('gnome-libsecret');
    await (await start()).set('tokens', 'top secret');
    // The same file beside another, empty key ring: that of a new computer.
    await useKeyRing();
    const next = await start();
    expect(next.standing).toBe('os');
    expect(await next.get('tokens')).toBeUndefined();
    expect(vault.value).toEqual({});
  });
});

describe('secrets without a key ring', () => {
  it.each(['basic', 'gnome-libsecret'])(
    'never reach the file, whatever the desktop promises (%s)',
    async (store) => {
      vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', '');
      vi.stubEnv('XDG_RUNTIME_DIR', '');
      const { vault, start } = setUp(store);
      const secrets = await start();
      await secrets.set('tokens', 'top secret');
      expect(secrets.standing).toBe('session-only');
      expect(await secrets.get('tokens')).toBe('top secret');
      expect(vault.value).toEqual({});
      expect(await (await start()).get('tokens')).toBeUndefined();
    },
  );
});

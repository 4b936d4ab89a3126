import { describe, expect, it } from 'vitest';
import { createSecrets, type Crypto } from '../../main/shell/secrets.ts';
import { createFakeFile, createFakeLog } from './support/fakes.ts';

type Ring = {
  backend: ReturnType<Crypto['getSelectedStorageBackend']>;
  available: boolean;
  locked: boolean;
  /** Changes when the ring loses its key: what was sealed before cannot be opened. */
  key: number;
  rotated: boolean;
};

/** A key ring whose ciphertext is hex with the number of its key, and is different every time. */
function createRing(changes: Partial<Ring> = {}): { ring: Ring; crypto: Crypto } {
  const ring: Ring = {
    backend: 'gnome_libsecret',
    available: true,
    locked: false,
    key: 1,
    rotated: false,
    ...changes,
  };
  let nonce = 0;
  const crypto: Crypto = {
    getSelectedStorageBackend: () => ring.backend,
    isAsyncEncryptionAvailable: async () => ring.available,
    async encryptStringAsync(text) {
      if (ring.locked) throw new Error('the ring is locked');
      nonce += 1;
      return Buffer.from(`${ring.key}:${nonce}:${Buffer.from(text).toString('hex')}`);
    },
    async decryptStringAsync(sealed) {
      if (ring.locked) throw new Error('the ring is locked');
      const [key, , hex = ''] = sealed.toString().split(':');
      if (Number(key) !== ring.key) throw new Error('wrong key');
      return { result: Buffer.from(hex, 'hex').toString(), shouldReEncrypt: ring.rotated };
    },
  };
  return { ring, crypto };
}

function setUp(changes: Partial<Ring> = {}, platform: NodeJS.Platform = 'linux') {
  const { ring, crypto } = createRing(changes);
  const vault = createFakeFile();
  const log = createFakeLog();
  const open = () => createSecrets({ crypto, vault, platform, log });
  return { ring, vault, log, open };
}

describe('secrets with a key ring', () => {
  it('are on disk, sealed, when set; and are there after a restart', async () => {
    const { open, vault } = setUp();
    const secrets = await open();
    expect(secrets.standing).toBe('os');
    await secrets.set('tokens', 'top secret');
    expect(JSON.stringify(vault.value)).not.toContain('top secret');
    expect(vault.value['tokens']).toMatchObject({ backend: 'gnome_libsecret' });
    expect(await (await open()).get('tokens')).toBe('top secret');
  });

  it('are gone when removed, and unknown names are nothing', async () => {
    const { open, vault } = setUp();
    const secrets = await open();
    await secrets.set('tokens', 'one');
    await secrets.remove('tokens');
    expect(await secrets.get('tokens')).toBeUndefined();
    expect(vault.value).toEqual({});
    expect(await secrets.get('__proto__')).toBeUndefined();
    expect(await secrets.get('constructor')).toBeUndefined();
  });

  it('are set one after another, so that the last one set is the one that stays', async () => {
    const { open } = setUp();
    const secrets = await open();
    const sets = ['first', 'second', 'third'].map((value) => secrets.set('tokens', value));
    await Promise.all(sets);
    expect(await secrets.get('tokens')).toBe('third');
  });

  it('are sealed again when the ring says its key has changed', async () => {
    const { open, vault, ring } = setUp();
    const secrets = await open();
    await secrets.set('tokens', 'kept');
    const before = vault.value['tokens'];
    expect(await secrets.get('tokens')).toBe('kept');
    expect(vault.value['tokens']).toEqual(before);
    ring.rotated = true;
    expect(await secrets.get('tokens')).toBe('kept');
    expect(vault.value['tokens']).not.toEqual(before);
    ring.rotated = false;
    expect(await (await open()).get('tokens')).toBe('kept');
  });

  it('work without asking for a Linux backend elsewhere', async () => {
    const { open, vault } = setUp({ backend: 'basic_text' }, 'darwin');
    const secrets = await open();
    expect(secrets.standing).toBe('os');
    await secrets.set('tokens', 'x');
    expect(vault.value['tokens']).toMatchObject({ backend: 'darwin' });
  });
});

describe('secrets without a key ring', () => {
  const without: Record<string, Partial<Ring>> = {
    'only the password everybody knows': { backend: 'basic_text' },
    'an unknown store': { backend: 'unknown' },
    'a store that is not available': { available: false },
  };

  it.each(Object.entries(without))('(%s) live in memory only, and say so', async (_name, ring) => {
    const { open, vault, log } = setUp(ring);
    const secrets = await open();
    expect(secrets.standing).toBe('session-only');
    await secrets.set('tokens', 'top secret');
    expect(await secrets.get('tokens')).toBe('top secret');
    expect(vault.value).toEqual({});
    expect(await (await open()).get('tokens')).toBeUndefined();
    expect(log.lines.some(({ level }) => level === 'warn')).toBe(true);
  });

  it('leave what another key ring sealed, unless it is replaced', async () => {
    const { open, vault, ring } = setUp();
    await (await open()).set('tokens', 'sealed');
    ring.backend = 'basic_text';
    const secrets = await open();
    expect(await secrets.get('tokens')).toBeUndefined();
    expect(vault.value).toHaveProperty('tokens');
    ring.backend = 'gnome_libsecret';
    expect(await (await open()).get('tokens')).toBe('sealed');
    await secrets.set('tokens', 'newer, in memory');
    expect(vault.value).toEqual({});
  });
});

describe('a secret that cannot be opened', () => {
  it('is removed when the ring works but has lost the key', async () => {
    const { open, vault, ring, log } = setUp();
    const secrets = await open();
    await secrets.set('tokens', 'lost');
    ring.key = 2;
    expect(await secrets.get('tokens')).toBeUndefined();
    expect(vault.value).toEqual({});
    expect(log.lines.at(-1)?.level).toBe('error');
  });

  it('stays when the ring is only locked for now', async () => {
    const { open, vault, ring } = setUp();
    const secrets = await open();
    await secrets.set('tokens', 'kept');
    ring.locked = true;
    expect(await secrets.get('tokens')).toBeUndefined();
    expect(secrets.standing).toBe('session-only');
    expect(vault.value).toHaveProperty('tokens');
    ring.locked = false;
    expect(await secrets.get('tokens')).toBe('kept');
  });

  it('stays when another ring of the same computer sealed it', async () => {
    const { open, vault, ring } = setUp({ backend: 'kwallet6' });
    await (await open()).set('tokens', 'of the other desktop');
    ring.backend = 'gnome_libsecret';
    ring.key = 2;
    expect(await (await open()).get('tokens')).toBeUndefined();
    expect(vault.value).toHaveProperty('tokens');
  });

  it('is nothing when the file holds nonsense in its place', async () => {
    const { open, vault } = setUp();
    vault.value = { tokens: 'plain', other: { backend: 1 }, third: null };
    const secrets = await open();
    for (const key of ['tokens', 'other', 'third']) expect(await secrets.get(key)).toBeUndefined();
  });
});

describe('a secret that cannot be sealed', () => {
  it('is kept in memory, and the outdated one is not left on disk', async () => {
    const { open, vault, ring } = setUp();
    const secrets = await open();
    await secrets.set('tokens', 'old');
    ring.locked = true;
    await secrets.set('tokens', 'new');
    expect(secrets.standing).toBe('session-only');
    expect(vault.value).toEqual({});
    expect(await secrets.get('tokens')).toBe('new');
    ring.locked = false;
    await secrets.set('tokens', 'newest');
    expect(secrets.standing).toBe('os');
    expect(await (await open()).get('tokens')).toBe('newest');
  });

  it('is kept in memory when the disk is full, without an error', async () => {
    const { open, vault } = setUp();
    const secrets = await open();
    await secrets.set('tokens', 'old');
    vault.refuse = true;
    await secrets.set('tokens', 'new');
    expect(await secrets.get('tokens')).toBe('new');
    expect(secrets.standing).toBe('session-only');
  });
});

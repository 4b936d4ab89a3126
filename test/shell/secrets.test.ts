import { describe, expect, it } from 'vitest';
import { createSecrets } from '../../main/shell/secrets.ts';
import { createRing, type Ring } from './support/fake-ring.ts';
import { createFakeClock, createFakeFile, createFakeLog, settle } from './support/fakes.ts';

function setUp(changes: Partial<Ring> = {}, platform: NodeJS.Platform = 'linux') {
  const { ring, crypto } = createRing(changes);
  const vault = createFakeFile();
  const log = createFakeLog();
  const clock = createFakeClock();
  const open = () => createSecrets({ crypto, vault, platform, clock, log });
  /** Lets a minute pass, and what is due by then happen. */
  const wait = async () => {
    clock.turn(60_000);
    for (let round = 0; round < 5; round++) await settle();
  };
  return { ring, vault, log, open, wait };
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

  it('work without asking for a Linux backend elsewhere, where v10 is the key ring’s own', async () => {
    const { open, vault } = setUp({ gone: true }, 'darwin');
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
    'a store that refuses': { locked: true },
    'a desktop that should have one, which does not answer': { gone: true },
  };

  it.each(Object.entries(without))('(%s) live in memory only, and say so', async (_name, ring) => {
    const { open, vault, log } = setUp(ring);
    const secrets = await open();
    expect(secrets.standing).toBe('session-only');
    await secrets.set('tokens', 'top secret');
    expect(await secrets.get('tokens')).toBe('top secret');
    expect(vault.value).toEqual({});
    expect(await (await open()).get('tokens')).toBeUndefined();
    expect(log.lines.some(({ message }) => message.includes('in memory'))).toBe(true);
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
    ring.backend = 'basic_text';
    await (await open()).set('tokens', 'newer, in memory');
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
    expect(log.lines.map(({ message }) => message)).toContain(
      'a secret could not be decrypted and was removed',
    );
    expect(secrets.standing).toBe('os');
  });

  const aways: Record<string, Partial<Ring>> = {
    'is locked': { locked: true },
    'is gone': { gone: true },
  };

  it.each(Object.entries(aways))(
    'stays while the ring %s, and is back with it',
    async (_name, away) => {
      const { open, vault, ring } = setUp();
      const secrets = await open();
      await secrets.set('tokens', 'kept');
      Object.assign(ring, away);
      expect(await secrets.get('tokens')).toBeUndefined();
      expect(secrets.standing).toBe('session-only');
      expect(vault.value).toHaveProperty('tokens');
      Object.assign(ring, { locked: false, gone: false });
      expect(await secrets.get('tokens')).toBe('kept');
      expect(secrets.standing).toBe('os');
    },
  );

  it.each(Object.entries(aways))(
    'stays when the ring %s at the start, and is picked up later',
    async (_name, away) => {
      const { open, vault, ring } = setUp();
      await (await open()).set('tokens', 'kept');
      Object.assign(ring, away);
      const secrets = await open();
      expect(secrets.standing).toBe('session-only');
      expect(await secrets.get('tokens')).toBeUndefined();
      expect(vault.value).toHaveProperty('tokens');
      Object.assign(ring, { locked: false, gone: false });
      expect(await secrets.get('tokens')).toBe('kept');
      expect(secrets.standing).toBe('os');
    },
  );

  it('is opened and sealed again when it was under the password everybody knows', async () => {
    const { open, vault, ring } = setUp({ gone: true }, 'darwin');
    await (await open()).set('tokens', 'badly sealed');
    const sealed = JSON.stringify(vault.value).replace('darwin', 'gnome_libsecret');
    vault.value = JSON.parse(sealed) as Record<string, unknown>;
    ring.gone = false;
    const linux = setUp();
    linux.vault.value = vault.value;
    expect(await (await linux.open()).get('tokens')).toBe('badly sealed');
    const { data } = linux.vault.value['tokens'] as { data: string };
    expect(Buffer.from(data, 'base64').toString()).toMatch(/^v11:/);
  });

  it('is told when it could be opened but not sealed again, and stays as it was', async () => {
    const { open, vault, ring } = setUp();
    const secrets = await open();
    await secrets.set('tokens', 'kept');
    ring.rotated = true;
    vault.refuse = true;
    const before = vault.value;
    expect(await secrets.get('tokens')).toBe('kept');
    expect(vault.value).toBe(before);
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

  it('is named among what there is, as is what cannot be read meanwhile', async () => {
    const { open, ring } = setUp();
    const secrets = await open();
    await secrets.set('tokens', 'sealed');
    ring.locked = true;
    await secrets.set('jwt', 'waiting');
    expect([...(await secrets.keys())].sort()).toEqual(['jwt', 'tokens']);
  });

  it('goes to the disk by itself when the ring comes back', async () => {
    const { open, vault, ring, log, wait } = setUp({ locked: true });
    const secrets = await open();
    await secrets.set('tokens', 'waiting');
    await secrets.set('jwt', 'waiting too');
    await wait();
    await wait();
    expect(vault.value).toEqual({});
    expect(log.lines.filter(({ message }) => message.includes('could not be asked'))).toHaveLength(
      1,
    );
    ring.locked = false;
    await wait();
    expect(secrets.standing).toBe('os');
    expect(Object.keys(vault.value)).toEqual(['tokens', 'jwt']);
    expect(await (await open()).get('jwt')).toBe('waiting too');
  });

  it('is not asked about again on a computer that has no key ring', async () => {
    const { open, ring, vault, wait } = setUp({ backend: 'basic_text' });
    const secrets = await open();
    await secrets.set('tokens', 'in memory');
    ring.backend = 'gnome_libsecret';
    await wait();
    expect(vault.value).toEqual({});
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

import { describe, expect, it } from 'vitest';
import { createWebhookSecrets } from '../../../main/core/webhooks/secrets.ts';
import { createFakeArchives } from '../support/archives.ts';
import { addHook, makeKept, openWebhooks, type Kept } from './harness.ts';

const { file } = createFakeArchives();
const together = `webhooks:${file}`;

/** Makes what is in a vault unreadable, as a key ring that is locked does; answers how it comes back. */
function lock({ vault }: Pick<Kept, 'vault'>): () => void {
  const locked = new Set(vault.keys());
  const { get, set } = { get: vault.get.bind(vault), set: vault.set.bind(vault) };
  vault.get = (key) => (locked.has(key) ? undefined : get(key));
  vault.set = (key, value) => {
    locked.delete(key);
    return set(key, value);
  };
  return () => locked.clear();
}

/** A vault as it was when the secrets of an archive were in one entry. */
function oldVault(secrets: Readonly<Record<string, string>>) {
  const vault = new Map([
    [together, JSON.stringify(secrets)],
    ['tokens', 'of somebody'],
  ]);
  const port = {
    get: (key: string) => Promise.resolve(vault.get(key)),
    set: (key: string, value: string) => Promise.resolve(void vault.set(key, value)),
    remove: (key: string) => Promise.resolve(void vault.delete(key)),
    keys: () => Promise.resolve([...vault.keys()]),
  };
  return { vault, secrets: createWebhookSecrets(port, file) };
}

describe('the secrets of webhooks', () => {
  it('stay when one is added or renewed while the key ring is away', async () => {
    const kept = makeKept();
    const world = await openWebhooks(kept);
    const first = await addHook(world, 'https://crm.example/one');
    await world.clock.advance(1);
    const second = await addHook(world, 'https://crm.example/two');
    const unlock = lock(kept);
    await world.webhooks.renewSecret(second.webhook.id);
    await world.clock.advance(1);
    await addHook(world, 'https://crm.example/three');
    unlock();
    expect((await world.webhooks.list()).map(({ hasSecret }) => hasSecret)).toEqual([
      true,
      true,
      true,
    ]);
    expect(JSON.stringify([...kept.vault.values()])).toContain(first.secret);
    expect(JSON.stringify([...kept.vault.values()])).not.toContain(second.secret);
  });

  it('are read from the one entry they were in, and parted', async () => {
    const { vault, secrets } = oldVault({ 1: 'one', 2: 'two', 3: 'three' });
    expect(await secrets.get(2)).toBe('two');
    await secrets.set(3, 'renewed');
    await secrets.keepOnly([2, 3]);
    expect([...vault.values()].sort()).toEqual(['of somebody', 'renewed', 'two']);
    expect(await Promise.all([1, 2, 3].map(secrets.get))).toEqual([undefined, 'two', 'renewed']);
  });

  it('stay in that entry while it cannot be read, unless no webhook is left', async () => {
    const { vault, secrets } = oldVault({ 1: 'one' });
    const unlock = lock({ vault });
    await secrets.keepOnly([1, 2]);
    await secrets.set(2, 'two');
    expect(vault.has(together)).toBe(true);
    unlock();
    expect(await Promise.all([1, 2].map(secrets.get))).toEqual(['one', 'two']);
    lock({ vault });
    await secrets.keepOnly([]);
    expect([...vault.keys()]).toEqual(['tokens']);
  });
});

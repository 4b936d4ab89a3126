import { z } from 'zod';
import type { Secrets } from '../ports.ts';

/** The secrets that webhooks sign with: in the vault, an entry for each webhook of an archive. */
export type WebhookSecrets = {
  /** Undefined where the vault has lost it, or cannot read it now. */
  get(id: number): Promise<string | undefined>;
  set(id: number, secret: string): Promise<void>;
  /** Lets go of all but these. */
  keepOnly(ids: readonly number[]): Promise<void>;
};

/** All the secrets of an archive, as they once were in one entry. */
const together = z.record(z.string(), z.string());

/**
 * Keeps each secret by itself, so that a new one is written without reading the others: the vault may
 * be unable to read them for a while. Changes follow one another.
 */
export function createWebhookSecrets(
  vault: Pick<Secrets, 'get' | 'set' | 'remove' | 'keys'>,
  archiveFile: string,
): WebhookSecrets {
  const togetherKey = `webhooks:${archiveFile}`;
  const prefix = `webhook:${archiveFile}:`;
  const keyOf = (id: number): string => `${prefix}${id}`;
  const isOurs = (key: string): boolean => key === togetherKey || key.startsWith(prefix);
  let last: Promise<unknown> = Promise.resolve();

  const readTogether = async (): Promise<Readonly<Record<string, string>>> => {
    const text = await vault.get(togetherKey);
    if (text === undefined) return {};
    try {
      return together.safeParse(JSON.parse(text)).data ?? {};
    } catch {
      return {};
    }
  };
  /** Gives each secret of the one entry an entry of its own, where it has not got a newer one. */
  const part = async (): Promise<void> => {
    const keys = await vault.keys();
    const secrets = Object.entries(await readTogether());
    for (const [id, secret] of secrets) {
      const key = keyOf(Number(id));
      if (!keys.includes(key)) await vault.set(key, secret);
    }
    if (secrets.length > 0) await vault.remove(togetherKey);
  };
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const changed = last.then(change);
    last = changed.catch(() => undefined);
    return changed;
  };

  return {
    get: async (id) => (await vault.get(keyOf(id))) ?? (await readTogether())[id],
    set: (id, secret) => inTurn(() => vault.set(keyOf(id), secret)),
    keepOnly: (ids) =>
      inTurn(async () => {
        await part();
        const wanted = ids.map(keyOf);
        // The one entry of old stays while it cannot be read, if anybody's secret may be in it.
        if (ids.length > 0) wanted.push(togetherKey);
        const ours = (await vault.keys()).filter(isOurs);
        for (const key of ours) if (!wanted.includes(key)) await vault.remove(key);
      }),
  };
}

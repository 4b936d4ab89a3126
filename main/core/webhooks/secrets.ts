import { z } from 'zod';
import type { Secrets } from '../ports.ts';

const stored = z.record(z.string(), z.string());

/** The secrets that webhooks sign with: in the vault, one entry for the webhooks of an archive. */
export type WebhookSecrets = {
  /** Those of the vault, which may have lost them. */
  read(): Promise<Readonly<Record<string, string>>>;
  set(id: number, secret: string): Promise<void>;
  /** Lets go of all but these. */
  keepOnly(ids: readonly number[]): Promise<void>;
};

/** Reads and writes one entry of the vault, one change after the other. */
export function createWebhookSecrets(
  secrets: Pick<Secrets, 'get' | 'set' | 'remove'>,
  archiveFile: string,
): WebhookSecrets {
  const key = `webhooks:${archiveFile}`;
  let last: Promise<unknown> = Promise.resolve();

  const read = async (): Promise<Readonly<Record<string, string>>> => {
    const text = await secrets.get(key);
    if (text === undefined) return {};
    try {
      return stored.safeParse(JSON.parse(text)).data ?? {};
    } catch {
      return {};
    }
  };
  const change = (
    make: (now: Readonly<Record<string, string>>) => Readonly<Record<string, string>>,
  ): Promise<void> => {
    const write = async (): Promise<void> => {
      const known = await read();
      const wanted = make(known);
      if (Object.keys(wanted).length > 0) await secrets.set(key, JSON.stringify(wanted));
      else if (Object.keys(known).length > 0) await secrets.remove(key);
    };
    const changed = last.then(write);
    last = changed.catch(() => undefined);
    return changed;
  };

  return {
    read,
    set: (id, secret) => change((now) => ({ ...now, [id]: secret })),
    keepOnly: (ids) =>
      change((now) =>
        Object.fromEntries(Object.entries(now).filter(([id]) => ids.includes(Number(id)))),
      ),
  };
}

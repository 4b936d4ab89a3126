import type { SafeStorage } from 'electron';
import type { Clock, Log, Secrets } from '../core/ports.ts';
import type { JsonFile } from './json-file.ts';
import { createKeyRing } from './key-ring.ts';

/** The part of Electron's safeStorage that is used: the asynchronous one. */
export type Crypto = Pick<
  SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
>;

/** One secret as it lies on disk: ciphertext, and which key ring can read it. */
type Sealed = { readonly backend: string; readonly data: string };

export type SecretsTools = {
  readonly crypto: Crypto;
  readonly vault: JsonFile;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly log: Log;
};

/** How soon a key ring that went away is asked again while something waits for it, in milliseconds. */
const retryMs = 60_000;

/**
 * The vault of one profile: ciphertext in a file, its key in the system's key ring. While there is
 * no key ring secrets live in memory only, and the standing says so; they are never written
 * unprotected. A key ring that comes back is used again, and what waited in memory is sealed then.
 */
export async function createSecrets(tools: SecretsTools): Promise<Secrets> {
  const { vault, clock, log } = tools;
  const ring = createKeyRing(tools);
  const inMemory = new Map<string, string>();
  const inTurn = createQueue();
  let isRetrying = false;

  /** Asks for the key ring, and moves into the file what had to wait for it. */
  const findRing = async (): Promise<boolean> => {
    if (!(await ring.find())) return false;
    for (const [key, value] of inMemory) {
      if (!(await storeSealed(key, value))) return ring.name !== undefined;
      inMemory.delete(key);
    }
    return true;
  };

  const storeSealed = async (key: string, value: string): Promise<boolean> => {
    try {
      const data = await ring.seal(value);
      const backend = ring.name;
      if (data === undefined || backend === undefined) return false;
      const sealed: Sealed = { backend, data: data.toString('base64') };
      vault.write({ ...vault.read(), [key]: sealed });
      return true;
    } catch (error) {
      log.error('a secret could not be stored', error, { key });
      return false;
    }
  };

  const keepInMemory = (key: string, value: string): void => {
    inMemory.set(key, value);
    // What is on disk is out of date now, and an outdated token is worse than none.
    try {
      forget(vault, key);
    } catch (error) {
      log.error('an outdated secret could not be removed', error, { key });
    }
    retryLater();
  };

  const retryLater = (): void => {
    if (isRetrying || !ring.mayComeBack()) return;
    isRetrying = true;
    clock.schedule(retryMs, () => {
      isRetrying = false;
      void inTurn(findRing).then(() => {
        if (inMemory.size > 0) retryLater();
      });
    });
  };

  const getSealed = async (key: string): Promise<string | undefined> => {
    const sealed = readSealed(vault, key);
    // Another key ring wrote it (another desktop on the same computer) and can read it still.
    if (sealed === undefined || sealed.backend !== ring.name) return undefined;
    const opened = await ring.open(Buffer.from(sealed.data, 'base64'));
    switch (opened.state) {
      case 'open':
        if (opened.isOutdated) await storeSealed(key, opened.text);
        return opened.text;
      case 'away':
        return undefined;
      case 'lost':
        log.warn('a secret could not be decrypted and was removed', { key });
        forget(vault, key);
        return undefined;
    }
  };

  await findRing();
  return {
    get standing() {
      return ring.name !== undefined && inMemory.size === 0 ? 'os' : 'session-only';
    },
    get: (key) =>
      inTurn(async () => {
        const hasRing = await findRing();
        return inMemory.get(key) ?? (hasRing ? getSealed(key) : undefined);
      }),
    set: (key, value) =>
      inTurn(async () => {
        // The newer value; what of it was waiting in memory must not be sealed after it.
        inMemory.delete(key);
        if ((await findRing()) && (await storeSealed(key, value))) return;
        keepInMemory(key, value);
      }),
    remove: (key) =>
      inTurn(async () => {
        inMemory.delete(key);
        forget(vault, key);
      }),
    keys: () =>
      inTurn(() =>
        Promise.resolve([...new Set([...inMemory.keys(), ...Object.keys(vault.read())])]),
      ),
  };
}

function forget(vault: JsonFile, key: string): void {
  const { [key]: gone, ...rest } = vault.read();
  if (gone !== undefined) vault.write(rest);
}

function readSealed(vault: JsonFile, key: string): Sealed | undefined {
  const entry = Object.hasOwn(vault.read(), key) ? vault.read()[key] : undefined;
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { backend, data } = entry as Partial<Sealed>;
  return typeof backend === 'string' && typeof data === 'string' ? { backend, data } : undefined;
}

/** Runs one piece of work after another, so that a rotation is never overtaken. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

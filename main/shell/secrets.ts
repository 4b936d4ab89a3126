import type { SafeStorage } from 'electron';
import type { Log, Secrets } from '../core/ports.ts';
import type { JsonFile } from './json-file.ts';

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
  readonly log: Log;
};

/**
 * The vault of one profile: ciphertext in a file, its key in the system's key ring. Without a key
 * ring secrets live in memory only, and the standing says so; they are never written unprotected.
 */
export async function createSecrets(tools: SecretsTools): Promise<Secrets> {
  const { crypto, vault, log } = tools;
  const backend = await findBackend(tools);
  const inMemory = new Map<string, string>();
  let standing: Secrets['standing'] = backend === undefined ? 'session-only' : 'os';
  const inTurn = createQueue();

  const forget = (key: string): void => {
    const { [key]: gone, ...rest } = vault.read();
    if (gone !== undefined) vault.write(rest);
  };

  const seal = async (by: string, key: string, value: string): Promise<void> => {
    const data = (await crypto.encryptStringAsync(value)).toString('base64');
    vault.write({ ...vault.read(), [key]: { backend: by, data } satisfies Sealed });
  };

  const unseal = async (by: string, key: string): Promise<string | undefined> => {
    const sealed = readSealed(vault, key);
    if (sealed === undefined) return undefined;
    // Another key ring wrote it (another desktop on the same computer) and can read it still.
    if (sealed.backend !== by) return undefined;
    try {
      const { result, shouldReEncrypt } = await crypto.decryptStringAsync(
        Buffer.from(sealed.data, 'base64'),
      );
      if (shouldReEncrypt) await seal(by, key, result);
      return result;
    } catch (error) {
      if (await canRoundTrip(crypto)) {
        log.error('a secret could not be decrypted and was removed', error, { key });
        forget(key);
      } else {
        log.error('the key ring cannot be used now; secrets are kept as they are', error);
        standing = 'session-only';
      }
      return undefined;
    }
  };

  return {
    get standing() {
      return standing;
    },
    get: (key) =>
      inTurn(async () => {
        const remembered = inMemory.get(key);
        if (remembered !== undefined || backend === undefined) return remembered;
        return unseal(backend, key);
      }),
    set: (key, value) =>
      inTurn(async () => {
        if (backend !== undefined) {
          try {
            await seal(backend, key, value);
            inMemory.delete(key);
            standing = 'os';
            return;
          } catch (error) {
            log.error('a secret could not be stored; it is kept in memory', error, { key });
            standing = 'session-only';
          }
        }
        inMemory.set(key, value);
        // What is on disk is out of date now, and an outdated token is worse than none.
        try {
          forget(key);
        } catch (error) {
          log.error('an outdated secret could not be removed', error, { key });
        }
      }),
    remove: (key) =>
      inTurn(async () => {
        inMemory.delete(key);
        forget(key);
      }),
  };
}

/** The name of the key ring, or undefined when there is none worth the name. */
async function findBackend({ crypto, platform, log }: SecretsTools): Promise<string | undefined> {
  try {
    // On Linux without a key ring Chromium encrypts with a password that everybody knows.
    const selected = platform === 'linux' ? crypto.getSelectedStorageBackend() : platform;
    if (selected === 'basic_text' || selected === 'unknown') {
      log.warn('no key ring: secrets are kept in memory only', { selected });
      return undefined;
    }
    if (await crypto.isAsyncEncryptionAvailable()) return selected;
    log.warn('the key ring is not available: secrets are kept in memory only', { selected });
  } catch (error) {
    log.error('the key ring could not be asked: secrets are kept in memory only', error);
  }
  return undefined;
}

/** Tells a key ring that is locked or away from one that works but has lost the key of a secret. */
async function canRoundTrip(crypto: Crypto): Promise<boolean> {
  try {
    const probe = 'sidetone';
    const sealed = await crypto.encryptStringAsync(probe);
    return (await crypto.decryptStringAsync(sealed)).result === probe;
  } catch {
    return false;
  }
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

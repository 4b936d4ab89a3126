import type * as Electron from 'electron';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { ApiObject } from '../runtime/emitter.ts';
import { keyFromKeyRing } from './secret-service.ts';

type Backend = ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;

/** What `safeStorage` is told: when it may be used, and which store the command line names. */
export type SafeStorageParts = {
  readonly isReady: () => boolean;
  readonly appName: () => string;
  /** The value of `--password-store`, or nothing. */
  readonly passwordStore: () => string;
};

const nonceLength = 12;
const tagLength = 16;
/** As in Chromium: v10 is a key anyone can know, v11 one from the key ring. */
const knownPrefix = 'v10';
const keyRingPrefix = 'v11';

/**
 * `safeStorage` as Electron offers it on Linux: a key from the Secret Service where there is one;
 * else the backend is `basic_text`, and nothing is encrypted unless the app asks for plain text.
 */
export class SafeStorage
  extends ApiObject
  implements
    Pick<
      Electron.SafeStorage,
      | 'isEncryptionAvailable'
      | 'isAsyncEncryptionAvailable'
      | 'encryptString'
      | 'encryptStringAsync'
      | 'decryptString'
      | 'decryptStringAsync'
      | 'getSelectedStorageBackend'
      | 'setUsePlainTextEncryption'
    >
{
  readonly #parts: SafeStorageParts;
  #selected: { readonly key: Buffer | undefined } | undefined;
  #usesPlainText = false;

  constructor(parts: SafeStorageParts) {
    super('safeStorage');
    this.#parts = parts;
  }

  getSelectedStorageBackend(): Backend {
    if (!this.#parts.isReady()) return 'unknown';
    return this.#keyRingKey() ? 'gnome_libsecret' : 'basic_text';
  }

  isEncryptionAvailable(): boolean {
    if (!this.#parts.isReady()) return false;
    return this.#usesPlainText || this.#keyRingKey() !== undefined;
  }

  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return this.isEncryptionAvailable();
  }

  setUsePlainTextEncryption(usePlainText: boolean): void {
    this.#usesPlainText = usePlainText;
  }

  encryptString(plainText: string): Buffer {
    if (typeof plainText !== 'string') throw new TypeError('The text must be a string');
    if (!this.isEncryptionAvailable()) {
      throw new Error(
        'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
      );
    }
    const ringKey = this.#keyRingKey();
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', ringKey ?? knownKey(), nonce);
    const text = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    const prefix = Buffer.from(ringKey ? keyRingPrefix : knownPrefix);
    return Buffer.concat([prefix, nonce, cipher.getAuthTag(), text]);
  }

  async encryptStringAsync(plainText: string): Promise<Buffer> {
    return this.encryptString(plainText);
  }

  decryptString(encrypted: Buffer): string {
    const failure = 'Error while decrypting the ciphertext provided to safeStorage.decryptString.';
    if (!this.isEncryptionAvailable()) throw new Error(`${failure} Decryption is not available.`);
    if (!Buffer.isBuffer(encrypted)) throw new Error('Expected the first argument to be a buffer');
    const key = this.#keyFor(encrypted.toString('latin1', 0, knownPrefix.length));
    if (!key) throw new Error(`${failure} Ciphertext does not appear to be encrypted.`);
    try {
      return open(key, encrypted.subarray(knownPrefix.length));
    } catch {
      throw new Error(failure);
    }
  }

  async decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
    const result = this.decryptString(encrypted);
    const isKnown = encrypted.toString('latin1', 0, knownPrefix.length) === knownPrefix;
    return { result, shouldReEncrypt: isKnown && this.#keyRingKey() !== undefined };
  }

  #keyFor(prefix: string): Buffer | undefined {
    if (prefix === knownPrefix) return knownKey();
    return prefix === keyRingPrefix ? this.#keyRingKey() : undefined;
  }

  /** Asks the key ring once; `--password-store=basic` asks it never, as in Electron. */
  #keyRingKey(): Buffer | undefined {
    const store = this.#parts.passwordStore();
    if (store !== '' && store !== 'gnome-libsecret') return undefined;
    this.#selected ??= { key: keyFromKeyRing(this.#parts.appName()) };
    return this.#selected.key;
  }
}

function knownKey(): Buffer {
  return createHash('sha256').update('peanuts').digest();
}

function open(key: Buffer, sealed: Buffer): string {
  const nonce = sealed.subarray(0, nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
  const text = sealed.subarray(nonceLength + tagLength);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}

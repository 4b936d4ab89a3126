import type * as Electron from 'electron';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { ApiObject } from '../runtime/emitter.ts';
import { keyFromKeyRing } from './secret-service.ts';
import { selectBackend, type Backend } from './storage-backend.ts';

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
 * `safeStorage` as Electron offers it on Linux. Its two halves differ where no key ring answers: the
 * synchronous one is not available then, the asynchronous one is, and encrypts with a key that anyone
 * can know.
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
    return selectBackend(this.#parts.passwordStore(), process.env);
  }

  isEncryptionAvailable(): boolean {
    if (!this.#parts.isReady()) return false;
    const isPlainTextWanted = this.#usesPlainText && !this.#hasRing();
    return isPlainTextWanted || this.#keyRingKey() !== undefined;
  }

  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return this.#parts.isReady();
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
    return this.#seal(plainText);
  }

  async encryptStringAsync(plainText: string): Promise<Buffer> {
    this.#requireReady();
    if (typeof plainText !== 'string') throw new TypeError('The text must be a string');
    return this.#seal(plainText);
  }

  decryptString(encrypted: Buffer): string {
    const failure = 'Error while decrypting the ciphertext provided to safeStorage.decryptString.';
    if (!this.isEncryptionAvailable()) throw new Error(`${failure} Decryption is not available.`);
    if (!Buffer.isBuffer(encrypted)) throw new Error('Expected the first argument to be a buffer');
    const key = this.#keyFor(prefixOf(encrypted));
    if (!key) throw new Error(`${failure} Ciphertext does not appear to be encrypted.`);
    return open(key, encrypted, failure);
  }

  async decryptStringAsync(encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
    this.#requireReady();
    if (!Buffer.isBuffer(encrypted)) {
      throw new Error('Expected the first argument of decryptStringAsync() to be a buffer');
    }
    const prefix = prefixOf(encrypted);
    const key = this.#keyFor(prefix);
    if (!key && prefix === keyRingPrefix && this.#hasRing()) {
      throw new Error(
        'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.',
      );
    }
    const failure =
      'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.';
    if (!key) throw new Error(failure);
    const result = open(key, encrypted, failure);
    return {
      result,
      shouldReEncrypt: prefix === knownPrefix && this.#keyRingKey() !== undefined,
    };
  }

  #requireReady(): void {
    if (!this.#parts.isReady()) throw new Error('safeStorage cannot be used before app is ready');
  }

  #seal(plainText: string): Buffer {
    const ringKey = this.#keyRingKey();
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', ringKey ?? knownKey(), nonce);
    const text = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    const prefix = Buffer.from(ringKey ? keyRingPrefix : knownPrefix);
    return Buffer.concat([prefix, nonce, cipher.getAuthTag(), text]);
  }

  #keyFor(prefix: string): Buffer | undefined {
    if (prefix === knownPrefix) return knownKey();
    return prefix === keyRingPrefix ? this.#keyRingKey() : undefined;
  }

  #hasRing(): boolean {
    return this.getSelectedStorageBackend() !== 'basic_text';
  }

  /** Asks the key ring once, as Electron does; with `basic_text` never. */
  #keyRingKey(): Buffer | undefined {
    if (!this.#hasRing()) return undefined;
    this.#selected ??= { key: keyFromKeyRing(this.#parts.appName()) };
    return this.#selected.key;
  }
}

function prefixOf(encrypted: Buffer): string {
  return encrypted.toString('latin1', 0, knownPrefix.length);
}

function knownKey(): Buffer {
  return createHash('sha256').update('peanuts').digest();
}

function open(key: Buffer, encrypted: Buffer, failure: string): string {
  const sealed = encrypted.subarray(knownPrefix.length);
  try {
    const nonce = sealed.subarray(0, nonceLength);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
    const text = sealed.subarray(nonceLength + tagLength);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    throw new Error(failure);
  }
}

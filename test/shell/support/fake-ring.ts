import type { Crypto } from '../../../main/shell/secrets.ts';

/** How the key ring stands; a test changes it as it goes. */
export type Ring = {
  backend: ReturnType<Crypto['getSelectedStorageBackend']>;
  available: boolean;
  /** Nothing can be sealed or opened. */
  locked: boolean;
  /** Electron's asynchronous half has no key ring, and makes do with the password everybody knows. */
  gone: boolean;
  /** Changes when the ring loses its key: what was sealed before cannot be opened. */
  key: number;
  rotated: boolean;
};

const theText = 'the text provided to safeStorage';

/**
 * A key ring whose ciphertext is hex with a tag and the number of its key, and is different every
 * time. It fails in the words of Electron 45.
 */
export function createRing(changes: Partial<Ring> = {}): { ring: Ring; crypto: Crypto } {
  const ring: Ring = {
    backend: 'gnome_libsecret',
    available: true,
    locked: false,
    gone: false,
    key: 1,
    rotated: false,
    ...changes,
  };
  let nonce = 0;
  const crypto: Crypto = {
    getSelectedStorageBackend: () => ring.backend,
    isAsyncEncryptionAvailable: async () => ring.available,
    async encryptStringAsync(text) {
      if (ring.locked) throw new Error(`Error while encrypting ${theText}.encryptStringAsync.`);
      nonce += 1;
      const tag = ring.gone || ring.backend === 'basic_text' ? 'v10:0' : `v11:${ring.key}`;
      return Buffer.from(`${tag}:${nonce}:${Buffer.from(text).toString('hex')}`);
    },
    async decryptStringAsync(sealed) {
      const [tag, key, , hex = ''] = sealed.toString().split(':');
      if (ring.locked) {
        const name = 'safeStorage.decryptStringAsync';
        throw new Error(`${name} is temporarily unavailable. Please try again.`);
      }
      if (tag !== 'v10' && (ring.gone || Number(key) !== ring.key)) {
        throw new Error(`Error while decrypting ${theText}.decryptStringAsync.`);
      }
      const isBetter = tag === 'v10' && !ring.gone && ring.backend !== 'basic_text';
      const result = Buffer.from(hex, 'hex').toString();
      return { result, shouldReEncrypt: ring.rotated || isBetter };
    },
  };
  return { ring, crypto };
}

import type { Log } from '../core/ports.ts';
import type { Crypto } from './secrets.ts';

/** What became of an attempt to decrypt. */
export type Opened =
  /** `isOutdated`: the key has changed, or a better one has come; it should be sealed again. */
  | { readonly state: 'open'; readonly text: string; readonly isOutdated: boolean }
  /** The key ring is locked or gone for now; the ciphertext may be good still. */
  | { readonly state: 'away' }
  /** The key ring works, and has lost the key. */
  | { readonly state: 'lost' };

/** The system's key ring as it stands at this moment. */
export type KeyRing = {
  /** Its name, while it can be used. */
  readonly name: string | undefined;
  /** Asks for it unless it is there already; answers whether it can be used. */
  find(): Promise<boolean>;
  /** Whether asking again later can help: never on a computer that has none. */
  mayComeBack(): boolean;
  /** Undefined when the key ring is away; nothing that anybody could decrypt leaves here. */
  seal(text: string): Promise<Buffer | undefined>;
  open(sealed: Buffer): Promise<Opened>;
};

export type KeyRingTools = {
  readonly crypto: Crypto;
  readonly platform: NodeJS.Platform;
  readonly log: Log;
};

/**
 * Reads Electron's safeStorage for what it is. On Linux its asynchronous half calls itself available
 * without a key ring as well, and encrypts with a password that everybody knows then: only the tag at
 * the head of the ciphertext tells (`v10`; a key ring's are `v11` and on).
 */
export function createKeyRing({ crypto, platform, log }: KeyRingTools): KeyRing {
  let name: string | undefined;
  let isHopeless = false;
  let lastWord = '';

  /** Once for each change: it is asked for again and again. */
  const say = (message: string, error?: unknown): void => {
    if (message === lastWord) return;
    lastWord = message;
    if (error === undefined) log.warn(message);
    else log.error(message, error);
  };

  const encrypt = async (text: string): Promise<Buffer | undefined> => {
    const sealed = await crypto.encryptStringAsync(text);
    const isOpenToAll = platform === 'linux' && sealed.toString('latin1', 0, 3) === 'v10';
    return isOpenToAll ? undefined : sealed;
  };

  const works = async (): Promise<boolean> => {
    const probe = 'sidetone';
    const sealed = await encrypt(probe);
    return sealed !== undefined && (await crypto.decryptStringAsync(sealed)).result === probe;
  };

  const find = async (): Promise<boolean> => {
    if (name !== undefined) return true;
    try {
      const selected = platform === 'linux' ? crypto.getSelectedStorageBackend() : platform;
      isHopeless = selected === 'basic_text';
      if (isHopeless || selected === 'unknown') {
        say('no key ring: secrets are kept in memory only');
      } else if ((await crypto.isAsyncEncryptionAvailable()) && (await works())) {
        name = selected;
        lastWord = '';
      } else {
        say('the key ring cannot be used now: secrets are kept in memory meanwhile');
      }
    } catch (error) {
      say('the key ring could not be asked: secrets are kept in memory meanwhile', error);
    }
    return name !== undefined;
  };

  const loseSight = (error?: unknown): void => {
    name = undefined;
    say('the key ring went away: secrets are kept in memory meanwhile', error);
  };

  return {
    get name() {
      return name;
    },
    find,
    mayComeBack: () => !isHopeless,
    async seal(text) {
      try {
        const sealed = await encrypt(text);
        if (sealed === undefined) loseSight();
        return sealed;
      } catch (error) {
        loseSight(error);
        return undefined;
      }
    },
    async open(sealed) {
      try {
        const { result, shouldReEncrypt } = await crypto.decryptStringAsync(sealed);
        return { state: 'open', text: result, isOutdated: shouldReEncrypt };
      } catch (error) {
        if (!isTemporary(error) && (await works().catch(() => false))) {
          log.error('the key ring has lost a key', error);
          return { state: 'lost' };
        }
        loseSight(error);
        return { state: 'away' };
      }
    },
  };
}

/** Electron says it in words alone: "… is temporarily unavailable. Please try again." */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message);
}

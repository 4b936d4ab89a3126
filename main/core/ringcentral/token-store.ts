import { z } from 'zod';
import type { Clock, Secrets } from '../ports.ts';
import type { AppRegistration } from './api.ts';

/** The vault's entry for the session: credentials and tokens together, so that neither is alone. */
export const sessionKey = 'ringcentral.session';

/** A token is renewed this long before it ends, as the SDK would (@ringcentral/sdk 5.0.11). */
const renewAheadMs = 60_000;
/**
 * The lifetime to ask for when the SDK's own idea of it is not one, in seconds (RingCentral's guide
 * to authorization).
 */
const defaultLifetimeSeconds = 3_600;
const defaultRefreshLifetimeSeconds = 604_800;

const app = z.object({
  serverUrl: z.string(),
  clientId: z.string(),
  clientSecret: z.string().optional(),
});

/** What can be written into a header, as RFC 6749 has it (A.12); nothing else is a token. */
const token = z.string().regex(/^[\x20-\x7e]*$/);

const tokens = z.looseObject({
  access_token: token.optional(),
  refresh_token: token.optional(),
  expires_in: z.union([z.number(), z.string()]).optional(),
  /** When the access token ends, by our clock, in epoch milliseconds. */
  expire_time: z.number().optional(),
  /** The app permissions, separated by spaces (RingCentral's guide to authorization). */
  scope: z.string().optional().catch(undefined),
  /** The extension they are for (RingCentral's guide to authorization). */
  owner_id: z.string().optional().catch(undefined),
});
type Tokens = z.infer<typeof tokens>;

const stored = z.object({ app, tokens });

/**
 * The storage the SDK is given in place of its own, which forgets everything (@ringcentral/sdk
 * 5.0.11).
 */
export type SdkStorage = {
  getItem(key: string): Promise<string | null>;
  setItem(key: string, value: string): Promise<void>;
  removeItem(key: string): Promise<void>;
  keys(): readonly string[];
};

export type TokenStore = {
  readonly app: AppRegistration;
  readonly storage: SdkStorage;
  /** The app permissions that came with the tokens; undefined when none were named. */
  readonly permissions: readonly string[] | undefined;
  /** The id of the extension that they are for; undefined when it was not named. */
  readonly ownerId: string | undefined;
  getAccessToken(): string | undefined;
  hasRefreshToken(): boolean;
  /** Whether the access token lasts long enough for a request; `inMs` from now at the latest. */
  isAlive(inMs?: number): boolean;
  /** Puts the tokens into the vault; from now on every new pair goes there before it is used. */
  keep(): Promise<void>;
  /** Leaves the vault to another session, once what is being written is there. */
  detach(): Promise<void>;
  /** Removes it from the vault for good; in memory it stays, for the revoke. */
  forget(): Promise<void>;
};

type Tools = { readonly secrets: Secrets; readonly clock: Clock };

/** Takes up what the vault holds; undefined when there is nothing, or nothing readable. */
export async function loadTokenStore(tools: Tools): Promise<TokenStore | undefined> {
  const text = await tools.secrets.get(sessionKey);
  if (text === undefined) return undefined;
  const found = stored.safeParse(parseJson(text));
  if (!found.success || !found.data.tokens.refresh_token) return undefined;
  const { serverUrl, clientId, clientSecret } = found.data.app;
  return createTokenStore({ serverUrl, clientId, clientSecret }, tools, found.data.tokens);
}

/**
 * Holds one session's tokens. Those of the vault (`known`) are kept up there; those of a sign-in
 * stay in memory until `keep`, so that a sign-in which fails leaves the session before it alone.
 */
export function createTokenStore(of: AppRegistration, tools: Tools, known?: Tokens): TokenStore {
  let current = known;
  let isKept = known !== undefined;
  let keyInUse: string | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const save = (next: Tokens): Promise<void> => {
    const write = tools.secrets.set(sessionKey, JSON.stringify({ app: of, tokens: next }));
    writing = write.catch(() => undefined);
    return write;
  };
  const detach = async (): Promise<void> => {
    isKept = false;
    await writing;
  };

  const storage: SdkStorage = {
    async getItem(key) {
      keyInUse = key;
      return current === undefined ? null : JSON.stringify(forSdk(current));
    },
    async setItem(key, value) {
      keyInUse = key;
      const next = fromSdk(tokens.parse(JSON.parse(value)), current, tools.clock);
      if (isKept) await save(next);
      current = next;
    },
    // The SDK removes tokens on occasions of its own; the vault is emptied by `forget` alone.
    async removeItem() {
      current = undefined;
    },
    keys: () => (keyInUse === undefined ? [] : [keyInUse]),
  };

  return {
    app: of,
    storage,
    get permissions() {
      const names = current?.scope?.split(/\s+/).filter((name) => name !== '');
      return names && names.length > 0 ? names : undefined;
    },
    get ownerId() {
      return current?.owner_id || undefined;
    },
    getAccessToken: () => current?.access_token || undefined,
    hasRefreshToken: () => Boolean(current?.refresh_token),
    isAlive(inMs = renewAheadMs) {
      if (!current?.access_token || current.expire_time === undefined) return false;
      return current.expire_time - inMs > tools.clock.now();
    },
    async keep() {
      isKept = true;
      if (current) await save(current);
    },
    detach,
    async forget() {
      const wasKept = isKept;
      await detach();
      // Once it has been left to another session, what is there is that one's.
      if (wasKept) await tools.secrets.remove(sessionKey);
    },
  };
}

/**
 * The SDK refuses to refresh when the computer's clock says that the refresh token is over; only
 * the server may say that. And it asks for the lifetimes that were given last time: RingCentral
 * gives a second or two less than it was asked for, so they would dwindle from refresh to refresh.
 * More than the default becomes the default (its guide to authorization).
 */
function forSdk(kept: Tokens): Tokens {
  return {
    ...kept,
    expires_in: atLeast(defaultLifetimeSeconds, kept.expires_in),
    refresh_token_expires_in: atLeast(
      defaultRefreshLifetimeSeconds,
      kept['refresh_token_expires_in'],
    ),
    refresh_token_expire_time: Number.MAX_SAFE_INTEGER,
  };
}

function atLeast(seconds: number, given: unknown): number {
  return Math.max(seconds, Number(given) || 0);
}

/**
 * Puts right what the SDK hands over: times by our clock instead of the system's, and no lifetime
 * of -1, which it stores to drop a token and would send as `access_token_ttl` (RingCentral's guide
 * to authorization).
 */
function fromSdk(given: Tokens, before: Tokens | undefined, clock: Clock): Tokens {
  const seconds = Number(given.expires_in);
  const lifetime = seconds > 0 ? seconds : Number(before?.expires_in ?? defaultLifetimeSeconds);
  const isNew = given.access_token !== before?.access_token;
  // The PKCE verifier, which the SDK keeps among the tokens, has done its work.
  const { code_verifier: _spent, ...kept } = given;
  return {
    ...kept,
    expires_in: lifetime,
    expire_time: isNew ? clock.now() + lifetime * 1_000 : before?.expire_time,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

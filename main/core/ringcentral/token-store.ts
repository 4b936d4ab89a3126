import { z } from 'zod';
import type { Clock, Secrets } from '../ports.ts';

/** The vault's entry for the session: credentials and tokens together, so that neither is alone. */
export const sessionKey = 'ringcentral.session';

/** A token is renewed this long before it ends, as the SDK would (FACTS 1.7). */
const renewAheadMs = 60_000;
/** The lifetime to ask for when the SDK's own idea of it is not one, in seconds (FACTS 1.3). */
const defaultLifetimeSeconds = 3_600;

/** What a refresh needs besides the tokens. The JWT is not among it: it signs in once. */
export type App = {
  readonly serverUrl: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
};

const app = z.object({
  serverUrl: z.string(),
  clientId: z.string(),
  clientSecret: z.string().optional(),
});

const tokens = z.looseObject({
  access_token: z.string().optional(),
  refresh_token: z.string().optional(),
  expires_in: z.union([z.number(), z.string()]).optional(),
  /** When the access token ends, by our clock, in epoch milliseconds. */
  expire_time: z.number().optional(),
});
type Tokens = z.infer<typeof tokens>;

const stored = z.object({ app, tokens });

/** The storage the SDK is given in place of its own, which forgets everything (FACTS 1.7). */
export type SdkStorage = {
  getItem(key: string): Promise<string | null>;
  setItem(key: string, value: string): Promise<void>;
  removeItem(key: string): Promise<void>;
  keys(): readonly string[];
};

export type TokenStore = {
  readonly app: App;
  readonly storage: SdkStorage;
  getAccessToken(): string | undefined;
  hasRefreshToken(): boolean;
  /** Whether the access token lasts long enough for a request; `inMs` from now at the latest. */
  isAlive(inMs?: number): boolean;
  /** Leaves the vault to another session; nothing is stored from now on. */
  detach(): void;
  /** Removes it from the vault; in memory it stays, for the revoke. Nothing is stored from now on. */
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

/** Keeps one session's tokens: in the vault first, then in memory for use. */
export function createTokenStore(of: App, tools: Tools, known?: Tokens): TokenStore {
  let current = known;
  let keyInUse: string | undefined;
  let isDetached = false;

  const storage: SdkStorage = {
    async getItem(key) {
      keyInUse = key;
      return current === undefined ? null : JSON.stringify(forSdk(current));
    },
    async setItem(key, value) {
      keyInUse = key;
      const next = fromSdk(tokens.parse(JSON.parse(value)), current, tools.clock);
      // Without a refresh token there is nothing to go on from, so nothing to keep.
      if (!isDetached && next.refresh_token) {
        await tools.secrets.set(sessionKey, JSON.stringify({ app: of, tokens: next }));
      }
      current = next;
    },
    async removeItem() {
      current = undefined;
      if (!isDetached) await tools.secrets.remove(sessionKey);
    },
    keys: () => (keyInUse === undefined ? [] : [keyInUse]),
  };

  return {
    app: of,
    storage,
    getAccessToken: () => current?.access_token || undefined,
    hasRefreshToken: () => Boolean(current?.refresh_token),
    isAlive(inMs = renewAheadMs) {
      if (!current?.access_token || current.expire_time === undefined) return false;
      return current.expire_time - inMs > tools.clock.now();
    },
    detach() {
      isDetached = true;
    },
    async forget() {
      isDetached = true;
      await tools.secrets.remove(sessionKey);
    },
  };
}

/**
 * The SDK refuses to refresh when the computer's clock says that the refresh token is over; only
 * the server may say that.
 */
function forSdk(kept: Tokens): Tokens {
  return { ...kept, refresh_token_expire_time: Number.MAX_SAFE_INTEGER };
}

/**
 * Puts right what the SDK hands over: times by our clock instead of the system's, and no lifetime
 * of -1, which it stores to drop a token and would send as `access_token_ttl` (FACTS 1.3).
 */
function fromSdk(given: Tokens, before: Tokens | undefined, clock: Clock): Tokens {
  const seconds = Number(given.expires_in);
  const lifetime = seconds > 0 ? seconds : Number(before?.expires_in ?? defaultLifetimeSeconds);
  const isNew = given.access_token !== before?.access_token;
  return {
    ...given,
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

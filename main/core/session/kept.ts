import { z } from 'zod';
import type { LastSignIn } from '../../../shared/model/session.ts';
import type { Log, Secrets } from '../ports.ts';
import type { SignInFacts } from './facts.ts';
import type { Way } from './way.ts';

/** The vault's entry for signing in again; tokens have one of their own. */
export const keptKey = 'ringcentral.credentials';

const stored = z.object({
  serverUrl: z.string(),
  clientId: z.string(),
  clientSecret: z.string().optional(),
  method: z.enum(['browser', 'jwt', 'password']),
  jwt: z.string().optional(),
});
/** What a sign-in was made with. A password is never among it. */
export type Kept = z.infer<typeof stored>;

/** The credentials in the vault; without a key ring they last as long as Sidetone runs. */
export type KeptCredentials = {
  get(): Kept | undefined;
  load(): Promise<void>;
  /** Keeps what this way needs; when the vault refuses, signing in again means typing it again. */
  keep(way: Way): Promise<void>;
  forget(): Promise<void>;
};

/** Builds it empty; `load` asks the vault. */
export function createKept(secrets: Secrets, log: Log): KeptCredentials {
  let kept: Kept | undefined;
  return {
    get: () => kept,
    async load() {
      try {
        kept = parse(await secrets.get(keptKey));
      } catch (error) {
        log.error('the credentials could not be read from the vault', error);
      }
    },
    async keep(way) {
      const next = toKept(way);
      try {
        await secrets.set(keptKey, JSON.stringify(next));
        kept = next;
      } catch (error) {
        kept = undefined;
        log.error('the credentials could not be kept', error);
      }
    },
    async forget() {
      kept = undefined;
      await secrets.remove(keptKey);
    },
  };
}

function toKept(way: Way): Kept {
  const { serverUrl, clientId, clientSecret, method } = way;
  return {
    serverUrl,
    clientId,
    method,
    ...(clientSecret !== undefined && { clientSecret }),
    ...(way.method === 'jwt' && { jwt: way.jwt }),
  };
}

/**
 * The way in that needs nothing typed: with what the vault has kept, or, for an app without a
 * secret, with nothing but its client id.
 */
export function toWayAgain(kept: Kept | undefined, last: SignInFacts | undefined): Way | undefined {
  const isLast = !last || (kept?.serverUrl === last.serverUrl && kept.clientId === last.clientId);
  if (kept && isLast) {
    const { serverUrl, clientId, clientSecret } = kept;
    const app = { serverUrl, clientId, clientSecret };
    if (kept.method === 'browser') return { ...app, method: 'browser' };
    return kept.jwt === undefined ? undefined : { ...app, method: 'jwt', jwt: kept.jwt };
  }
  if (last?.method !== 'browser' || last.hasClientSecret) return undefined;
  const { serverUrl, clientId } = last;
  return { serverUrl, clientId, clientSecret: undefined, method: 'browser' };
}

/** What the sign-in form offers again. */
export function toLastSignIn(
  kept: Kept | undefined,
  last: SignInFacts | undefined,
): LastSignIn | undefined {
  const from = last ?? kept;
  if (!from) return undefined;
  const { serverUrl, clientId, method } = from;
  return { serverUrl, clientId, method, isKept: toWayAgain(kept, last) !== undefined };
}

/** The same for the archive, which holds no secrets. */
export function toSignInFacts(from: Way | Kept): SignInFacts {
  const { serverUrl, clientId, clientSecret, method } = from;
  return { serverUrl, clientId, method, hasClientSecret: clientSecret !== undefined };
}

function parse(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  try {
    return stored.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

import { SDK } from '@ringcentral/sdk/lib/SDK.js';
import type { AppRegistration, Authorization } from './api.ts';
import { TaggedRequest } from './gate.ts';
import type { SdkStorage } from './token-store.ts';

export type Platform = ReturnType<SDK['platform']>;

type Gate = (request: Request) => Promise<Response>;

/**
 * RingCentral's SDK with everything that it does by itself taken out of its hands (@ringcentral/sdk
 * 5.0.11).
 */
export function createPlatform(options: {
  readonly app: AppRegistration;
  readonly gate: Gate;
  readonly storage: SdkStorage;
  readonly appVersion: string;
}): Platform {
  const { serverUrl, clientId, clientSecret } = options.app;
  const sdk = new SDK({
    server: serverUrl,
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    appName: 'Sidetone',
    appVersion: options.appVersion,
    // By default any failed refresh, an offline one too, wipes the tokens.
    clearCacheOnRefreshError: false,
    refreshDelayMs: 0,
    fetch: options.gate as typeof fetch,
    Request: TaggedRequest,
    Response,
    Headers,
    localStorage: options.storage as unknown as Storage,
  });
  const platform = sdk.platform();
  // Tokens are seen to before a request is built, so that a refusal of theirs is never taken for
  // the request's own.
  platform.ensureLoggedIn = async () => null;
  return platform;
}

/**
 * The address of the sign-in page (RingCentral's guide to authorization). The verifier lives in the
 * SDK until its next `loginUrl`, so each address is made by an SDK of its own and the verifier
 * taken out of it.
 */
export function createAuthorization(
  app: AppRegistration,
  options: { readonly redirectUri: string; readonly state: string },
): Authorization {
  const platform = createPlatform({ app, appVersion: '', gate: noRequests, storage: noStorage });
  const url = new URL(
    platform.loginUrl({
      redirectUri: options.redirectUri,
      state: options.state,
      usePKCE: true,
      // The form for a password with the way to single sign-on, also for who is signed in there
      // already: the browser's account need not be the one that is wanted here.
      prompt: 'login sso',
    }),
  );
  // The SDK writes `brand_id=` and the like for what it was not given.
  const unused = [...url.searchParams.keys()].filter((name) => !url.searchParams.get(name));
  for (const name of unused) url.searchParams.delete(name);
  return { url: url.href, codeVerifier: platform.codeVerifier };
}

const noRequests: Gate = () => Promise.reject(new Error('an address is made without a request'));

const noStorage: SdkStorage = {
  getItem: () => Promise.resolve(null),
  setItem: () => Promise.resolve(),
  removeItem: () => Promise.resolve(),
  keys: () => [],
};

import { failure } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { AppRegistration, Credentials, Grant } from '../ringcentral/api.ts';
import { parseServerUrl } from '../ringcentral/hosts.ts';

/** A way to sign in, and all it needs but the browser's answer. */
export type Way = AppRegistration &
  ({ readonly method: 'browser' } | Exclude<Grant, { readonly method: 'browser' }>);

/** An app as it was typed. */
export type TypedApp = {
  readonly serverUrl: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /** The user has confirmed a server that is not one of RingCentral's. */
  readonly allowOtherHost?: boolean | undefined;
};

/** Judges what was typed; a failure names the field it belongs beside. */
export function parseApp(typed: TypedApp): Result<AppRegistration> {
  const server = parseServerUrl(typed.serverUrl, { allowOtherHost: typed.allowOtherHost });
  if (!server.ok) return server;
  const { clientId, clientSecret } = typed;
  if (!isClientId(clientId))
    return fail(failure('invalid', 'session.client-id-invalid', { field: 'clientId' }));
  return ok({ serverUrl: server.value, clientId, clientSecret });
}

/**
 * Whether a text can be a client id: the developer console's are some 22 letters, digits, hyphens
 * and underscores. An address, a sentence or two lines are not; whether it is the right one only
 * RingCentral can tell.
 */
export function isClientId(text: string): boolean {
  return /^[\w.~-]{6,200}$/.test(text);
}

/** What is exchanged for tokens, once nothing more is waited for. */
export function toCredentials(way: Exclude<Way, { readonly method: 'browser' }>): Credentials {
  const { serverUrl, clientId, clientSecret } = way;
  const app = { serverUrl, clientId, clientSecret };
  if (way.method === 'jwt') return { ...app, grant: { method: 'jwt', jwt: way.jwt } };
  const { username, extension, password } = way;
  return { ...app, grant: { method: 'password', username, extension, password } };
}

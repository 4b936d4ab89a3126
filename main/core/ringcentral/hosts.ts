import { failure, type Failure, type FailureMessage } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** Where RingCentral's own servers live (FACTS: wire conventions). */
const ringCentralDomain = 'ringcentral.com';

/** RingCentral took its sandbox away; a server setting that names it is left over (FACTS 1.8). */
const sandboxHost = 'platform.devtest.ringcentral.com';

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads a server address as someone types or pastes it: `https` to RingCentral, or anything on
 * this computer (a simulator). Answers its origin; fails with `session.server-invalid` or
 * `session.server-unknown`.
 */
export function parseServerUrl(typed: string): Result<string> {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || url.hostname === '') return fail(serverFailure('session.server-invalid', text));
  if (url.username !== '' || url.password !== '' || (url.pathname !== '/' && url.pathname !== ''))
    return fail(serverFailure('session.server-invalid', url.host));
  const isLoopback = loopbackHosts.has(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))
    return fail(serverFailure('session.server-invalid', url.host));
  if (!isLoopback && !isRingCentralHost(url.hostname))
    return fail(serverFailure('session.server-unknown', url.hostname));
  return ok(url.origin);
}

/** RingCentral's own address: when it cannot be found, it is the network that is away. */
const usualHost = 'platform.ringcentral.com';

/** A failed sign-in in the words of its form: beside the field, and told from being offline. */
export function judgeSignInFailure(reason: Failure, serverUrl: string): Failure {
  const { hostname } = new URL(serverUrl);
  if (reason.code === 'ENOTFOUND' && hostname !== usualHost)
    return serverFailure('session.server-unknown', hostname);
  const field = signInFields.get(reason.message);
  return field === undefined ? reason : { ...reason, field };
}

const signInFields = new Map<FailureMessage, string>([
  ['session.client-refused', 'clientId'],
  ['session.jwt-refused', 'jwt'],
  ['network.not-ringcentral', 'serverUrl'],
]);

function serverFailure(
  message: 'session.server-invalid' | 'session.server-unknown',
  host: string,
): Failure {
  return failure('invalid', message, { field: 'serverUrl', params: { host: host.slice(0, 100) } });
}

function isRingCentralHost(hostname: string): boolean {
  if (hostname === sandboxHost) return false;
  return hostname.endsWith(`.${ringCentralDomain}`);
}

/**
 * Whether a request with the bearer token may go to this address: the account's own API host and
 * its media host, since the SDK would attach the token to any URL (FACTS 1.7).
 */
export function isOwnHost(url: URL, serverUrl: string): boolean {
  const server = new URL(serverUrl);
  if (url.origin === server.origin) return true;
  // A simulator serves attachments from a second port of the same host.
  if (loopbackHosts.has(server.hostname))
    return url.hostname === server.hostname && url.protocol === server.protocol;
  return url.origin === mediaOriginOf(server);
}

/** `https://platform.ringcentral.com` keeps its media at `https://media.ringcentral.com`. */
function mediaOriginOf(server: URL): string {
  return `https://${server.hostname.replace(/^platform\./, 'media.')}`;
}

import { failure, type Failure, type FailureMessage } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** Where RingCentral's own servers live. */
const ringCentralDomain = 'ringcentral.com';

/** RingCentral took its sandbox away; a server setting that names it is left over. */
const sandboxDomain = 'devtest.ringcentral.com';

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads a server address as someone types or pastes it: `https` to RingCentral, or anything on
 * this computer (a simulator). Answers its origin. Fails, beside the field, with
 * `session.server-invalid`, `-insecure`, `-sandbox`, or `-other` for a host that is not one of
 * RingCentral's: of kind `conflict`, until the user has confirmed it with `allowOtherHost`.
 */
export function parseServerUrl(
  typed: string,
  options: { readonly allowOtherHost?: boolean | undefined } = {},
): Result<string> {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || !isServerAddress(url)) return refuse('session.server-invalid', url?.host ?? '');
  const { hostname, protocol, host, origin } = url;
  if (isWithin(hostname, sandboxDomain)) return refuse('session.server-sandbox', host);
  if (loopbackHosts.has(hostname)) return ok(origin);
  if (protocol !== 'https:') return refuse('session.server-insecure', host);
  if (!isWithin(hostname, ringCentralDomain) && options.allowOtherHost !== true)
    return refuse('session.server-other', host);
  return ok(origin);
}

/** A server and nothing else: no page, no credentials, and a name that can be looked up. */
function isServerAddress({ protocol, hostname, username, password, pathname }: URL): boolean {
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  if (username !== '' || password !== '' || pathname !== '/') return false;
  return loopbackHosts.has(hostname) || hostname.startsWith('[') || /[^.]\.[^.]/.test(hostname);
}

/** RingCentral's own address: when it cannot be found, it is the network that is away. */
const usualHost = 'platform.ringcentral.com';

/** What a name that does not exist is called by Node and by Chromium. */
const unknownNames: ReadonlySet<string> = new Set(['ENOTFOUND', 'ERR_NAME_NOT_RESOLVED']);

/** A failed sign-in in the words of its form: beside the field, and told from being offline. */
export function judgeSignInFailure(reason: Failure, serverUrl: string): Failure {
  const { hostname } = new URL(serverUrl);
  if (unknownNames.has(reason.code) && hostname !== usualHost)
    return serverFailure('session.server-unknown', hostname);
  const field = signInFields.get(reason.message);
  return field === undefined ? reason : { ...reason, field };
}

const signInFields = new Map<FailureMessage, string>([
  ['session.client-refused', 'clientId'],
  ['session.grant-not-allowed', 'clientId'],
  ['session.jwt-refused', 'jwt'],
  ['network.not-ringcentral', 'serverUrl'],
]);

type ServerMessage = Extract<FailureMessage, `session.server-${string}`>;

function serverFailure(message: ServerMessage, host: string): Failure {
  const kind = message === 'session.server-other' ? 'conflict' : 'invalid';
  return failure(kind, message, { field: 'serverUrl', params: { host: host.slice(0, 100) } });
}

function refuse(message: ServerMessage, host: string): Result<never> {
  return fail(serverFailure(message, host));
}

/** Whether a host is of a domain, and does not only end like it. */
function isWithin(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}

/**
 * Whether a request with the bearer token may go to this address: the account's own API host and
 * its media host, since the SDK would attach the token to any URL (@ringcentral/sdk 5.0.11).
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

/**
 * Whether a push socket may open there with the account's socket token: encrypted, and on a host
 * of the account's domain (`ws-api.ringcentral.com` as well as `platform.ringcentral.com` occur);
 * on this computer unencrypted too.
 */
export function isOwnSocket(url: URL, serverUrl: string): boolean {
  const server = new URL(serverUrl);
  if (url.username !== '' || url.password !== '') return false;
  if (loopbackHosts.has(server.hostname))
    return url.hostname === server.hostname && /^wss?:$/.test(url.protocol);
  if (url.protocol !== 'wss:') return false;
  const isAtRingCentral = isWithin(server.hostname, ringCentralDomain);
  return isAtRingCentral
    ? isWithin(url.hostname, ringCentralDomain) && !isWithin(url.hostname, sandboxDomain)
    : url.hostname === server.hostname;
}

/** Why no readable answer came. */
export type WireCause = 'network' | 'timeout' | 'not-ringcentral' | 'stopped';

/** A request that got no readable answer; what matters most is whether any of it was written. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly written: boolean;
  readonly reason: WireCause;

  constructor(written: boolean, reason: WireCause, cause?: unknown) {
    super(`no answer: ${reason}${written ? '' : ', nothing was sent'}`, { cause });
    this.written = written;
    this.reason = reason;
  }
}

/**
 * A refusal by the token endpoint, thrown so that the SDK does not see a response: it would send
 * a refused client's request a second time (@ringcentral/sdk 5.0.11).
 */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly answer: Response;
  readonly body: string;

  constructor(answer: Response, body: string) {
    super(`the token endpoint answered ${answer.status}`);
    this.answer = answer;
    this.body = body;
  }
}

/** An SDK error without what hangs on it: its request carries tokens and must not reach a log. */
export function bare(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  // A SyntaxError quotes the text it stumbled over, in its stack as well.
  const message = error instanceof SyntaxError ? 'not JSON' : error.message;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const stack = [`${error.name}: ${message}`, ...frames].join('\n');
  return Object.assign(new Error(message), { name: error.name, stack });
}

/** Node's and OpenSSL's codes of a certificate that is not trusted: the handshake ended there. */
const untrusted: ReadonlySet<string> = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Whether a code of `systemCodeOf` says that the server's certificate was not trusted. */
export function isUntrusted(code: string): boolean {
  return untrusted.has(code) || code.startsWith('ERR_CERT_');
}

/** Node's error codes of a connection that never came about: no byte of the request left. */
const neverConnected: ReadonlySet<string> = new Set([
  ...untrusted,
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** These end a connection that stood as well, with the request on its way: then they say nothing. */
const perhapsConnected: ReadonlySet<string> = new Set([
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ETIMEDOUT',
]);

/** The same in Chromium's words, for a fetch that goes through Electron's network stack. */
const neverConnectedInChromium =
  /net::ERR_(CONNECTION_REFUSED|CONNECTION_TIMED_OUT|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|PROXY_CONNECTION_FAILED|CERT_[A-Z_]+)\b/;

/** The operating system's or network stack's code behind a failed fetch (`ENOTFOUND`), if any. */
export function systemCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  return /\bnet::(ERR_[A-Z_]+)/.exec(error.message)?.[1] ?? systemCodeOf(error.cause);
}

/** Whether a failed fetch certainly wrote nothing; in doubt it answers false. */
export function isNeverWritten(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.every((each) => isNeverWritten(each));
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && neverConnected.has(code)) return true;
  if (code !== undefined && perhapsConnected.has(code) && syscall === 'connect') return true;
  if (neverConnectedInChromium.test(error.message)) return true;
  return error.cause !== undefined && isNeverWritten(error.cause);
}

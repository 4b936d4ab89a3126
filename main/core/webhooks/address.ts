import { failure } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

/**
 * Whether a webhook may be there, and how the address is written. Over `https:` anywhere, the office
 * network included: the certificate says who it is. Over `http:` on this computer alone. A user name
 * or password would be in the archive, and a fragment never leaves.
 */
export function parseWebhookUrl(typed: string): Result<string> {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return refuse('webhook.url-invalid');
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    return refuse('webhook.url-invalid');
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return refuse('webhook.url-open');
  return ok(url.href);
}

const refuse = (message: 'webhook.url-invalid' | 'webhook.url-open'): Result<never> =>
  fail(failure('invalid', message, { field: 'url' }));

/** The names and numbers that lead nowhere but here, in the form that `URL` gives them. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

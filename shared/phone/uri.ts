import { toBody } from './body.ts';
import { plainText } from './plain-text.ts';

/** A link's scheme, and all that stands behind it, as it came. */
export type Scheme =
  { readonly kind: 'dial' | 'message'; readonly rest: string } | { readonly kind: 'other' };

/** `tel:`, `tel://`, and one before another, as in the `callto:tel:` of older office programs. */
const ours = /^(?:(?:tel|callto|smsto|sms):\/{0,2})+/i;
const anyScheme = /^[a-z][a-z\d+.-]*:/i;
/** Also `&body=` and `;body=`, as iOS had them, and a lone `?` or `?call`. */
const query = /[?&](?:$|[a-z][\w-]*(?:[=&]|$)).*$|;body=.*$/is;
const bodyOf = /[?&;]body=(.*?)(?=&[a-z][\w-]*=|$)/is;
const addressesOf = /[?&](?:addresses|recipients?)=([^&]*)/i;
/** `SMSTO:+1 512 555 0142:On my way`, as QR codes have it. */
const bodyAfterColon = /^[^:?]*\d[^:?]*:(.*)$/s;
/** Between recipients, and not before a parameter of RFC 3966. */
const nextRecipient = /,|;(?![a-z-]+=)/i;

/** What scheme a text begins with; undefined where it has none. */
export function readScheme(text: string): Scheme | undefined {
  const [scheme] = ours.exec(text) ?? [];
  if (scheme === undefined) return anyScheme.test(text) ? { kind: 'other' } : undefined;
  const rest = text.slice(scheme.length);
  return { kind: /sms(?:to)?:\/*$/i.test(scheme) ? 'message' : 'dial', rest };
}

/** The part of a link that names numbers, decoded once and as a reader sees it. */
export function readNumberPart(rest: string): string {
  return plainText(decodeOnce(rest.replace(query, '').replace(/\/+$/, '')));
}

/** Whom a message link is for, each as written. */
export function readRecipients(rest: string): readonly string[] {
  const [, addresses] = addressesOf.exec(rest) ?? [];
  const [beforeColon = ''] = rest.split(':');
  const numbers =
    addresses === undefined ? readNumberPart(beforeColon) : plainText(decodeOnce(addresses));
  return numbers
    .split(nextRecipient)
    .map((number) => number.trim())
    .filter((number) => number !== '');
}

/** The text of a message link, decoded once; a `+` is a plus (RFC 5724). */
export function readBody(rest: string): string | undefined {
  const [, body = ''] = bodyOf.exec(rest) ?? bodyAfterColon.exec(rest) ?? [];
  return toBody(decodeOnce(body));
}

/** A `%` that is no encoding stays as it is, and makes the text no number. */
function decodeOnce(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

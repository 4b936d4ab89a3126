import type { LogFields } from '../core/ports.ts';

/** Fields whose value is never written, whatever it is. */
const secretField = /token|secret|password|jwt|authorization|cookie|body|text|subject/i;

/** Ids of our own making: random digits that no person is reached at. */
const ownId = 'incidentId';

/** What stands before a secret, in a query, a form, JSON, an object or a `.env`. */
const secretName =
  '[\\w-]*(?:token|secret|password|passwd|assertion|jwt|verifier|signature|api[_-]?key)';

/** Tokens by their look: a JWT, a bearer header, what is named as a secret, any long opaque run. */
const tokens = new RegExp(
  [
    String.raw`\beyJ[\w-]+(?:\.[\w-]+){1,2}`,
    String.raw`\b(?:Bearer|Basic)\s+[\w.~+/=-]+`,
    String.raw`\b${secretName}["']?\s*[=:]\s*["']?[^"'&\s,;}]+`,
    String.raw`\bcode=[^&\s"']+`,
    String.raw`\bwhsec_[\w+/=-]+`,
    String.raw`\b(?=[\w-]*\d)[A-Za-z0-9_-]{40,}`,
  ].join('|'),
  'gi',
);

/** What people, programs and addresses put between the digits of a number. */
const between = String.raw`(?:[\s().\/\u2010-\u2015\u2212-]|%2[089DEF]){0,3}`;

/**
 * What could be a phone number, in whatever digits, after two things that look like one and are not:
 * UUIDs and ISO dates are matched first and kept.
 */
const numbers = new RegExp(
  [
    String.raw`[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}`,
    String.raw`\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?`,
    String.raw`(?<!\p{Nd})(?:\+|%2B)?\(?\p{Nd}(?:${between}\p{Nd}){6,14}(?!\p{Nd})`,
  ].join('|'),
  'giu',
);

/** Takes tokens and phone numbers out of a line; of a number the last two digits stay. */
export function redactText(text: string): string {
  return text
    .replace(tokens, '[redacted]')
    .replace(numbers, (found) =>
      /^\d{4}-\d{2}-\d{2}/.test(found) || /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-/i.test(found)
        ? found
        : `…${lastTwoDigits(found)}`,
    );
}

function lastTwoDigits(found: string): string {
  const decoded = found.replaceAll(/%2[089DEF]/gi, ' ');
  return (decoded.match(/\p{Nd}/gu) ?? []).slice(-2).join('');
}

/** As long as a phone number without its plus; times and sizes are longer or shorter. */
const isLikeNumber = (value: number): boolean => value >= 1e9 && value < 1e12;

/** The same for the fields of a line; fields that are secrets by name lose their value altogether. */
export function redactFields(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (secretField.test(name)) return [name, '[redacted]'];
      if (name === ownId) return [name, value];
      if (typeof value === 'number') return [name, isLikeNumber(value) ? '[redacted]' : value];
      return [name, typeof value === 'string' ? redactText(value) : value];
    }),
  );
}

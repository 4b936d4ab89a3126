import type { LogFields } from '../core/ports.ts';

/** Fields whose value is never written, whatever it is. */
const secretField = /token|secret|password|jwt|authorization|cookie|body|text|subject/i;

/** Ids of our own making: random digits that no person is reached at. */
const ownId = 'incidentId';

/** Tokens by their look: a JWT, a bearer header, a query or form parameter, any long opaque run. */
const tokens =
  /\beyJ[\w-]+(?:\.[\w-]+){1,2}|\b(?:Bearer|Basic)\s+[\w.~+/=-]+|\b(?:access_token|refresh_token|assertion|code|client_secret)=[^&\s]+|\b(?=[\w-]*\d)[A-Za-z0-9_-]{40,}\b/g;

/**
 * What could be a phone number, after two things that look like one and are not: UUIDs and ISO
 * dates are matched first and kept.
 */
const numbers =
  /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?|(?<![\w.])\+?\(?\d(?:[\s().-]{0,2}\d){6,14}(?!\w)/gi;

/** Takes tokens and phone numbers out of a line; of a number the last two digits stay. */
export function redactText(text: string): string {
  return text
    .replace(tokens, '[redacted]')
    .replace(numbers, (found) =>
      /^\d{4}-\d{2}-\d{2}/.test(found) || /^[\da-f]{8}-/i.test(found)
        ? found
        : `…${found.replaceAll(/\D/g, '').slice(-2)}`,
    );
}

/** The same for the fields of a line; fields that are secrets by name lose their value altogether. */
export function redactFields(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (secretField.test(name)) return [name, '[redacted]'];
      return [name, typeof value === 'string' && name !== ownId ? redactText(value) : value];
    }),
  );
}

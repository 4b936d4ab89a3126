import { failure, type FailureMessage } from '../failure.ts';
import type { CountryCode } from '../model/ids.ts';
import { fail, ok, type Result } from '../result.ts';
import { readShort } from './dialable.ts';
import { asciiDigits, parseText } from './parse.ts';
import type { DialTarget, LinkIntent } from './types.ts';
import { readBody, readNumberPart, readRecipients, readScheme } from './uri.ts';

/** No link that names a few people and a text is longer. */
const longestLink = 1024;
const unseen = /^[\s\p{Cf}\p{Cc}]+/u;

/**
 * Reads a `tel:`, `callto:`, `sms:` or `smsto:` link, national numbers in `country`. Answers what
 * it asks for, or a Failure with the reason; nothing in it is decoded twice, and what it does not
 * know it leaves out. A number too short for a subscriber's is answered as the digits it is: the
 * guards ask or refuse.
 */
export function parseLink(link: string, country: CountryCode): Result<LinkIntent> {
  if (link.length > longestLink) return refuse('link.too-long');
  const read = readScheme(link.replace(unseen, ''));
  if (read === undefined) return refuse('link.not-a-link');
  if (read.kind === 'other') return refuse('link.other-scheme');
  if (read.kind === 'dial') {
    const number = readOne(readNumberPart(read.rest), country);
    return number.ok ? ok({ kind: 'dial', ...number.value }) : number;
  }
  const to: Addressee[] = [];
  for (const typed of readRecipients(read.rest)) {
    const number = readOne(typed, country);
    if (!number.ok) return number;
    const isNew = to.every(({ target }) => target.number !== number.value.target.number);
    if (isNew) to.push(number.value);
  }
  if (to.length === 0) return refuse('link.no-number');
  return ok({ kind: 'message', to, body: readBody(read.rest) });
}

type Addressee = { readonly typed: string; readonly target: DialTarget };

function readOne(part: string, country: CountryCode): Result<Addressee> {
  const typed = asciiDigits(part);
  // A scheme within a scheme would be decoded a second time by whoever reads `typed` again.
  const inner = readScheme(typed);
  if (!/\d/.test(typed) || (inner !== undefined && inner.kind !== 'other'))
    return refuse('link.no-number');
  const target = parseText(typed, country);
  if (target.ok) return ok({ typed, target: target.value });
  const short = target.failure.message === 'number.short' ? readShort(typed) : undefined;
  if (short !== undefined) return ok({ typed, target: short });
  return target;
}

function refuse(message: FailureMessage): ReturnType<typeof fail> {
  return fail(failure('invalid', message));
}

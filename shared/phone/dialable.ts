import type { CountryCode, E164 } from '../model/ids.ts';
import { ok, type Result } from '../result.ts';
import { fromLetters } from './keypad.ts';
import { readNumber, refuseNumber } from './number.ts';
import { toParts, type Parts } from './parts.ts';
import type { DialTarget } from './types.ts';

/** Numbers of up to six digits are short codes, services or extensions, never a subscriber's. */
const longestShort = 6;
const digitsAndSeparators = /^[\d\s().\-/]+$/;
/** `x438`, `ext. 438`: someone in the same company. */
const companyExtension = /^(?:e?xt(?:ension|n)?|x)[\s.:#-]*(\d{1,6})$/i;
/** `*67`, `*21*…#`, `##002#`, `#31#`: keyed in on a phone, to change how it works. */
const serviceCode = /^[*#][\d*#\s()+-]*$/;

/**
 * Reads a plain text that is a number and nothing else. A short one is refused as `number.short`,
 * a code for a phone as `number.service-code`.
 */
export function readDialable(text: string, country: CountryCode): Result<DialTarget> {
  if (isServiceCode(text)) return refuseNumber('number.service-code');
  const parts = toParts(text);
  if (shortDigits(parts) !== undefined) return refuseNumber('number.short');
  const { main, keyIn } = parts;
  if (!/\d/.test(main)) return refuseNumber('number.not-dialable');
  const number = readNumber(inContext(parts) ?? fromLetters(main, country) ?? main, country);
  return number.ok ? ok({ number: number.value, keyIn }) : number;
}

/** The digits of a number too short for a subscriber's; `Unit 5` is none. */
export function readShort(text: string): DialTarget | undefined {
  if (isServiceCode(text)) return undefined;
  const parts = toParts(text);
  const digits = shortDigits(parts);
  return digits === undefined ? undefined : { number: digits as E164, keyIn: parts.keyIn };
}

function isServiceCode(text: string): boolean {
  return serviceCode.test(text) && /\d/.test(text);
}

function shortDigits({ main, context }: Parts): string | undefined {
  if (context !== undefined) return undefined;
  const [, extension] = companyExtension.exec(main) ?? [];
  if (extension !== undefined) return extension;
  if (!digitsAndSeparators.test(main)) return undefined;
  const digits = main.replace(/\D/g, '');
  return digits !== '' && digits.length <= longestShort ? digits : undefined;
}

/** Digits of a North American subscriber without the area code. */
const localLength = 7;

/** A local number in the context that RFC 3966 gives it, as a global one. */
function inContext({ main, context }: Parts): string | undefined {
  if (context === undefined || main.includes('+')) return undefined;
  const prefix = context.replace(/\D/g, '');
  const local = main.replace(/\D/g, '');
  // `863-1234` in `+1-914-555` is dialled from there: the area is the context's, the rest its own.
  if (/^1\d{3}/.test(prefix) && local.length === localLength)
    return `+${prefix.slice(0, 4)}${local}`;
  return `+${prefix}${main}`;
}

import { failure, type Failure } from '../../../shared/failure.ts';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import { parseDialable, parseShort } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { isEmergency } from '../numbers/emergency.ts';

/** More than this cannot be worked through by one person, and is one file too many. */
export const mostListed = 10_000;

/** How someone is reached: by number, or by an extension of the company. */
export type Reach = {
  readonly number: E164 | undefined;
  readonly extensionNumber: string | undefined;
  readonly keyIn: string | undefined;
};

/** Someone who is put on a list. */
export type Listed = Reach & {
  readonly name: string | undefined;
  readonly typed: string;
  readonly details: readonly (readonly [string, string])[];
};

/** One or two digits are an age or an amount. */
const shortestExtension = 3;
/** `12125550142.0`: a spreadsheet took the number for a sum. */
const asFraction = /^(\+?\d+)\.0+$/;
/** `1.21256E+10`: and then left digits out. */
const asPower = /^\d+(?:[.,]\d+)?e\+?\d+$/i;

/** A number of a file; short ones are extensions. Emergency numbers are on no list. */
export function readReach(typed: string, country: CountryCode): Result<Reach> {
  const text = typed.trim().replace(asFraction, '$1');
  if (asPower.test(text)) return fail(failure('invalid', 'number.not-dialable'));
  if (isEmergency(text, country)) return fail(emergency());
  const parsed = parseDialable(text, country);
  if (parsed.ok) {
    const { number, keyIn } = parsed.value;
    if (isEmergency(number, country)) return fail(emergency());
    return ok({ number, extensionNumber: undefined, keyIn });
  }
  const short = parseShort(text);
  if (short === undefined) return parsed;
  if (short.number.length < shortestExtension) {
    return fail(failure('invalid', 'number.not-dialable'));
  }
  return ok({ number: undefined, extensionNumber: short.number, keyIn: short.keyIn });
}

function emergency(): Failure {
  return failure('rejected', 'number.emergency');
}

/** Tells whether someone is on the list already: at a switchboard, what is keyed in tells them apart. */
export function reachKey({ number, extensionNumber, keyIn }: Reach): string {
  return [number ?? '', extensionNumber ?? '', keyIn ?? ''].join(' ');
}

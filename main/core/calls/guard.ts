import { failure } from '../../../shared/failure.ts';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { parseDialable, parseShort } from '../../../shared/phone/parse.ts';
import type { DialTarget } from '../../../shared/phone/types.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { isEmergency } from '../numbers/emergency.ts';

/**
 * Decides whether a typed number can be called at all, before any request. One of up to six digits
 * is sent as the digits it is; whether the user has to be asked is decided elsewhere. No emergency
 * number comes out of here, whatever went in.
 */
export function guardDial(typed: string, country: CountryCode): Result<DialTarget> {
  if (isEmergency(typed, country)) return refuseEmergency();
  const target = readTarget(typed, country);
  // The text was judged as typed; what counts is what would be sent.
  return target.ok && isEmergency(target.value.number, country) ? refuseEmergency() : target;
}

function readTarget(typed: string, country: CountryCode): Result<DialTarget> {
  const target = parseDialable(typed, country);
  if (target.ok || target.failure.message !== 'number.short') return target;
  const short = parseShort(typed);
  return short === undefined ? target : ok(short);
}

function refuseEmergency(): ReturnType<typeof fail> {
  return fail(failure('invalid', 'number.emergency', { field: 'number' }));
}

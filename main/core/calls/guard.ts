import { failure } from '../../../shared/failure.ts';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { parseDialable, parseShort } from '../../../shared/phone/parse.ts';
import type { DialTarget } from '../../../shared/phone/types.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { isEmergency } from '../numbers/emergency.ts';

/**
 * Decides whether a typed number may be called, before any request. A number of up to six digits
 * may be a service that costs, so it is dialled only after the user was asked (`confirmed`); it is
 * sent as the digits it is. No emergency number comes out of here, whatever went in.
 */
export function guardDial(
  typed: string,
  country: CountryCode,
  confirmed: boolean,
): Result<DialTarget> {
  if (isEmergency(typed, country)) return refuseEmergency();
  const target = readTarget(typed, country, confirmed);
  // The text was judged as typed; what counts is what would be sent.
  return target.ok && isEmergency(target.value.number, country) ? refuseEmergency() : target;
}

function readTarget(typed: string, country: CountryCode, confirmed: boolean): Result<DialTarget> {
  const target = parseDialable(typed, country);
  if (target.ok || target.failure.message !== 'number.short') return target;
  const short = confirmed ? parseShort(typed) : undefined;
  return short === undefined ? fail({ ...target.failure, retry: 'user' }) : ok(short);
}

function refuseEmergency(): ReturnType<typeof fail> {
  return fail(failure('invalid', 'number.emergency', { field: 'number' }));
}

import { failure } from '../../../shared/failure.ts';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import { digitsOf, parseDialable } from '../../../shared/phone/parse.ts';
import type { DialTarget } from '../../../shared/phone/types.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { isEmergency } from '../numbers/emergency.ts';

/**
 * Decides whether a typed number may be called, before any request. A number of up to six digits
 * may be a service that costs, so it is dialled only after the user was asked (`confirmed`); it is
 * sent as the digits it is.
 */
export function guardDial(
  typed: string,
  country: CountryCode,
  confirmed: boolean,
): Result<DialTarget> {
  if (isEmergency(typed, country)) {
    return fail(failure('invalid', 'number.emergency', { field: 'number' }));
  }
  const target = parseDialable(typed, country);
  if (target.ok || target.failure.message !== 'number.short') return target;
  if (!confirmed) return fail({ ...target.failure, retry: 'user' });
  return ok({ number: digitsOf(typed) as E164, keyIn: undefined });
}

import phone from 'google-libphonenumber';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { E164 } from '../../../shared/model/ids.ts';

/**
 * Why a text to a number may not arrive: a landline the last time, or by its numbering plan. North
 * America's plan does not tell the two apart, so nothing is said of a number there before it is tried.
 */
export function findCaution(number: E164, wasLandline: boolean): Failure | undefined {
  if (wasLandline) return failure('rejected', 'text.landline-before', { params: { number } });
  return isFixedLine(number)
    ? failure('rejected', 'text.landline-likely', { params: { number } })
    : undefined;
}

function isFixedLine(number: E164): boolean {
  const util = phone.PhoneNumberUtil.getInstance();
  try {
    return util.getNumberType(util.parse(number)) === phone.PhoneNumberType.FIXED_LINE;
  } catch {
    // What the library cannot parse it cannot tell; the number has been parsed before all the same.
    return false;
  }
}

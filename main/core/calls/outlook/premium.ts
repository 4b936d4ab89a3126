import phone from 'google-libphonenumber';
import type { E164 } from '../../../../shared/model/ids.ts';

const { PREMIUM_RATE, SHARED_COST } = phone.PhoneNumberType;
/** Satellite and other networks of no country (ITU-T E.164): several dollars a minute. */
const networks = /^\+(?:870|878|88[1-3]|888|979)/;
/** North America: premium area code 900, and the 976 exchange of every area. */
const northAmericanPremium = /^\+1(?:900|[2-9]\d\d976)/;
/** RFC-like ranges that the library takes for nothing at all, since none is assigned now. */
const unassignedPremium: readonly RegExp[] = [/^\+449/, /^\+4987/, /^\+490?137/, /^\+33(?:89|899)/];

/** Whether calls to a number may cost more than a call: premium rate, shared cost, satellite. */
export function isPremium(number: E164): boolean {
  if (northAmericanPremium.test(number) || networks.test(number)) return true;
  if (unassignedPremium.some((range) => range.test(number))) return true;
  const util = phone.PhoneNumberUtil.getInstance();
  try {
    const type = util.getNumberType(util.parse(number));
    return type === PREMIUM_RATE || type === SHARED_COST;
  } catch {
    // What the library cannot parse it cannot price; the number has been parsed before all the same.
    return false;
  }
}

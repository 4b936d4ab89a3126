import phone from 'google-libphonenumber';
import type { E164 } from '../../../../shared/model/ids.ts';

const { PREMIUM_RATE, SHARED_COST } = phone.PhoneNumberType;
/** Satellite and other networks of no country (ITU-T E.164): several dollars a minute. */
const networks = /^\+(?:870|878|88[1-3]|888|979)/;
/** North America: premium area code 900, and the 976 exchange of every area. */
const northAmericanPremium = /^\+1(?:900|[2-9]\d\d976)/;
/** All of 09 in Britain is premium rate, blocks that nobody has been given yet as well (Ofcom). */
const britishPremium = /^\+449/;
/** Whether calls to a number may cost more than a call: premium rate, shared cost, satellite. */
export function isPremium(number: E164): boolean {
  const ranges = [networks, northAmericanPremium, britishPremium];
  if (ranges.some((range) => range.test(number))) return true;
  const util = phone.PhoneNumberUtil.getInstance();
  try {
    const type = util.getNumberType(util.parse(number));
    return type === PREMIUM_RATE || type === SHARED_COST;
  } catch {
    // What the library cannot parse it cannot price; the number has been parsed before all the same.
    return false;
  }
}

import { jsonObject } from '../http/body.ts';
import { invalidParameter, invalidValue } from '../http/errors.ts';
import { ok } from '../http/message.ts';
import type { Handler } from '../http/routes.ts';
import { formatNational, isTollFree, parsePhoneNumber } from '../phone-numbers.ts';
import type { World } from '../world.ts';
import { countryJson, homeCountryJson } from './countries.ts';

const MAX_STRINGS = 64;

/** POST number-parser/parse; strings that are no number keep only what was typed. */
export const postNumberParser: Handler = (world, { request }) => {
  const typed = jsonObject(request)['originalStrings'];
  if (!Array.isArray(typed) || typed.some((entry) => typeof entry !== 'string')) {
    throw invalidValue('originalStrings');
  }
  if (typed.length > MAX_STRINGS) {
    throw invalidParameter('CMN-106', 'Too many strings', 'originalStrings');
  }
  return ok({
    uri: `${world.addresses.api}/restapi/v1.0/number-parser/parse`,
    homeCountry: homeCountryJson(world),
    phoneNumbers: (typed as string[]).map((text) => parsedJson(world, text)),
  });
};

function parsedJson(world: World, originalString: string): object {
  const number = parsePhoneNumber(originalString);
  if (!number) {
    const digits = originalString.replace(/\D/g, '');
    const special = /^\d{3,6}$/.test(digits);
    return { originalString, ...(special ? { special, normalized: digits } : {}) };
  }
  const national = formatNational(number);
  return {
    originalString,
    country: {
      ...countryJson(world, number.isoCode, number.countryName),
      isoCode: number.isoCode,
      callingCode: number.callingCode,
    },
    ...(number.callingCode === '1' ? { areaCode: number.national.slice(0, 3) } : {}),
    dialable: number.e164.slice(1),
    e164: number.e164,
    formattedInternational: `+${number.callingCode} ${national}`,
    formattedNational: national,
    special: false,
    tollFree: isTollFree(number),
    normalized: number.e164.slice(1),
    subscriberNumber: number.national.slice(3),
  };
}

import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** How far back the word before a number may begin. */
const wordBefore = 40;
/** `2026-11-22`, `22.11.2026`, `11/22/26`, `20261122`, with what follows; `2024-2025`. */
const date =
  /^(?:(?:19|20)\d\d(?<a>[-./ ])(?:0?[1-9]|1[0-2])\k<a>\d{1,2}(?!\d)|\d{1,2}(?<b>[-./ ])\d{1,2}\k<b>(?:(?:19|20)\d\d|\d\d)$|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$|(?:19|20)\d\d[-–](?:19|20)\d\d$)/u;
/** `1.250.000,00`, `1 000 000`; not `612 345 678`, which is a number in Spain. */
const amount = /^\d{1,2}(?<a>[.,' \u00a0\u202f])\d{3}(?:\k<a>\d{3})+(?:[.,]\d{1,2})?$/u;
const money = /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CAD|AUD|CHF))\s?-?$/iu;
const decimals = /^(?:[.]\d|,\d\d(?!\d)|\s?[%€£])/u;
/** What has a number of its own; `no.` and `#` alone can stand before a phone's too. */
const reference =
  /\b(?:loan|order|invoice|inv|case|claim|policy|account|acct|a\/c|routing|aba|confirmation|conf|ref|reference|id|ssn|ein|tin|nmls|mls|apn|parcel|permit|tracking|zip|iban|isbn|vin|ticket|licen[sc]e|cert|certificate|escrow|file|serial)(?:\s*(?:numbers?|num|no|nr))?[.:]?\s*[#:]?\s*$/iu;
/** Digits as they are grouped in North America, without the `1` before them. */
const northAmerican = new Set(['10', '3,7', '6,4', '3,3,4']);

/** Whether the digits found among words are a date, an amount, or the number of something else. */
export function isSomethingElse(
  text: string,
  found: { readonly start: number; readonly end: number; readonly number: string },
): boolean {
  const { start, end, number } = found;
  const written = text.slice(start, end).trim();
  if (written.includes('+') || /\p{L}{3}/u.test(written)) return false;
  const before = text.slice(Math.max(0, start - wordBefore), start);
  const isOther =
    date.test(written) ||
    amount.test(written) ||
    money.test(before) ||
    decimals.test(text.slice(end, end + 4)) ||
    reference.test(before);
  if (isOther) return true;
  return number.startsWith('+1') ? !isGrouped(written) : lacksPrefix(written, number);
}

/** `2024-000123` has ten digits, and nobody groups a number so. */
function isGrouped(written: string): boolean {
  const groups: number[] = [];
  let digits = 0;
  for (const [group] of written.replace(/^\D*1(?=\D|\d{10})/, '').matchAll(/\d+/g)) {
    if (digits >= 10) break;
    groups.push(group.length);
    digits += group.length;
  }
  return northAmerican.has(groups.join(','));
}

/** Where a 0 stands before numbers at home, what has none is none that could be called from afar. */
function lacksPrefix(written: string, number: string): boolean {
  if (/^\D*0/.test(written)) return false;
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return false;
  const { countryCallingCode: defaultCallingCode, nationalNumber } = parsed;
  // Only as a prefix is it left out.
  const withPrefix = parsePhoneNumberFromString(`0${nationalNumber}`, { defaultCallingCode });
  return withPrefix?.number === number;
}

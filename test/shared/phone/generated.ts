import fc from 'fast-check';
import examples from 'libphonenumber-js/mobile/examples';
import { getExampleNumber, type CountryCode as Region } from 'libphonenumber-js/min';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import { findNumbers } from '../../../shared/phone/find.ts';
import { formatInternational, formatNumber } from '../../../shared/phone/format.ts';
import { parseLink } from '../../../shared/phone/link.ts';
import { parseDialable, parseShort } from '../../../shared/phone/parse.ts';
import type { DialTarget } from '../../../shared/phone/types.ts';

/** Where national forms are read, one of them no country at all. */
const homes = [
  'US',
  'GB',
  'DE',
  'FR',
  'IT',
  'AU',
  'JP',
  'IN',
  'BR',
  'MX',
  'RU',
  'ZA',
  'ZZ',
] as const;
const home = fc.constantFrom(...homes).map((name) => name as string as CountryCode);

const pieces = [
  ...Array.from('0123456789012345678901234567890123456789'),
  ...Array.from(' ()-./+,;:xpw#*%?&=[]_~"\'|\n٣۴９＋－（）\u00a0\u200b\u202e\u2066\u0000é世👍'),
  'tel:',
  'TEL:',
  'callto:',
  'sms:',
  'smsto:',
  '//',
  'ext',
  ';ext=',
  ';isub=',
  ';postd=',
  ';phone-context=',
  'example.com',
  '?body=',
  '&body=',
  ';body=',
  '%2B',
  '%20',
  '%23',
  '%25',
  '%',
  '%0A',
  '+1',
  '00',
  '011',
  '(0)',
  '+44',
  '555-0142',
  '(512) ',
  '800-',
  'FLOWERS',
  'Ada ',
  'доб. ',
  'poste ',
  '*67',
  '##',
  ' or ',
  '911',
  '\ud800',
] as const;
/** Bits of what people and programs write, in any order. */
const scrambled = fc
  .array(fc.constantFrom(...pieces), { maxLength: 24 })
  .map((bits) => bits.join(''));
const anything = fc.oneof(
  { weight: 6, arbitrary: scrambled },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('tel:', 'sms:', 'callto:'), scrambled)
      .map((two) => two.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

const sent = /^(?:\+[1-9]\d{1,14}|\d{1,6})$/;
const keyed = /^[\d,*#]+$/;

/** Throws unless everything that reads the text answers what may be answered. */
export function checkText(text: string, country: CountryCode): void {
  const parsed = parseDialable(text, country);
  if (parsed.ok) checkTarget(text, parsed.value);
  const short = parseShort(text);
  if (short !== undefined) checkTarget(text, short);
  const link = parseLink(text, country);
  if (link.ok) {
    const called = link.value.kind === 'dial' ? [link.value] : link.value.to;
    for (const { typed, target } of called) {
      checkTarget(text, target);
      // The card shows `typed`, and it is read again when the user says yes.
      const again = parseDialable(typed, country);
      const read = again.ok ? again.value : parseShort(typed);
      must(read?.number === target.number && read.keyIn === target.keyIn, text, 'reads otherwise');
    }
  }
  let end = 0;
  for (const found of findNumbers(text, country)) {
    checkTarget(text, found.target);
    must(found.start >= end && found.end > found.start && found.end <= text.length, text, 'range');
    end = found.end;
  }
}

function checkTarget(text: string, { number, keyIn }: DialTarget): void {
  must(sent.test(number), text, `answers ${number}`);
  must(keyIn === undefined || keyed.test(keyIn), text, `keys in ${keyIn}`);
}

function must(holds: boolean, text: string, what: string): void {
  if (!holds) throw new Error(`${JSON.stringify(text)} ${what}`);
}

/** Numbers of up to six digits are short ones at home, and asked about (Ascension, Faroe Islands). */
const longestShort = 6;
const regions = (Object.keys(examples) as Region[]).filter(
  (region) => (getExampleNumber(region, examples)?.nationalNumber ?? '').length > longestShort,
);

/** A number of a country that has ever been given out there: an example with other last digits. */
const numbers = fc
  .tuple(fc.constantFrom(...regions), fc.integer({ min: 0, max: 9_999 }))
  .map(([region, last]) => {
    const example = getExampleNumber(region, examples);
    const digits = (example?.number ?? '').slice(0, -4) + String(last).padStart(4, '0');
    return { region, number: digits as E164 };
  });
const separators = fc.constantFrom('', ' ', '-', '.', '/', ' - ', '\u00a0', '\u2011', '\u200b');

/** Throws unless a number that is written out reads back as itself. */
export function checkRoundTrip(
  { region, number }: { readonly region: Region; readonly number: E164 },
  between: string,
): void {
  const country = region as string as CountryCode;
  const international = formatInternational(number);
  const forms = [
    [number, country],
    [formatNumber(number, country), country],
    [international, country],
    [international, 'ZZ' as CountryCode],
    [international.replaceAll(' ', between), country],
    [`tel:${number};ext=9`, country],
    [`tel:${encodeURIComponent(formatNumber(number, country))}`, country],
    [`Ada Brook ${international} (mobile)`, country],
  ] as const;
  for (const [form, where] of forms) {
    const read = parseDialable(form, where);
    must(read.ok && read.value.number === number, form, `is not ${number} in ${where}`);
  }
}

/** Generates texts and numbers and checks each: nine texts to a number. */
export function checkGenerated(runs: number, seed: number): void {
  const texts = Math.round(runs * 0.9);
  const options = { seed, includeErrorInReport: true };
  fc.assert(fc.property(anything, home, checkText), { ...options, numRuns: texts });
  fc.assert(fc.property(numbers, separators, checkRoundTrip), {
    ...options,
    numRuns: runs - texts,
  });
}

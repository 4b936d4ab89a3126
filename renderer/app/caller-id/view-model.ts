import { perLocale } from '../../../shared/strings/language.ts';
import type { CallerIdChoice, CallOutlook } from '../../../shared/model/calls.ts';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { countryOf } from '../../../shared/phone/country.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Option } from '../../ui/select.tsx';
import type { PartyWords } from '../party.ts';

const { callerId: words } = strings.calls;

/** The value of *Automatic*; no number looks like it. */
export const automatic = 'automatic';

/** The numbers that may be shown, as choices. */
export function callerIdOptions(
  callerIds: readonly CallerIdChoice[],
  { number }: Pick<PartyWords, 'number'>,
): readonly Option[] {
  return callerIds.map((each) => ({
    value: each.number,
    label: number(each.number),
    detail: [each.label, each.isDefault && words.isDefault].filter(Boolean).join(' · '),
    // The number alone stays whole where it is narrow.
    shortDetail: '',
  }));
}

/** What *Automatic* comes to for a call, and why; the default's while nobody has been chosen. */
export function automaticOption(
  outlook: Pick<CallOutlook, 'callerId' | 'number' | 'party'> | undefined,
  callerIds: readonly CallerIdChoice[],
  home: CountryCode,
  party: PartyWords,
): Option {
  const usual = callerIds.find(({ isDefault }) => isDefault)?.number;
  // What cannot be dialled shows nobody anything: it is as if nothing had been typed.
  if (outlook?.number === undefined) {
    return usual === undefined ? unknown() : automaticAs(party.number(usual), words.isDefault);
  }
  const { number, because } = outlook.callerId;
  if (number === undefined) return unknown();
  const country = countryOf(outlook.number, home);
  const why = {
    contact: () => words.because.contact(party.title(outlook.party)),
    country: () => words.because.country(countryName(country ?? home)),
    default: () => words.because.default(),
    program: words.because.program,
  }[because];
  return automaticAs(party.number(number), why());
}

function unknown(): Option {
  return { value: automatic, label: words.automatic, detail: words.unknown };
}

function automaticAs(number: string, why: string): Option {
  return { ...unknown(), detail: `${number} · ${why}`, shortDetail: number };
}

const names = perLocale((tag) => new Intl.DisplayNames(tag, { type: 'region' }));

/** A country in the middle of a sentence: *the UK*, *France*; its calling code where it is no country's. */
export function countryName(country: CountryCode): string {
  if (country.startsWith('+')) return country;
  return words.country(country, names().of(country) ?? country);
}

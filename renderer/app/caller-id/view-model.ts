import type { CallerIdChoice, CallOutlook } from '../../../shared/model/calls.ts';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import { countryOf } from '../../../shared/phone/country.ts';
import { en } from '../../../shared/strings/en.ts';
import type { Option } from '../../ui/select.tsx';
import type { PartyWords } from '../party.ts';

const { callerId: words } = en.calls;

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
  const { number, because } = outlook?.callerId ?? { number: usual, because: 'default' as const };
  if (number === undefined || outlook?.number === undefined)
    return option(number === undefined ? words.unknown : shown(party, number, words.isDefault));
  const country = countryOf(outlook.number, home);
  const why = {
    contact: () => words.because.contact(party.title(outlook.party)),
    country: () => words.because.country(countryName(country ?? home)),
    default: words.because.default,
  }[because];
  return option(shown(party, number, why()));
}

function option(detail: string): Option {
  return { value: automatic, label: words.automatic, detail };
}

function shown(party: PartyWords, number: E164, why: string): string {
  return `${party.number(number)} · ${why}`;
}

/** Countries that are spoken of with an article. */
const withArticle: ReadonlySet<string> = new Set(['US', 'GB', 'NL', 'AE', 'PH', 'DO', 'CZ', 'BS']);
/** Shorter than their names, and as well known. */
const shortNames: Readonly<Record<string, string>> = { US: 'US', GB: 'UK' };

/** A country in the middle of a sentence: *the UK*, *France*; its calling code where it is no country's. */
export function countryName(country: CountryCode): string {
  if (country.startsWith('+')) return country;
  const name =
    shortNames[country] ?? new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country;
  return withArticle.has(country) ? `the ${name}` : name;
}

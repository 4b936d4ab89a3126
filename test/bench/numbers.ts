import { performance } from 'node:perf_hooks';
import { parsePhoneNumberFromString, type CountryCode as Region } from 'libphonenumber-js/min';
import type { CountryCode } from '../../shared/model/ids.ts';
import { parseLink } from '../../shared/phone/link.ts';
import { parseDialable } from '../../shared/phone/parse.ts';
import { links, regions } from '../shared/phone/forms/all.ts';
import { percentile, type Figure } from './figures.ts';

type Written = { readonly text: string; readonly country: string };

const rounds = 60;
const roundsBefore = 10;

/** Thousand texts a second, the median of rounds that two ways of reading take in turns. */
function rates(
  written: readonly Written[],
  ways: readonly ((text: string, country: string) => unknown)[],
): readonly number[] {
  const times = ways.map((): number[] => []);
  for (let round = 0; round < roundsBefore + rounds; round += 1) {
    for (const [index, read] of ways.entries()) {
      const began = performance.now();
      for (const { text, country } of written) read(text, country);
      if (round >= roundsBefore) times[index]?.push(performance.now() - began);
    }
  }
  return times.map((taken) => written.length / percentile(taken, 0.5));
}

const alone = (text: string, country: string): unknown =>
  parsePhoneNumberFromString(text, { defaultCountry: country as Region });

/** How fast numbers and links are read, beside libphonenumber-js on the same texts. */
export async function benchNumbers(): Promise<readonly Figure[]> {
  const numbers = regions.flatMap(({ country, forms }) =>
    forms.map(([text]) => ({ text, country })),
  );
  const linkTexts = links.map(([text, , more]) => ({ text, country: more?.country ?? 'US' }));
  const [typed, typedAlone] = rates(numbers, [
    (text, country) => parseDialable(text, country as CountryCode),
    alone,
  ]);
  const [linked, linkedAlone] = rates(linkTexts, [
    (text, country) => parseLink(text, country as CountryCode),
    alone,
  ]);
  return [
    figure(`Numbers read, ${numbers.length} forms`, typed, typedAlone),
    figure(`Links read, ${links.length} forms`, linked, linkedAlone),
  ];
}

function figure(name: string, ours = 0, other = 0): Figure {
  return { name, unit: 'thousand a second', ours, against: 'libphonenumber-js alone', other };
}

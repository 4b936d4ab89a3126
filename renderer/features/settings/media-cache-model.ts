import { locale } from '../../../shared/strings/language.ts';

/** Room that can be chosen, in megabytes. */
const choices: readonly number[] = [0, 256, 1_024, 4_096, 16_384];

/** What can be chosen: the usual amounts, and whatever is set now. */
export function cacheChoices(currentMb: number | undefined): readonly number[] {
  const all = new Set(currentMb === undefined ? choices : [...choices, currentMb]);
  return [...all].sort((one, other) => one - other);
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** An amount of data in the unit that suits it: `96 kB`, `1 GB`. */
export function fileSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const amount = bytes / 1_024 ** power;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: amount < 10 && power > 0 ? 1 : 0,
  }).format(amount);
}

import { strings } from '../../../shared/strings/strings.ts';
import type { Option } from '../../ui/select.tsx';

const words = strings.keeping.keep;

/** The value of keeping everything. */
export const forever = 'forever';
const usual: readonly number[] = [1, 3, 6, 12, 24, 36, 60, 84, 120];

/** What can be chosen: for ever, the usual lengths, and whatever is set now. */
export function monthChoices(current: number | undefined): readonly Option[] {
  const months = new Set(current === undefined ? usual : [...usual, current]);
  const sorted = [...months].sort((one, other) => one - other);
  return [
    { value: forever, label: words.forever },
    ...sorted.map((count) => ({ value: String(count), label: words.months(count) })),
  ];
}

/** The months behind a choice; undefined for ever. */
export function toMonths(value: string): number | undefined {
  return value === forever ? undefined : Number(value);
}

/** Counts to choose from, with whatever is set now. */
export function countChoices(
  counts: readonly number[],
  current: number | undefined,
  toLabel: (count: number) => string,
): readonly Option[] {
  const all = new Set(current === undefined ? counts : [...counts, current]);
  return [...all]
    .sort((one, other) => one - other)
    .map((count) => ({
      value: String(count),
      label: count === 0 ? strings.keeping.backups.none : toLabel(count),
    }));
}

/** One comparison made within one run, so that a slow or busy machine slows both sides. */
export type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** What it is measured against, in words. */
  readonly against: string;
  readonly other: number;
};

/** Ours as a share of the other; undefined when the other is nothing. */
export function ratioOf({ ours, other }: Figure): number | undefined {
  return other === 0 ? undefined : ours / other;
}

/** The value below which so large a share of them lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, next) => one - next);
  const at = Math.ceil(sorted.length * share) - 1;
  return sorted[Math.min(sorted.length - 1, Math.max(0, at))] ?? 0;
}

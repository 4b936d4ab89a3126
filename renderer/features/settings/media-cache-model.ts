/** Room that can be chosen, in megabytes. */
const choices: readonly number[] = [0, 250, 1_000, 4_000, 16_000];

/** What can be chosen: the usual amounts, and whatever is set now. */
export function cacheChoices(currentMb: number | undefined): readonly number[] {
  const all = new Set(currentMb === undefined ? choices : [...choices, currentMb]);
  return [...all].sort((one, other) => one - other);
}

/** As many as the settings keep, and as long as one may be. */
export const mostOutcomes = 30;
export const longestOutcome = 60;

/** Moves an outcome one place up or down; at either end it stays. */
export function moveOutcome(
  outcomes: readonly string[],
  outcome: string,
  by: 1 | -1,
): readonly string[] {
  const from = outcomes.indexOf(outcome);
  const to = from + by;
  if (from < 0 || to < 0 || to >= outcomes.length) return outcomes;
  return outcomes.toSpliced(from, 1).toSpliced(to, 0, outcome);
}

export function renameOutcome(
  outcomes: readonly string[],
  outcome: string,
  name: string,
): readonly string[] {
  return outcomes.map((known) => (known === outcome ? name : known));
}

export function removeOutcome(outcomes: readonly string[], outcome: string): readonly string[] {
  return outcomes.filter((known) => known !== outcome);
}

/** Whether another outcome has that name already, whatever its case. */
export function isTaken(
  outcomes: readonly string[],
  name: string,
  own: string | undefined,
): boolean {
  const wanted = name.trim().toLocaleLowerCase();
  return outcomes.some((known) => known !== own && known.toLocaleLowerCase() === wanted);
}

/** Pixels of a row, as `--row` in the tokens; a guess until the row has been measured. */
export function rowHeight(density: 'comfortable' | 'compact' | undefined): number {
  return density === 'compact' ? 36 : 56;
}

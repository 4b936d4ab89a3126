const pageRows = 10;

/**
 * The row that a key moves to from another, headings left out; undefined when the key does not move
 * or there is nowhere to go. `page` is how many rows a page key moves by.
 */
export function stepRow(
  key: string,
  from: number,
  count: number,
  isRow: (index: number) => boolean,
  page: number = pageRows,
): number | undefined {
  const seek = (start: number, step: 1 | -1): number | undefined => {
    for (let index = start; index >= 0 && index < count; index += step) {
      if (isRow(index)) return index;
    }
    return undefined;
  };
  switch (key) {
    case 'ArrowDown':
      return seek(from + 1, 1);
    case 'ArrowUp':
      return seek(from - 1, -1);
    case 'PageDown':
      return seek(Math.min(from + page, count - 1), 1) ?? seek(count - 1, -1);
    case 'PageUp':
      return seek(Math.max(from - page, 0), -1) ?? seek(0, 1);
    case 'Home':
      return seek(0, 1);
    case 'End':
      return seek(count - 1, -1);
    default:
      return undefined;
  }
}

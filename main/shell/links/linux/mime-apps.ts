/** Groups of `mimeapps.list` in which a program can stand for a type. */
const groups = new Set(['[Default Applications]', '[Added Associations]']);

/**
 * Takes one desktop entry out of a user's `mimeapps.list` for some types and leaves everything else
 * as it stands (MIME Applications Associations specification).
 */
export function withoutEntry(list: string, entry: string, types: readonly string[]): string {
  let isIn = false;
  return list
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('[')) isIn = groups.has(line.trim());
      const at = line.indexOf('=');
      if (!isIn || at < 0 || !types.includes(line.slice(0, at).trim())) return [line];
      const all = line
        .slice(at + 1)
        .split(';')
        .map((each) => each.trim())
        .filter(Boolean);
      const rest = all.filter((each) => each !== entry);
      if (rest.length === all.length) return [line];
      return rest.length === 0 ? [] : [`${line.slice(0, at)}=${rest.join(';')};`];
    })
    .join('\n');
}

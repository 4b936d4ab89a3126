import { read, sourceFiles } from '../../rules/source.ts';

/** Every file that is shipped, by its path from the root. */
export function productSources(
  rooms: readonly string[] = ['main', 'preload', 'renderer', 'shared', 'simulator'],
): ReadonlyMap<string, string> {
  return new Map(rooms.flatMap(sourceFiles).map((file) => [file, read(file)]));
}

/** Those of them that a pattern occurs in. */
export function filesWith(pattern: RegExp, rooms?: readonly string[]): readonly string[] {
  return [...productSources(rooms)].filter(([, text]) => pattern.test(text)).map(([file]) => file);
}

/** Where something stands in the order of a start; throws when it is not there. */
export function placeIn(file: string, text: string): number {
  const at = read(file).indexOf(text);
  if (at < 0) throw new Error(`${file} does not say ${text}`);
  return at;
}

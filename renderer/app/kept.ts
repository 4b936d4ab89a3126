// What the window keeps by itself: it has a store of its own in every profile. All of it is a
// convenience, so that what cannot be read or kept is forgotten.

/** What is kept under a name; undefined when there is nothing. */
export function readKept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it in place of what was there. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

/** The texts kept under a name; none when they cannot be read. */
export function readKeptList(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(readKept(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps the texts in place of those that were there. */
export function keepList(key: string, list: readonly string[]): void {
  keep(key, JSON.stringify(list));
}

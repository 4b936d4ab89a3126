/** So many commands are remembered. */
const most = 6;
// Kept by the window itself, which has a store of its own in every profile. Names of commands alone:
// nobody's name or number.
const key = 'actions.recent';

/** The commands that were done lately, the last one first, by their ids. */
export function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers a command; one that names somebody is not kept. */
export function noteDone(id: string): void {
  if (isAboutSomebody(id)) return;
  try {
    localStorage.setItem(key, JSON.stringify(withRecent(readRecent(), id)));
  } catch {
    // What cannot be kept is forgotten: it is a convenience.
  }
}

/** The commands with one more in front of them, each once. */
export function withRecent(recent: readonly string[], id: string): readonly string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, most);
}

/** Ids that hold more than the name of a command have it after a colon. */
function isAboutSomebody(id: string): boolean {
  return id.includes(':');
}

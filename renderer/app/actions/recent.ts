import { keepList, readKeptList } from '../kept.ts';

/** So many commands are remembered. */
const most = 6;
// Names of commands alone: nobody's name or number.
const key = 'actions.recent';

/** The commands that were done lately, the last one first, by their ids. */
export function readRecent(): readonly string[] {
  return readKeptList(key);
}

/** Remembers a command; one that names somebody is not kept. */
export function noteDone(id: string): void {
  if (!isAboutSomebody(id)) keepList(key, withRecent(readRecent(), id));
}

/** The commands with one more in front of them, each once. */
export function withRecent(recent: readonly string[], id: string): readonly string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, most);
}

/** Ids that hold more than the name of a command have it after a colon. */
function isAboutSomebody(id: string): boolean {
  return id.includes(':');
}

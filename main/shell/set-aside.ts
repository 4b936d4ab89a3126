import { readFileSync, renameSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * Moves a JSON file that does not hold an object out of the way, so that a fresh one can take its
 * place. Answers its new name, with the time (epoch milliseconds) in its name, or undefined when the
 * file is sound or there is none. What cannot be read at all counts as damaged. Throws when it cannot
 * be moved.
 */
export function setAsideIfDamaged(path: string, now: number): string | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    text = '';
  }
  if (holdsObject(text)) return undefined;
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const keptAs = path.replace(/\.json$/, `.damaged-${date}.json`);
  renameSync(path, keptAs);
  return basename(keptAs);
}

function holdsObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

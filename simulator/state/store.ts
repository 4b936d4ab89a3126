import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { SimulatorClock } from '../clock.ts';
import type { State } from './types.ts';
import type { SavedState } from './upgrade.ts';
import { upgradeState } from './upgrade.ts';

const SAVE_AFTER_MS = 300;

/** Keeps the state in a file: reads it once, writes it a moment after each change and at the end. */
export type Store = {
  /** Call after every change of the state. */
  changed(): void;
  /** Writes now what `changed` has planned: what a client was told must survive a crash. */
  flush(): Promise<void>;
  /** Writes for the last time; resolves when the file is complete. */
  close(): Promise<void>;
};

/**
 * Reads a saved state; undefined when there is none. A file that cannot be read as one is moved
 * aside, with the time in its name, and counts as none.
 */
export async function loadState(path: string, now: number): Promise<State | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const state = parseState(text);
  if (!state) await rename(path, `${path}.damaged-${now}`);
  return state;
}

function parseState(text: string): State | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isState(parsed) ? upgradeState(parsed) : undefined;
  } catch {
    return undefined;
  }
}

const lists = ['sessions', 'messages', 'calls', 'contacts', 'colleagues'] as const;
const objects = ['counters', 'profile', 'client', 'presence'] as const;

/** Whether all parts of a state are there; what is in them was written by this program. */
function isState(value: unknown): value is SavedState {
  if (typeof value !== 'object' || value === null) return false;
  const parts = value as Record<string, unknown>;
  return (
    parts['version'] === 1 &&
    lists.every((name) => Array.isArray(parts[name])) &&
    objects.every((name) => typeof parts[name] === 'object' && parts[name] !== null)
  );
}

/** Makes the store of `path`; without a path nothing is written. */
export function createStore(
  path: string | undefined,
  clock: SimulatorClock,
  snapshot: () => State,
): Store {
  let planned: (() => void) | undefined;
  let writing: Promise<void> = Promise.resolve();
  const save = (): Promise<void> => {
    planned?.();
    planned = undefined;
    if (path === undefined) return Promise.resolve();
    // One write after the other, each with the state of its own moment.
    writing = writing.catch(() => undefined).then(() => writeWhole(path, snapshot()));
    return writing;
  };
  let closed = false;
  return {
    close() {
      closed = true;
      return save();
    },
    flush: () => (planned ? save() : writing),
    changed() {
      if (path === undefined || planned || closed) return;
      planned = clock.schedule(SAVE_AFTER_MS, () => {
        planned = undefined;
        save().catch((error: unknown) => {
          process.stderr.write(`The simulator could not save its state: ${String(error)}\n`);
        });
      });
    },
  };
}

/** A reader of `path` sees the old state or the new one, never half of it. */
async function writeWhole(path: string, state: State): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.writing`;
  await writeFile(draft, JSON.stringify(state), { mode: 0o600, flush: true });
  await rename(draft, path);
}

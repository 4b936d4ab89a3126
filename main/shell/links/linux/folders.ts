import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The user's own folder for desktop entries. */
export function userApplications(env: Environment): string {
  return join(env['XDG_DATA_HOME'] || join(homeOf(env), '.local', 'share'), 'applications');
}

/** Every folder that may hold an entry, the one that counts most first. */
export function applicationFolders(env: Environment): readonly string[] {
  const shared = (env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':').filter(Boolean);
  return [userApplications(env), ...shared.map((folder) => join(folder, 'applications'))];
}

/** Where the user's choices of programs may be written down; the second place is the older one. */
export function choiceFiles(env: Environment): readonly string[] {
  const config = env['XDG_CONFIG_HOME'] || join(homeOf(env), '.config');
  return [join(config, 'mimeapps.list'), join(userApplications(env), 'mimeapps.list')];
}

/** A desktop entry by its id, wherever it is; undefined when no folder has it. */
export function readEntry(env: Environment, id: string): string | undefined {
  // An id is a file name: what comes from another program's answer leads nowhere else.
  if (!/^\w[\w.+-]*\.desktop$/.test(id)) return undefined;
  for (const folder of applicationFolders(env)) {
    const entry = readText(join(folder, id));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function homeOf(env: Environment): string {
  return env['HOME'] || homedir();
}

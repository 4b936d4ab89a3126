import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { dirname, posix, win32 } from 'node:path';
import { promisify } from 'node:util';
import type { PolicyFlaw } from '../../shared/model/settings.ts';
import type { PolicyFile } from '../core/ports.ts';

/** Far more than every setting at its longest. */
const mostBytes = 1024 * 1024;
/** Waiting for Windows to say whose a file is must not keep Sidetone from opening, in milliseconds. */
const patienceMs = 5_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Where an administrator's file is looked for; users cannot write there. */
export function policyPath(platform: NodeJS.Platform, environment: Environment): string {
  switch (platform) {
    case 'win32': {
      const shared = environment['ProgramData'] ?? String.raw`C:\ProgramData`;
      return win32.join(shared, 'Sidetone', 'policy.json');
    }
    case 'darwin':
      return '/Library/Application Support/Sidetone/policy.json';
    default:
      return posix.join('/etc', 'sidetone', 'policy.json');
  }
}

/**
 * Reads the file, as long as nobody but an administrator can have written it: what another user of
 * this computer put there would decide for everybody.
 */
export async function readPolicyFile(options: {
  readonly path: string;
  readonly isOurs: (path: string, file: FileHandle) => Promise<boolean>;
}): Promise<PolicyFile> {
  const { path } = options;
  let file: FileHandle | undefined;
  try {
    // A link could lead to somebody's own file, and a pipe would keep us waiting.
    file = await open(path, constants.O_RDONLY | noFollow | noWait);
    const found = await file.stat();
    if (!found.isFile()) return ignored(path, 'not-a-file');
    if (found.size > mostBytes) return ignored(path, 'too-large');
    if (!(await options.isOurs(path, file))) return ignored(path, 'not-administrators');
    return parse(path, await file.readFile('utf8'));
  } catch (error) {
    return toOutcome(path, error);
  } finally {
    await file?.close();
  }
}

// Windows has neither.
const noFollow = constants.O_NOFOLLOW ?? 0;
const noWait = constants.O_NONBLOCK ?? 0;

function ignored(path: string, because: PolicyFlaw): PolicyFile {
  return { state: 'ignored', path, because };
}

function parse(path: string, text: string): PolicyFile {
  try {
    // Notepad writes a byte order mark.
    return { state: 'read', path, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return ignored(path, 'not-json');
  }
}

function toOutcome(path: string, error: unknown): PolicyFile {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'none' };
  return ignored(path, code === 'ELOOP' || code === 'EISDIR' ? 'not-a-file' : 'unreadable');
}

/** POSIX: file and folder are an administrator's, and nobody else may write there. */
export function isOwnedBy(uid: number) {
  return async (path: string, file: FileHandle): Promise<boolean> => {
    const both = [await file.stat(), await stat(dirname(path))];
    return both.every((found) => found.uid === uid && (found.mode & 0o022) === 0);
  };
}

/** Windows: the owner is the administrators, the system or its installer. Users may create folders there. */
export async function isAdministratorsOnWindows(path: string): Promise<boolean> {
  const root = process.env['SystemRoot'] ?? String.raw`C:\Windows`;
  const shell = win32.join(root, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  const script = '(Get-Acl -LiteralPath $env:POLICY_FILE).Sddl';
  const args = ['-NoProfile', '-NonInteractive', '-Command', script];
  const env = { ...process.env, POLICY_FILE: path };
  const options = { env, timeout: patienceMs, windowsHide: true };
  const { stdout } = await promisify(execFile)(shell, args, options);
  return hasAdministrativeOwner(stdout);
}

/** Administrators, the system, and the installer of Windows, each by its letters or in full. */
const administrative: ReadonlySet<string> = new Set([
  'BA',
  'SY',
  'S-1-5-32-544',
  'S-1-5-18',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
]);

/** Judges a security descriptor (SDDL) by its owner. */
export function hasAdministrativeOwner(sddl: string): boolean {
  const owner = /^O:([A-Z]{2}|S-[\d-]+)(?=[GDS]:|$)/.exec(sddl.trim())?.[1];
  return owner !== undefined && administrative.has(owner);
}

/** What this computer's administrator has decided. */
export function readThisPolicy(): Promise<PolicyFile> {
  const { platform, env } = process;
  return readPolicyFile({
    path: policyPath(platform, env),
    isOurs: platform === 'win32' ? isAdministratorsOnWindows : isOwnedBy(0),
  });
}

import {
  mkdirSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  watch,
  writeFileSync,
  type FSWatcher,
} from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';

/** What a second start tells the first. */
export type SecondInstance = {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
};

/** How long a second start waits for the first to take its message, in milliseconds. */
const patience = 5000;

/**
 * The single-instance lock of a user data folder, across processes. The lock is a symbolic link that
 * names its owner, which is made or refused in one step; a second start leaves a file in the owner's
 * inbox and waits, as Electron does, until it has been taken. A lock whose owner is gone is removed.
 */
export class SingleInstance {
  readonly #folder: () => string;
  readonly #onSecond: (second: SecondInstance) => void;
  #watcher: FSWatcher | undefined;
  #locked: string | undefined;

  constructor(folder: () => string, onSecond: (second: SecondInstance) => void) {
    this.#folder = folder;
    this.#onSecond = onSecond;
  }

  get held(): boolean {
    return this.#locked !== undefined;
  }

  /** Takes the lock, or tells its owner about this start and returns false. */
  request(additionalData: unknown): boolean {
    if (this.#locked !== undefined) return true;
    const folder = this.#folder();
    mkdirSync(folder, { recursive: true });
    const lock = join(folder, 'SingletonLock');
    for (;;) {
      if (createLock(lock)) return this.#own(folder, lock);
      const owner = ownerOf(lock);
      if (owner === undefined) removeFile(lock);
      else if (leaveMessage(folder, owner, lock, additionalData)) return false;
    }
  }

  release(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
    if (this.#locked !== undefined) removeFile(this.#locked);
    this.#locked = undefined;
  }

  #own(folder: string, lock: string): true {
    const inbox = join(folder, 'SingletonInbox');
    rmSync(inbox, { recursive: true, force: true });
    mkdirSync(inbox, { recursive: true, mode: 0o700 });
    this.#locked = lock;
    this.#watcher = watch(inbox, () => this.#takeMessages(inbox));
    // Waiting for a second start alone keeps no app alive.
    this.#watcher.unref();
    process.once('exit', () => this.release());
    return true;
  }

  #takeMessages(inbox: string): void {
    if (!existsSync(inbox)) return;
    for (const name of readdirSync(inbox).filter((entry) => entry.endsWith('.json'))) {
      const path = join(inbox, name);
      const second = JSON.parse(readFileSync(path, 'utf8')) as SecondInstance;
      removeFile(path);
      this.#onSecond(second);
    }
  }
}

/**
 * The arguments as Chromium keeps them, and as the first start gets them: the switches before the
 * first `--` come first, everything else after them.
 */
export function asChromiumOrders(argv: readonly string[]): string[] {
  const [program, ...args] = argv;
  const end = args.indexOf('--');
  const before = end === -1 ? args : args.slice(0, end);
  const isSwitch = (arg: string): boolean => arg.startsWith('-');
  return [
    ...(program === undefined ? [] : [program]),
    ...before.filter(isSwitch),
    ...before.filter((arg) => !isSwitch(arg)),
    ...args.slice(before.length),
  ];
}

function createLock(lock: string): boolean {
  try {
    symlinkSync(`${process.pid}-${startOf(process.pid)}`, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The process that holds a lock, unless it is gone (or its number belongs to another by now). */
function ownerOf(lock: string): number | undefined {
  let text: string;
  try {
    text = readlinkSync(lock);
  } catch {
    return undefined;
  }
  const [pid, start] = text.split('-');
  return isAlive(Number(pid)) && startOf(Number(pid)) === start ? Number(pid) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process started, in the kernel's own ticks; empty where that cannot be read. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** True when the owner has taken the message; false when the owner went away before it did. */
function leaveMessage(
  folder: string,
  owner: number,
  lock: string,
  additionalData: unknown,
): boolean {
  const inbox = join(folder, 'SingletonInbox');
  const path = join(inbox, `${randomUUID()}.json`);
  const second: SecondInstance = {
    argv: asChromiumOrders(process.argv),
    workingDirectory: process.cwd(),
    additionalData,
  };
  mkdirSync(inbox, { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, JSON.stringify(second), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (const end = Date.now() + patience; Date.now() < end; Atomics.wait(pause, 0, 0, 10)) {
    if (!existsSync(path)) return true;
    if (ownerOf(lock) !== owner) return false;
  }
  // A busy owner still has the message and will read it.
  return true;
}

function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

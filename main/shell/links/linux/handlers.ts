import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../../../../shared/failure.ts';
import { linkSchemes, type LinkScheme, type LinkStanding } from '../../../../shared/model/links.ts';
import { fail, ok } from '../../../../shared/result.ts';
import type { LinkHandlers, Log } from '../../../core/ports.ts';
import { standingsOf } from '../standings.ts';
import { canBeWritten, readEntryKey, toDesktopEntry, type Launch } from './desktop-entry.ts';
import {
  applicationFolders,
  choiceFiles,
  readEntry,
  readText,
  userApplications,
  type Environment,
} from './folders.ts';
import { withoutEntry } from './mime-apps.ts';

/** The entry that a package brings, and the one that a copy without a package writes on request. */
export const packageEntry = 'sidetone.desktop';
export const userEntry = 'sidetone-links.desktop';

/** The entries that opened the schemes before Sidetone did. */
export type LinksBefore = Readonly<Partial<Record<LinkScheme, string>>>;

export type LinuxTools = {
  readonly env: Environment;
  /** Runs a program and answers what it printed; rejects when it is missing, fails or is late. */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
  /** How this copy of Sidetone is started. */
  readonly launch: Launch;
  /** Whether a package has put it where it is. */
  readonly isInstalled: boolean;
  readonly before: { get(): LinksBefore; set(before: LinksBefore): void };
  readonly log: Log;
};

const typeOf = (scheme: LinkScheme): string => `x-scheme-handler/${scheme}`;

/**
 * On Linux the choice is a line in the user's `mimeapps.list`, read and written with `xdg-mime`,
 * which knows the desktops. Electron's own functions ask `xdg-settings` for the entry of a package
 * alone, which an AppImage and a checkout do not have.
 */
export function createLinuxHandlers(tools: LinuxTools): LinkHandlers {
  const { env } = tools;
  const isOurs = (id: string): boolean => isOwnEntry(tools, id);

  /** The entry that opens a scheme; empty when there is none, undefined when nobody can say. */
  const entryOf = async (scheme: LinkScheme): Promise<string | undefined> => {
    try {
      return (await tools.run('xdg-mime', ['query', 'default', typeOf(scheme)])).trim();
    } catch {
      return undefined;
    }
  };

  const standing = async (scheme: LinkScheme): Promise<LinkStanding> => {
    const id = await entryOf(scheme);
    if (id === undefined) return 'unknown';
    if (id === '') return 'none';
    if (!isOurs(id)) return 'other';
    const program = readEntryKey(readEntry(env, id) ?? '', 'TryExec');
    // An AppImage that was moved, a checkout that is gone: the links open nothing at all.
    return program === undefined || existsSync(program) ? 'sidetone' : 'none';
  };

  const isPossible = async (): Promise<boolean> =>
    // Programs in a sandbox neither see nor change what the desktop opens.
    !env['SNAP'] &&
    !env['FLATPAK_ID'] &&
    canBeWritten(tools.launch) &&
    (await entryOf('tel')) !== undefined;

  const nameOfOther = async (): Promise<string | undefined> => {
    const id = await entryOf('tel');
    if (id === undefined || id === '' || isOurs(id)) return undefined;
    return readEntryKey(readEntry(env, id) ?? '', 'Name') ?? id;
  };

  return {
    standing,
    async get() {
      const [possible, standings] = await Promise.all([isPossible(), standingsOf(standing)]);
      return {
        standings,
        otherName: standings.tel === 'other' ? await nameOfOther() : undefined,
        way: possible ? 'register' : 'unsupported',
        platform: 'linux',
        canGiveBack: possible,
      };
    },
    async take() {
      if (!(await isPossible())) return fail(failure('unsupported', 'links.unsupported'));
      try {
        await noteBefore(tools, entryOf);
        const entry = hasPackageEntry(tools) ? packageEntry : await writeUserEntry(tools);
        await tools.run('xdg-mime', ['default', entry, ...linkSchemes.map(typeOf)]);
      } catch (error) {
        tools.log.error('the phone links could not be taken', error);
      }
      // What the desktop says counts, not that a program ended well.
      if ((await standing('tel')) === 'sidetone') return ok();
      return fail(failure('rejected', 'links.not-registered'));
    },
    async giveBack() {
      try {
        for (const scheme of linkSchemes) {
          const entry = await entryOf(scheme);
          if (entry !== undefined && isOurs(entry)) await giveBackOne(tools, scheme, entry);
        }
        rmSync(join(userApplications(env), userEntry), { force: true });
        await refreshCache(tools);
        tools.before.set({});
      } catch (error) {
        tools.log.error('the phone links could not be given back', error);
      }
      // A package's entry stays, and a desktop that knows no other program goes on using it.
      const left = Object.values(await standingsOf(standing));
      if (left.includes('sidetone')) return fail(failure('rejected', 'links.not-given-back'));
      return ok();
    },
  };
}

/**
 * Whether an entry starts Sidetone. Programs that integrate AppImages give the entry that is in one a
 * name of their own, and the file in `Exec`: a number handed to it would come straight back.
 */
function isOwnEntry({ env, launch }: Pick<LinuxTools, 'env' | 'launch'>, id: string): boolean {
  if (id === packageEntry || id === userEntry) return true;
  const { program } = launch;
  if (program !== env['APPIMAGE']) return false;
  const exec = readEntryKey(readEntry(env, id) ?? '', 'Exec') ?? '';
  return [program, `"${program}"`].some((each) => exec === each || exec.startsWith(`${each} `));
}

/** A package that was unpacked by hand has no entry anywhere. */
function hasPackageEntry({ isInstalled, env }: LinuxTools): boolean {
  return (
    isInstalled && applicationFolders(env).some((folder) => existsSync(join(folder, packageEntry)))
  );
}

/** Notes who opens the schemes now; taking again keeps what was noted the first time. */
async function noteBefore(
  tools: LinuxTools,
  entryOf: (scheme: LinkScheme) => Promise<string | undefined>,
): Promise<void> {
  const before: Partial<Record<LinkScheme, string>> = { ...tools.before.get() };
  for (const scheme of linkSchemes) {
    const entry = await entryOf(scheme);
    if (entry && !isOwnEntry(tools, entry)) before[scheme] = entry;
  }
  tools.before.set(before);
}

async function writeUserEntry(tools: LinuxTools): Promise<string> {
  const folder = userApplications(tools.env);
  const file = join(folder, userEntry);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, toDesktopEntry(tools.launch, linkSchemes));
  renameSync(`${file}.new`, file);
  await refreshCache(tools);
  return userEntry;
}

/** Whoever had it gets it again, if it is still there; otherwise Sidetone is taken off the list. */
async function giveBackOne(tools: LinuxTools, scheme: LinkScheme, entry: string): Promise<void> {
  const before = tools.before.get()[scheme];
  if (before !== undefined && readEntry(tools.env, before) !== undefined) {
    await tools.run('xdg-mime', ['default', before, typeOf(scheme)]);
    return;
  }
  for (const file of choiceFiles(tools.env)) {
    const list = readText(file);
    if (list === undefined) continue;
    const rest = withoutEntry(list, entry, [typeOf(scheme)]);
    if (rest === list) continue;
    writeFileSync(`${file}.new`, rest);
    renameSync(`${file}.new`, file);
  }
}

/** The cache of which entry opens what; a desktop without this program reads the entries themselves. */
async function refreshCache({ env, run }: LinuxTools): Promise<void> {
  await run('update-desktop-database', [userApplications(env)]).catch(() => undefined);
}

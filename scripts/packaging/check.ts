import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, getRawHeader } from '@electron/asar';
import * as plist from 'plist';
import { ensureChromium } from '../chromium.ts';
import { releaseFuses } from '../../build/fuses.ts';
import { judgeArchive, readArchive } from './archive.ts';
import { ownArch, preparedFolder, unpackedFolder, type Architecture } from './builder.ts';
import type { Findings, Troubles } from './findings.ts';
import { judgeFuses } from './fuses.ts';
import { judgeInfo } from './mac-bundle.ts';
import { judgeNative } from './natives.ts';
import { judgeSize, measure, tableOf } from './sizes.ts';
import {
  openDatabase,
  startDatabaseWorker,
  startDemoThread,
  startPlacesWorker,
} from './start-threads.ts';
import { openWindow } from './start-window.ts';
import { ownSystem, programIn, resourcesOf, type System } from './systems.ts';
import { judgeExe } from './windows-program.ts';

/** An unpacked package that is looked at. */
export type Tree = {
  readonly system: System;
  readonly arch: Architecture;
  readonly folder: string;
  readonly version: string;
};

export function treeOf(system: System, output: string, version: string, arch = ownArch()): Tree {
  return { system, arch, folder: unpackedFolder(system, arch, output), version };
}

/** Looks at an unpacked package of any system, from any system. */
export async function checkTree(tree: Tree, findings: Findings): Promise<void> {
  const { system, arch, folder, version } = tree;
  const resources = resourcesOf(system, folder);
  const archive = join(resources, 'app.asar');
  const program = programIn(system, folder);
  const hash = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
  await findings.check('the archive holds what it must, and nothing else', () =>
    judgeArchive(readArchive(archive), system, arch),
  );
  await findings.check('the native module lies outside, for this computer alone', () => {
    const files = filesIn(`${archive}.unpacked`);
    return files.length === 1 ? files.flatMap(judgeNative) : [`${files.length} files lie outside`];
  });
  await findings.check('every fuse is as it should be', () => judgeFuses(program, releaseFuses));
  await findings.check('Chromium speaks English and Spanish', () => judgeLanguages(folder));
  await findings.check('the notices and the licence are in it', () => judgeNotices(resources));
  if (system === 'win') {
    await findings.check('the program tells who it is, and knows its archive', () =>
      judgeExe(program, version, hash),
    );
  }
  if (system === 'mac') {
    await findings.check('Info.plist is right, and asks for nothing', () => {
      const info = plist.parse(readFileSync(join(program, 'Contents', 'Info.plist'), 'utf8'));
      return judgeInfo(info as Record<string, unknown>, version, hash);
    });
  }
}

/** Starts what can be started of a package made for this computer, in plain Node. */
export async function checkRunning(tree: Tree, findings: Findings): Promise<void> {
  if (tree.system !== ownSystem() || tree.arch !== ownArch()) return;
  const app = mkdtempSync(join(tmpdir(), 'sidetone-packed-'));
  try {
    extractAll(join(resourcesOf(tree.system, tree.folder), 'app.asar'), app);
    await findings.check('the native module opens a database with full-text search', () =>
      openDatabase(app),
    );
    await findings.check('the database worker makes an archive and answers', () =>
      startDatabaseWorker(app),
    );
    await findings.check('the thread that knows places finds New York', () =>
      startPlacesWorker(app),
    );
    await findings.check('the demo account’s server starts, on loopback', () =>
      startDemoThread(app),
    );
    await checkWindow(app, findings);
  } finally {
    rmSync(app, { recursive: true, force: true });
  }
}

async function checkWindow(app: string, findings: Findings): Promise<void> {
  const what = 'the packed app opens its window on the stand-in, and shows the demo account';
  // The stand-in is started by a shell's script.
  if (ownSystem() === 'win') return findings.leaveOut(what, 'there is no stand-in on Windows');
  const chromium = await ensureChromium().catch((error: unknown) => error);
  if (typeof chromium !== 'string') return findings.leaveOut(what, 'there is no Chromium');
  return findings.check(what, () => openWindow(app, chromium));
}

/** Adds up the app's own part, prints it by folder, and holds it against the limit. */
export async function checkSize(
  tree: Tree,
  print: (line: string) => void,
  findings: Findings,
): Promise<void> {
  const app = mkdtempSync(join(tmpdir(), 'sidetone-packed-'));
  const resources = resourcesOf(tree.system, tree.folder);
  try {
    extractAll(join(resources, 'app.asar'), app);
    const sizes = new Map(await measure(app));
    const notices = readFileSync(join(resources, 'THIRD-PARTY-NOTICES.txt')).length;
    sizes.set('THIRD-PARTY-NOTICES.txt', notices);
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    await findings.check('all but Electron weighs less than 25 MB', () => judgeSize(bytes));
    for (const line of tableOf(sizes)) print(line);
  } finally {
    rmSync(app, { recursive: true, force: true });
  }
}

/** Every locale there is in a package, wherever its system keeps them. */
function judgeLanguages(folder: string): Troubles {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.includes('app.asar'))
    .flatMap(
      (path) => /(?:^|[\\/])([a-z]{2,3}(?:[-_]\w+)?)\.(?:pak|lproj)$/i.exec(path)?.[1] ?? [],
    );
  const strange = found.filter((language) => !/^(?:en|es)(?:[-_]|$)/.test(language));
  const missing = ['en', 'es'].filter((language) => !found.some((one) => one.startsWith(language)));
  return [
    ...strange.map((language) => `${language} is still there`),
    ...missing.map((language) => `${language} is gone`),
  ];
}

function judgeNotices(resources: string): Troubles {
  const missing = ['THIRD-PARTY-NOTICES.txt', 'LICENSE.sidetone.txt'].filter(
    (name) => !existsSync(join(resources, name)),
  );
  if (missing.length > 0) return missing.map((name) => `${name} is missing`);
  const same = readFileSync(join(preparedFolder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  return readFileSync(join(resources, 'THIRD-PARTY-NOTICES.txt'), 'utf8') === same
    ? []
    : ['the notices are not those of this build'];
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

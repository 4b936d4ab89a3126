import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { run, tail } from './process.ts';
import { Trouble } from './trouble.ts';

/** Programs that are a Chromium, by the names they have on the search path. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

/** Where installers put one that is not on the search path. */
const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Debian's own way; the fonts are for characters outside the app's own typeface. */
const aptPackages = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji'];

/** A key ring, and what opens links, for the tests that want them; without they say so and are left out. */
const desktopPackages = [
  'dbus',
  'gnome-keyring',
  'libsecret-tools',
  'xdg-utils',
  'desktop-file-utils',
];

/** A package server that does not answer must not hold up the tests for ever. */
const aptLimitMs = 8 * 60_000;

/** Every path at which a Chromium may be, the one the user named first. */
export function chromiumCandidates(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): readonly string[] {
  const named = env['CHROMIUM_PATH'];
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(named ? [named] : []), ...onPath, ...(places[platform] ?? [])];
}

/** The command that installs Chromium here, for a person to type. */
export function installCommand(platform: NodeJS.Platform, hasApt: boolean): string {
  if (platform === 'darwin') return 'brew install --cask chromium';
  if (platform === 'win32') return 'winget install Google.Chrome';
  if (!hasApt) return "your distribution's command, for instance: sudo dnf install chromium";
  return `sudo apt-get update && sudo apt-get install -y ${aptPackages.join(' ')}`;
}

/**
 * The path of a Chromium that starts; installs one where that can be done without asking (Debian
 * and its kin, as root). Throws, naming the command to type, where it cannot.
 */
export async function ensureChromium(): Promise<string> {
  const found = await findChromium();
  if (found !== undefined) return found;
  const hasApt = existsSync('/usr/bin/apt-get');
  const command = installCommand(process.platform, hasApt);
  if (!hasApt || process.getuid?.() !== 0) {
    throw new Trouble(
      `There is no Chromium for the stand-in to run in. Install it with: ${command}`,
    );
  }
  console.log('No Chromium found: installing it with apt-get (takes a few minutes)…');
  const trouble = await installWithApt();
  const installed = trouble === undefined ? await findChromium() : undefined;
  if (installed !== undefined) return installed;
  const why = trouble ?? 'it was installed but does not start';
  throw new Trouble(`Chromium could not be installed (${why}). Try: ${command}`);
}

async function findChromium(): Promise<string | undefined> {
  for (const path of chromiumCandidates(process.env, process.platform)) {
    if (existsSync(path) && (await starts(path))) return path;
  }
  return undefined;
}

/** Ubuntu has a `chromium-browser` that only says to install a snap: being there is not enough. */
async function starts(path: string): Promise<boolean> {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return (await run(path, ['--version'], { timeoutMs: 20_000 })).code === 0;
}

async function installWithApt(): Promise<string | undefined> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: readonly string[]) =>
    run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=60', ...args], { env, timeoutMs: aptLimitMs });
  // One source of many that does not answer fails the update, and need not matter.
  await apt('update');
  const install = ['install', '-y', '--no-install-recommends'];
  const outcome = await apt(...install, ...aptPackages);
  // On its own, so that it cannot stand in Chromium's way; a few megabytes beside Chromium's.
  await apt(...install, ...desktopPackages);
  return outcome.code === 0 ? undefined : tail(outcome.output, 3).replaceAll('\n', ' ');
}

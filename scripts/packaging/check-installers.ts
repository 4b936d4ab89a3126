import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { linksConfig } from '../../build/links.config.ts';
import { inRoot } from '../paths.ts';
import { run } from '../process.ts';
import { runBuilder, type Job } from './builder.ts';
import { unlessSame, type Findings, type Troubles } from './findings.ts';
import { judgeEntry, judgeFpm, type Fpm } from './linux-entry.ts';
import { judgeInstaller, linksScript } from './windows-program.ts';

/** Where a package of this check would look for its updates. */
export const exampleUpdates = 'https://updates.example/sidetone/';

/** What electron-builder has computed for a target when it would call the tools it downloads. */
type Computed =
  | { readonly desktop: string }
  /** deb and rpm: the arguments for fpm, and the file of the desktop entry. */
  | readonly [readonly string[], string]
  /** NSIS: its defines and its commands. */
  | readonly [Readonly<Record<string, unknown>>, unknown];

type Prepared = { readonly entries: ReadonlyMap<string, string>; readonly fpm: readonly Fpm[] };

/**
 * Has electron-builder prepare AppImage, deb and rpm to the point where it would download its tools,
 * with the unpacked tree as a by-product, and looks at what each would be made of.
 */
export async function checkLinux(job: Job, folder: string, findings: Findings): Promise<void> {
  const { entries, fpm } = await prepareLinux(job);
  for (const [target, text] of entries) {
    const program = target === 'AppImage' ? 'AppRun' : '/opt/Sidetone/sidetone';
    await findings.check(`${target}: the desktop entry opens phone links`, () =>
      judgeEntry(text, program),
    );
    const file = join(folder, `${target}.desktop`);
    writeFileSync(file, text);
    await validate(target, file, findings);
  }
  await findings.check('deb and rpm: the command, the icons, the sandbox', () =>
    fpm.length === 2 ? fpm.flatMap(judgeFpm) : ['not both were prepared'],
  );
  await findings.check('the package knows where its updates are', () => {
    const file = join(folder, 'linux-unpacked', 'resources', 'app-update.yml');
    const told = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return unlessSame({ provider: 'generic', url: exampleUpdates }, told);
  });
}

async function prepareLinux(job: Job): Promise<Prepared> {
  const entries = new Map<string, string>();
  const fpm: Fpm[] = [];
  await runBuilder({
    ...job,
    isDir: false,
    effectiveOptionComputed: (computed: Computed) => {
      if ('desktop' in computed) {
        entries.set('AppImage', computed.desktop);
      } else {
        const [args, entry] = computed as readonly [readonly string[], string];
        // Both lie in a folder that goes with the build.
        entries.set(fpm.length === 0 ? 'deb' : 'rpm', readFileSync(entry, 'utf8'));
        const script = args[args.indexOf('--after-install') + 1] ?? '';
        fpm.push({ args, afterInstall: readFileSync(script, 'utf8') });
      }
      return Promise.resolve(true);
    },
  });
  return { entries, fpm };
}

async function validate(target: string, file: string, findings: Findings): Promise<void> {
  const { code, output } = await run('desktop-file-validate', [file]);
  if (code === 127) findings.leaveOut(`${target}: desktop-file-validate`, 'it is not installed');
  else
    await findings.check(`${target}: desktop-file-validate has no word to say`, () =>
      output.trim() === '' ? [] : [output.trim()],
    );
}

/**
 * Has electron-builder prepare the Windows installer the same way. It compresses the app first, with a
 * tool it would download; that one step is stood in for.
 */
export async function checkWindows(job: Job, folder: string, findings: Findings): Promise<void> {
  const include = inRoot(linksConfig.nsis.include);
  let defines: Readonly<Record<string, unknown>> = {};
  await withoutCompression(() =>
    runBuilder({
      ...job,
      isDir: false,
      effectiveOptionComputed: (computed: Computed) => {
        [defines] = computed as readonly [Readonly<Record<string, unknown>>, unknown];
        return Promise.resolve(true);
      },
    }),
  );
  await findings.check('the installer asks for whom, and leaves the archive alone', () =>
    judgeInstaller(defines, readFileSync(include, 'utf8')),
  );
  const output = join(folder, 'links.exe');
  const script = join(folder, 'links.nsi');
  writeFileSync(script, linksScript(include, output));
  const { code, output: told } = await run('makensis', ['-WX', '-V2', script]);
  if (code === 127)
    findings.leaveOut('makensis compiles the script for links', 'it is not installed');
  else
    await findings.check('makensis compiles the script for links, without a warning', () =>
      code === 0 ? [] : told.split('\n'),
    );
}

type PackageHelper = { packArch: () => Promise<unknown>; finishBuild: () => Promise<void> };

async function withoutCompression(work: () => Promise<unknown>): Promise<void> {
  const builder = createRequire(import.meta.url).resolve('electron-builder/package.json');
  const util = createRequire(builder)('app-builder-lib/out/targets/nsis/nsisUtil') as {
    readonly AppPackageHelper: { readonly prototype: PackageHelper };
  };
  const { prototype } = util.AppPackageHelper;
  const { packArch, finishBuild } = prototype;
  const fileInfo = { path: 'app.7z', sha512: '', size: 0 };
  prototype.packArch = () => Promise.resolve({ fileInfo, unpackedSize: 0 });
  prototype.finishBuild = () => Promise.resolve();
  try {
    await work();
  } finally {
    Object.assign(prototype, { packArch, finishBuild });
  }
}

/** What a run on a real Electron has to show, because nothing here can. */
export const onlyReal: Troubles = [
  'that Electron refuses a changed archive (macOS, Windows) and an app folder beside it',
  'that the workers start from inside the archive, and the native module from beside it',
  'that Windows and macOS install it, list it for phone links, and accept its signature',
  'that AppImage, deb, rpm, dmg and NSIS are put together by the tools electron-builder downloads',
];

import process from 'node:process';
import { inRoot } from '../paths.ts';
import { buildApp } from '../suites.ts';
import { Trouble } from '../trouble.ts';
import {
  forgetEmptySecrets,
  ownArch,
  prepare,
  preparedFolder,
  runBuilder,
  unpackedFolder,
} from '../packaging/builder.ts';
import { checkPackages } from '../packaging/check-all.ts';
import { createFindings } from '../packaging/findings.ts';
import { checkRunning, checkSize, checkTree, treeOf } from '../packaging/check.ts';
import { versionOfApp } from '../packaging/version.ts';
import { ownSystem, testProgramIn } from '../packaging/systems.ts';

const architectures = ['x64', 'arm64'] as const;
const known = ['--check', '--dir', '--test-flavour', '--x64', '--arm64'];

/**
 * `npm run package`: builds the installers of this system into `dist/`, and looks at what it packed.
 * `-- --dir` stops at the unpacked tree; `-- --x64`, `-- --arm64` or both choose the architecture.
 * `-- --test-flavour` makes an unpacked tree that the end-to-end suite can drive; never to be shipped.
 * `-- --check` builds everything around a dummy runtime, for all three systems, and verifies it: where
 * Electron's archive cannot be downloaded.
 */
export async function main(args: readonly string[]): Promise<number> {
  const strange = args.find((arg) => !known.includes(arg));
  if (strange !== undefined)
    throw new Trouble(`package does not know ${strange}; it knows ${known.join(' ')}.`);
  await buildApp(process.env);
  const notices = prepare(preparedFolder);
  if (args.includes('--check')) return checkPackages(notices);
  return args.includes('--test-flavour') ? packTestFlavour() : packRelease(args);
}

async function packRelease(args: readonly string[]): Promise<number> {
  forgetEmptySecrets(process.env);
  const asked = architectures.filter((arch) => args.includes(`--${arch}`));
  const archs = asked.length === 0 ? [ownArch()] : asked;
  const output = inRoot('dist');
  const system = ownSystem();
  const isDir = args.includes('--dir');
  const made = await runBuilder({
    system,
    archs,
    flavour: 'release',
    isDir,
    env: process.env,
    output,
  });
  for (const file of made) console.log(file);
  const findings = createFindings(console.log);
  for (const arch of archs) {
    console.log(`\n${system}, ${arch}`);
    const tree = treeOf(system, output, versionOfApp(), arch);
    await checkTree(tree, findings);
    await checkRunning(tree, findings);
    await checkSize(tree, console.log, findings);
  }
  console.log(findings.verdict());
  return findings.counts().failed === 0 ? 0 : 1;
}

async function packTestFlavour(): Promise<number> {
  const [system, arch, output] = [ownSystem(), ownArch(), inRoot('dist', 'test-flavour')];
  await runBuilder({
    system,
    archs: [arch],
    flavour: 'test',
    isDir: true,
    env: process.env,
    output,
  });
  const { start } = testProgramIn(system, unpackedFolder(system, arch, output));
  console.log('For the end-to-end suite alone, which finds it by this variable:');
  console.log(`SIDETONE_PACKAGED=${start}`);
  return 0;
}

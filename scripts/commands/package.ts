import process from 'node:process';
import { inRoot } from '../paths.ts';
import { buildApp } from '../suites.ts';
import { Trouble } from '../trouble.ts';
import {
  ownArch,
  prepare,
  preparedFolder,
  runBuilder,
  unpackedFolder,
  type Job,
} from '../packaging/builder.ts';
import { checkPackages } from '../packaging/check-all.ts';
import { createFindings } from '../packaging/findings.ts';
import { checkRunning, checkSize, checkTree, treeOf } from '../packaging/check.ts';
import { versionOfApp } from '../packaging/version.ts';
import { ownSystem } from '../packaging/systems.ts';

const known = ['--check', '--dir', '--test-flavour', '--x64', '--arm64'];

/**
 * `npm run package`: builds the installers of this system into `dist/`, and looks at what it packed.
 * `-- --dir` stops at the unpacked tree; `-- --x64` or `-- --arm64` chooses the architecture.
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
  const arch = args.includes('--arm64') ? 'arm64' : args.includes('--x64') ? 'x64' : ownArch();
  const output = inRoot('dist');
  const system = ownSystem();
  const isDir = args.includes('--dir');
  const made = await runBuilder({
    system,
    arch,
    flavour: 'release',
    isDir,
    env: process.env,
    output,
  });
  for (const file of made) console.log(file);
  const findings = createFindings(console.log);
  const tree = treeOf(system, output, versionOfApp(), arch);
  await checkTree(tree, findings);
  await checkRunning(tree, findings);
  await checkSize(tree, console.log, findings);
  console.log(findings.verdict());
  return findings.counts().failed === 0 ? 0 : 1;
}

async function packTestFlavour(): Promise<number> {
  const job: Job = {
    system: ownSystem(),
    arch: ownArch(),
    flavour: 'test',
    isDir: true,
    env: process.env,
    output: inRoot('dist', 'test-flavour'),
  };
  await runBuilder(job);
  console.log(
    `For the end-to-end suite alone: ${unpackedFolder(job.system, job.arch, job.output)}`,
  );
  return 0;
}

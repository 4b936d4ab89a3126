import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { testFuses } from '../../build/fuses.ts';
import { inRoot } from '../paths.ts';
import { ownArch, runBuilder, unpackedFolder, type Job } from './builder.ts';
import { checkRunning, checkSize, checkTree, treeOf } from './check.ts';
import { checkLinux, checkWindows, exampleUpdates, onlyReal } from './check-installers.ts';
import { makeDummyRuntime } from './dummy-runtime.ts';
import { createFindings, type Findings } from './findings.ts';
import { judgeFuses } from './fuses.ts';
import type { Notice } from './notices.ts';
import { ownSystem, systems, testProgramIn, type System } from './systems.ts';
import { versionOfApp } from './version.ts';

const names: Readonly<Record<System, string>> = { linux: 'Linux', win: 'Windows', mac: 'macOS' };

/** Packs for all three systems around a dummy runtime and looks at everything; answers with the exit code. */
export async function checkPackages(notices: readonly Notice[]): Promise<number> {
  const output = inRoot('dist', 'check');
  rmSync(output, { recursive: true, force: true });
  const findings = createFindings(console.log);
  const version = versionOfApp();
  for (const system of systems) {
    const runtime = join(output, `runtime-${system}`);
    makeDummyRuntime(system, runtime);
    const job: Job = {
      system,
      archs: [ownArch()],
      flavour: 'release',
      isDir: true,
      env: { SIDETONE_UPDATES: exampleUpdates, SIDETONE_HOMEPAGE: 'https://sidetone.example' },
      output,
      changes: (config) => ({ ...config, electronDist: runtime }),
    };
    console.log(`\n${names[system]}, ${ownArch()}`);
    if (system === 'linux') await checkLinux(job, output, findings);
    else if (system === 'win') await checkWindows(job, output, findings);
    else await runBuilder(job);
    const tree = treeOf(system, output, version);
    await checkTree(tree, findings);
    await checkRunning(tree, findings);
    if (system === ownSystem()) await checkSize(tree, console.log, findings);
    await checkTestFlavour(
      { ...job, flavour: 'test', output: join(output, 'test-flavour') },
      findings,
    );
  }
  console.log(
    `\n${notices.length} packages by others ship; their terms are in THIRD-PARTY-NOTICES.txt.`,
  );
  console.log('Only a package around the real Electron shows');
  for (const line of onlyReal) console.log(`  ${line};`);
  console.log(findings.verdict());
  return findings.counts().failed === 0 ? 0 : 1;
}

/** Whether the flavour for the end-to-end suite can be driven, and is otherwise as it is released. */
async function checkTestFlavour(job: Job, findings: Findings): Promise<void> {
  await findings.check(
    'the flavour for tests differs in one fuse and its name, and updates from nowhere',
    async () => {
      await runBuilder(job);
      const folder = unpackedFolder(job.system, ownArch(), job.output);
      const { program, start } = testProgramIn(job.system, folder);
      const updates = join(folder, 'resources', 'app-update.yml');
      return [
        ...(existsSync(start) ? [] : [`${start} is missing`]),
        ...(existsSync(updates) ? [`${updates} is there`] : []),
        ...(await judgeFuses(program, testFuses)),
      ];
    },
  );
}
